"""Who speaks and who is meant, all told: rules on names, coreference, and those without a name.

`article.references` reads an article; `speakers` and `coreference` are what it asks.
"""
