"""The warehouse: what a row means, how it is stored, checked, published and queried."""
