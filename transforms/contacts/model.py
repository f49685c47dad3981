"""What comes out: contacts between actors, who takes part, and where an article tells of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from transforms.contacts.lexicon import Entry
from transforms.days import Day
from transforms.entities.model import Entity

METHOD: Final = "syntax"
Span = tuple[int, int]


@dataclass(frozen=True, kw_only=True)
class Actor:
    """Somebody in the text: a mention, and whom it stands for.

    `mention` and `mention_type` are what the row of `mentions` is made from. `entity` is None where
    the mention refers to nobody known. `basis`: name, reference (a description or pronoun), some
    (members of a party or people, nobody knows which), represents (the country or body whose
    unnamed people take part), speaker (who says that they met) or pair (two who were named
    together). `chance` is that of the reference, 0 to 1.
    """

    mention: Span
    mention_type: str
    entity: Entity | None
    entity_type: str | None
    basis: str
    chance: float
    is_plural: bool = False

    @property
    def key(self) -> str:
        """The same for two mentions of one entity."""
        return self.entity.entity_id if self.entity else f"{self.mention[0]}-{self.mention[1]}"

    @property
    def is_known(self) -> bool:
        """Whether it is clear who it is: a name, or something that stands for one."""
        return self.basis == "name" or (
            self.entity is not None and self.entity_type not in {"GROUP", "UNNAMED"}
        )


@dataclass(frozen=True, kw_only=True)
class Participant:
    """An actor of a contact and what part they have in it."""

    actor: Actor
    role: str


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where it was: a name of the text, and which place it is, if known."""

    start: int
    end: int
    entity: Entity | None


@dataclass(frozen=True, kw_only=True)
class Telling:
    """One place where an article tells of a contact.

    `start` and `end` are the trigger's, in code points; `head` is its word's number, `clause` that
    of the verb it belongs to. `status` and `score` as in `Contact`. `is_whole` is False where the
    words can only point back to a contact (`the talks`, `Lavrov's visit`), `is_told` where nothing
    tells the status of a noun (`Lavrov's visit to Oslo is a sign`).
    """

    start: int
    end: int
    head: int
    clause: int
    entry: Entry
    participants: tuple[Participant, ...]
    is_whole: bool
    is_told: bool
    status: str
    place: Place | None
    day: Day
    score: float


@dataclass(frozen=True, kw_only=True)
class Contact:
    """One contact with all its tellings, the one that the row shows first.

    `participants` are those of every telling, each once. `status`: happened, planned, possible,
    cancelled or denied. `score` ranks how sure type, participants and status are.
    """

    contact_id: str
    tellings: tuple[Telling, ...]
    participants: tuple[Participant, ...]
    status: str
    place: Place | None
    day: Day
    score: float

    @property
    def entry(self) -> Entry:
        """The lexicon's entry of the telling that the row shows."""
        return self.tellings[0].entry
