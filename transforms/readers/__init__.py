"""Raw files to articles: one file per format, the format known by content, then by name."""

from __future__ import annotations

from transforms.readers.model import EMPTY_RULES, FileContent, RawArticle, Reject
from transforms.readers.registry import read_file

__all__ = ["EMPTY_RULES", "FileContent", "RawArticle", "Reject", "read_file"]
