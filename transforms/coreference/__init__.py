"""Which names, descriptions and pronouns of one article mean the same."""
