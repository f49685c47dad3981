"""Who a statement's source is: names, pronouns, descriptions, without syntax.

`speakers` reads all statements of an article at once. `Speakers.method` says how one was found:

- `name`: a name heads the source, or the source repeats a name of the article.
- `pronoun`: he, she, it or they, by what was named or spoke before; `relative`: who or which
  right after a name; `first_person`: I or we inside somebody's quotation.
- `nominal`: a description (`the minister`, `the two ministers`, `the ministry`) of the one person
  or organisation of the article introduced by these words.
- `body`: a body of a country that the reference knows (`the Qatari embassy`); the mention that
  it rests on is the country's.
- `document_by`: whose document the source is (`a report by the Treasury`).
- `quotation_continued`: a quotation without source and cue right after a statement.

Without a speaker, why not: `unknown:no_source`, `unknown:pronoun`, `unknown:nominal`,
`unknown:ambiguous` (several fit alike, or a name that may be several entities).
"""

from __future__ import annotations

from transforms.speakers.article import speakers
from transforms.speakers.model import Parts, Speakers

__all__ = ["Parts", "Speakers", "speakers"]
