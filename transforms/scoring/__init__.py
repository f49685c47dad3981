"""Measures: what the program finds against gold."""
