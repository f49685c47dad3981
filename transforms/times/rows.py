"""Times -> rows of the warehouse."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transforms import ids
from transforms.rows import Row, Sentences
from transforms.times.model import Time


def time_rows(
    times: Sequence[Time], sentences: Sentences, text: str, article_id: str
) -> Iterator[Row]:
    """Rows of `times`."""
    for time in times:
        yield {
            "time_id": ids.time_id(article_id, time.start, time.end),
            "article_id": article_id,
            "sentence_id": sentences.at(time.start).sentence_id,
            "start_char": time.start,
            "end_char": time.end,
            "text": text[time.start : time.end],
            "kind": time.kind,
            "time_value": time.value,
            "starts_on": time.starts_on,
            "ends_on": time.ends_on,
            "grain": time.grain,
            "modifier": time.modifier,
            "method": time.method,
        }
