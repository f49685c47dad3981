"""Who is who: the names of one article, grouped into entities and linked to the reference data."""
