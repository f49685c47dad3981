"""Bytes to articles, docs, rows and frames; pure: no clock, environment, database, Prefect."""
