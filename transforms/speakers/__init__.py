"""Who a statement's source is: names, pronouns, descriptions, people without a name.

An `Article` reads all statements at once by rule; `transforms.references` adds what coreference and
the words of a source tell. `Speakers.method` says how a speaker was found:

- `name`: a name heads the source, or the source repeats a name of the article.
- `pronoun`: he, she, it or they, by what was named or spoke before; `relative`: who or which
  right after a name; `first_person`: I or we inside somebody's quotation.
- `nominal`: a description (`the minister`, `the two ministers`, `the ministry`) of the one person
  or organisation of the article introduced by these words.
- `body`: a body of a country that the reference knows (`the Qatari embassy`); the mention that
  it rests on is the country's.
- `document_by`: whose document the source is (`a report by the Treasury`).
- `quotation_continued`: a quotation without source and cue right after a statement.
- `collective`: several people or a body without a name (`two officials`, `the army`), `unnamed`:
  one person or a text (`an aide`, `a new poll`); the source itself is the mention.
- `subject`: the subject of a cue that has no source of its own (`He left, saying`); `author`: I or
  we in the article's own voice.

Pronouns and descriptions that no rule resolves go back to a name by the ranker of
`transforms.coreference`; the mention says which of the two it was.

Without a speaker, why not: `unknown:no_source`, `unknown:pronoun`, `unknown:nominal`,
`unknown:ambiguous` (several fit alike, or a name that may be several entities), `unknown:unsure`
(somebody fits, but not well enough), `unknown:passive` (nobody is said to do it: `is expected`).
"""

from __future__ import annotations

from transforms.speakers.article import Article
from transforms.speakers.model import Parts, Speakers

__all__ = ["Article", "Parts", "Speakers"]
