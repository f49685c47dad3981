"""Which entities are one and the same, over the articles of every night."""
