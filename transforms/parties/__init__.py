"""The other parties to a statement: to whom it is made, at whom aimed, through whom it came."""
