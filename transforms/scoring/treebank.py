"""Universal Dependencies treebanks (CoNLL-U) as documents of words with their syntax."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

_MISC: Final = 9
_COLUMNS: Final = 10


@dataclass(frozen=True, kw_only=True)
class TreebankWord:
    """One word; `head` is a word's number in the document, its own where it is a root.

    `starts`: "paragraph", "sentence" or "" for what begins with it; `spaced`: white space follows.
    """

    form: str
    lemma: str
    pos: str
    tag: str
    head: int
    relation: str
    starts: str
    spaced: bool


@dataclass(frozen=True)
class TreebankDocument:
    """The words of one document, in order."""

    words: list[TreebankWord] = field(default_factory=list)

    def text(self) -> str:
        """The words as running text: paragraphs are parted by a blank line."""
        return "".join(part for word, gap in self._parts() for part in (gap, word.form))

    def places(self) -> list[tuple[int, int]]:
        """The characters of each word in `text()`, end exclusive."""
        at, result = 0, []
        for word, gap in self._parts():
            at += len(gap)
            result.append((at, at + len(word.form)))
            at += len(word.form)
        return result

    def _parts(self) -> Iterator[tuple[TreebankWord, str]]:
        before = None
        for word in self.words:
            gap = " " if before and (before.spaced or word.starts) else ""
            yield word, "\n\n" if before and word.starts == "paragraph" else gap
            before = word


def documents(path: Path) -> Iterator[TreebankDocument]:
    """The documents of a CoNLL-U file; empty nodes are left out, multiword ranges split."""
    document, paragraph = TreebankDocument(), True
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = block.splitlines()
        if any(line.startswith("# newdoc") for line in lines) and document.words:
            yield document
            document, paragraph = TreebankDocument(), True
        paragraph = paragraph or any(line.startswith("# newpar") for line in lines)
        words = _sentence(lines, len(document.words), "paragraph" if paragraph else "sentence")
        document.words.extend(words)
        paragraph = paragraph and not words
    if document.words:
        yield document


def _sentence(lines: list[str], base: int, starts: str) -> list[TreebankWord]:
    rows = [line.split("\t") for line in lines if line[:1].isdigit()]
    glued, closing = _ranges(rows)
    result: list[TreebankWord] = []
    for row in rows:
        if len(row) != _COLUMNS or not row[0].isdigit():
            continue
        number, head = int(row[0]), int(row[6])
        result.append(
            TreebankWord(
                form=row[1],
                lemma=row[2],
                pos=row[3],
                tag=row[4],
                head=base + (head or number) - 1,
                relation=row[7],
                starts=starts if not result else "",
                spaced=number not in glued and closing.get(number, _spaced(row)),
            )
        )
    return result


def _ranges(rows: list[list[str]]) -> tuple[set[int], dict[int, bool]]:
    """Words inside a multiword range but its last, and whether its last is followed by space."""
    glued: set[int] = set()
    closing = {}
    for row in rows:
        first, dash, last = row[0].partition("-")
        if dash:
            glued.update(range(int(first), int(last)))
            closing[int(last)] = _spaced(row)
    return glued, closing


def _spaced(row: list[str]) -> bool:
    return "SpaceAfter=No" not in row[_MISC]
