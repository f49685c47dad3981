"""One key for the spellings of one name, from which the ids of our own entities are made.

Persons: accents, case, dots, hyphens and apostrophes do not count, nor do breaks behind the first
word (`Park Geun-hye`, `Park Geunhye`); Slavic endings are written one way (`Sergei`, `Sergey`;
`Zelenskyy`, `Zelenskiy`, `Zelensky`), `x` is `ks`, `el-` is `al-`, `Abdel Fattah` is
`Abdulfattah`; and the given names of `_ONE_NAME`, which are romanised in several ways, are one
each. Everything else counts: `Marin` is not `Marine`, `Jon` not `John`, `Brown` not `Browne`, and
middle initials and `Jr.` are part of the key. Organisations: the form of incorporation, `&`, a
leading article and British spellings of a few words do not count. All others: accents, case,
punctuation and a leading article do not.

Two names with one key are one entity for ever, in every article of every night: a spelling that is
added here changes ids that have been published. Later ones belong into seeds/overrides.csv.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from transforms.entities.gazetteer import SMALL_WORDS, is_generic
from transforms.entities.names import PersonName, key, person_name

_ONE_NAME = """\
abbas abas|abdullah abdallah abdulla abdalla|ahmed ahmad achmed|
aleksander aleksandr alyaksandr aliaksandr|anatoly anatoli|arkady arkadi|artyom artem|
dmitry dmitri dimitri dimitry|ekaterina yekaterina|elena yelena|evgeny evgeni yevgeny yevgeni|
faisal faysal feisal|fyodor fedor|gaddafi qaddafi gadhafi kadhafi kadafi qadhafi gadafi|
gennady gennadi|georgy georgi|grigory grigori|hamid hameed|hassan hasan|
hussein hussain husain hossein hosein husein|ibrahim ebrahim|jamal jamaal|karim kareem|
khalid khaled|ksenia kseniya|mahmoud mahmud mahmood|maksim maksym|mikhail michail|
mohammed muhammad mohammad mohamed mohamad muhammed muhamad muhamed mohd|
muammar moammar muammer|muqtada moqtada|mustafa mostafa moustafa|nasser naser|
natalia natalya|nouri nuri|omar umar|osama usama|osman usman uthman|pyotr petr|
rashid rasheed rachid|said saeed saied saeid|sergey serguey|suleiman sulaiman soleiman|
tariq tarek tareq|tatiana tatyana|valery valeri|vasily vasili vassily|viktor victor|
vitaly vitali|vladimir wladimir|yury yuri youri iouri|yusuf yousuf yousef youssef yusef youssouf"""
_ROOTS = {
    spelling: group.split()[0]
    for group in _ONE_NAME.replace("\n", "").split("|")
    for spelling in group.split()
}
_ENDINGS = (
    (re.compile(r"(?<=..[^aeoiy])[iy][iyj]+$"), "y"),
    (re.compile(r"(?<=...[aeo])[ij]$"), "y"),
    (re.compile(r"(?<=..)ski$"), "sky"),
    (re.compile(r"(?<=..)iya$"), "ia"),
)
_SERVANT = re.compile(r"^abd[aeu]l")
_ARTICLES = frozenset({"al", "el"})
_FORMS = {
    "incorporated": "inc", "corporation": "corp", "company": "co", "limited": "ltd",
    "holdings": "holding",
}  # fmt: skip
_INCORPORATED = frozenset(
    """inc corp co ltd llc llp lp plc gmbh ag sa nv bv ab asa oyj pty kk""".split()
)
_ONE_WORD = {
    "&": "and", "centre": "center", "theatre": "theater", "defence": "defense",
    "programme": "program", "organisation": "organization", "organisations": "organizations",
}  # fmt: skip


def identity(entity_type: str, name: str) -> str:
    """What tells entities of a type apart by name, without titles; '' where it has no word."""
    if entity_type == "PERSON":
        return person(person_name(name, {}))
    return organization(name) if entity_type == "ORG" else " ".join(_words(name))


def person(name: PersonName) -> str:
    """The key of a person's name, with middle initials and suffix."""
    parts = [full_name(name.tokens), "".join(name.initials), name.suffix]
    return "|".join(parts).rstrip("|")


def plain(name: PersonName) -> str:
    """The key of a person's name as the reference is searched by it: no middle initials."""
    return f"{full_name(name.tokens)} {name.suffix}".rstrip()


def full_name(tokens: Iterable[str]) -> str:
    """The key of the folded words of a name: the first one, and the others as one."""
    words = [word(token) for token in tokens]
    words[1:] = ["al" if each in _ARTICLES else each for each in words[1:]]
    for place in range(len(words) - 2, -1, -1):
        if words[place : place + 2] == ["abd", "al"]:
            words[place : place + 2] = ["abdul"]
        if words[place] == "abdul":
            words[place : place + 2] = ["".join(words[place : place + 2])]
    return " ".join([*words[:1], "".join(words[1:])]).rstrip()


def part(folded: str) -> str:
    """The key of a folded surname or given name: `al sadr` and `el sadr` are `alsadr`."""
    return "".join("al" if each in _ARTICLES else word(each) for each in folded.split())


@lru_cache(maxsize=1 << 16)
def word(folded: str) -> str:
    """The one spelling of a folded word of a person's name."""
    spelled = _SERVANT.sub("abdul", folded.replace("x", "ks"))
    for ending, one in _ENDINGS:
        spelled = ending.sub(one, spelled)
    return _ROOTS.get(spelled, spelled)


def organization(name: str) -> str:
    """The key of an organisation's name: `Acme & Co.` and `The Acme Company` are `acme`.

    A form of incorporation stays where the rest would name no one body: `News Corp.`.
    """
    words = _words(name)
    words[1:] = [_FORMS.get(each, each) for each in words[1:]]
    kept = len(words)
    while kept > 1 and words[kept - 1] in _INCORPORATED:
        kept -= 1
    if kept < len(words) and words[kept - 1] == "and":
        kept -= 1
    rest = words[:kept]
    names_nobody = not rest or rest[-1] in SMALL_WORDS or is_generic(" ".join(rest))
    return " ".join(words if names_nobody else rest)


def _words(name: str) -> list[str]:
    return [_ONE_WORD.get(each, each) for each in key(name).split()]
