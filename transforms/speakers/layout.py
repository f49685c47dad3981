"""Where things stand in an article: sentences, paragraphs, quotations."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from transforms.speakers.model import Span


class Layout:
    """The text with its sentences' spans in text order and its mask of quotation marks."""

    def __init__(self, text: str, sentences: Sequence[Span], quoted: bytes) -> None:
        self.text = text
        self.sentences = sentences or [(0, len(text))]
        self._starts = [start for start, _ in self.sentences]
        self._quoted = quoted
        self._told: list[int] = []
        told = 0
        for start, end in self.sentences:
            self._told.append(told)
            told += 2 * sum(quoted[start:end]) < end - start

    def sentence_no(self, place: int) -> int:
        """The number of the sentence that holds a character, from 0."""
        return max(0, bisect_right(self._starts, place) - 1)

    def sentence(self, place: int) -> Span:
        """The span of the sentence that holds a character."""
        return self.sentences[self.sentence_no(place)]

    def told_no(self, place: int) -> int:
        """The number of a character's sentence, where sentences mostly quoted do not count."""
        return self._told[self.sentence_no(place)]

    def is_quoted(self, place: int) -> bool:
        """Whether a character lies inside a quotation, its marks included."""
        return place < len(self._quoted) and bool(self._quoted[place])

    def is_one_paragraph(self, start: int, end: int) -> bool:
        """Whether no line ends between two places."""
        return "\n" not in self.text[start:end]
