"""Tables of the reference data: the columns of seeds/*.csv, under the same names."""

from __future__ import annotations

import polars as pl

from warehouse.schema.columns import (
    CONTACT_TYPES,
    PLOVER_MODES,
    PLOVER_TYPES,
    STATEMENT_KINDS,
    count,
    text,
)
from warehouse.schema.model import Column, Table

_GENDERS = {"m": "male", "f": "female"}
_LIST = "parted by |"
_COUNTRY = "ISO 3166-1 alpha-2 code of the country (NA is Namibia); EU and XK besides."
_SOURCE = "Where the row comes from; seeds/README.md explains the names."


def _country(description: str) -> Column:
    return Column(
        name="country_iso2",
        dtype=pl.String(),
        description=f"{description} {_COUNTRY} NULL: unknown, or none.",
        nullable=True,
        check="regexp_full_match(country_iso2, '[A-Z]{2}')",
    )


def _wikidata(name: str, what: str, *, nullable: bool = True) -> Column:
    absent = " NULL: not known." if nullable else ""
    return Column(
        name=name,
        dtype=pl.String(),
        description=f"Wikidata id of {what}.{absent}",
        nullable=nullable,
        check=f"regexp_full_match({name}, 'Q[0-9]+')",
    )


def _partial_day(name: str, description: str) -> Column:
    return Column(
        name=name,
        dtype=pl.String(),
        description=f"{description} Text, as exact as known: 2020, 2020-12 or 2020-12-31.",
        nullable=True,
        check=f"regexp_full_match(\"{name}\", '[0-9]{{4}}(-[0-9]{{2}}){{0,2}}')",
    )


def _listed(
    name: str, description: str, values: dict[str, str], *, nullable: bool = False
) -> Column:
    return Column(
        name=name,
        dtype=pl.String(),
        description=description,
        nullable=nullable,
        values=values,
    )


COUNTRIES = Table(
    name="reference_countries",
    grain="one row per country or territory",
    description="Countries, the words for their people, and the cities that stand for their "
    "governments.",
    primary_key=("iso2",),
    columns=(
        text("iso2", "ISO 3166-1 alpha-2 code (NA is Namibia); EU and XK besides."),
        text("iso3", "ISO 3166-1 alpha-3 code."),
        _wikidata("wikidata_id", "the country", nullable=False),
        text("name", "Usual English name."),
        text("official_name", "Official English name."),
        text("aliases", f"Other names, {_LIST}. NULL: none.", nullable=True),
        text("demonym_adjectives", f"Adjectives (French), {_LIST}. NULL: none.", nullable=True),
        text("demonym_singular", f"One of its people, {_LIST}. NULL: none.", nullable=True),
        text("demonym_plural", f"Its people, {_LIST}. NULL: none.", nullable=True),
        text("capital", "Capital city. NULL: none.", nullable=True),
        text(
            "metonyms",
            f"Places whose name can stand for its government, {_LIST}. NULL: none.",
            nullable=True,
        ),
        _listed(
            "metonym_use",
            "How often news uses the metonyms so.",
            {"common": "as a rule", "possible": "now and then", "none": "it has no metonym"},
        ),
        text("region", "Part of the world, as the United Nations divide it."),
        text("subregion", "Part of the region. NULL: not divided.", nullable=True),
        Column(
            name="un_member",
            dtype=pl.Boolean(),
            description="Whether it is a member of the United Nations.",
        ),
        text("status", "Standing of the code in ISO 3166-1."),
        text("source", _SOURCE),
    ),
)

PEOPLE = Table(
    name="reference_people",
    grain="one row per person and spell in an office",
    description="People in public office, one row for each office that they held.",
    columns=(
        _wikidata("wikidata_id", "the person"),
        text("name", "Usual English name."),
        text("aliases", f"Other names, {_LIST}. NULL: none.", nullable=True),
        text("position", "The office, as the source has it."),
        text("position_kind", "Kind of office: head_of_state, minister, ambassador, ..."),
        _wikidata("position_wikidata_id", "the office"),
        _country("Country that the office belongs to."),
        _partial_day("start", "When the spell began. NULL: not known."),
        _partial_day("end", "When it ended. NULL: no end known at as_of, not 'in office today'."),
        _listed("gender", "Gender. NULL: not known.", _GENDERS, nullable=True),
        text("source", _SOURCE),
        Column(
            name="as_of",
            dtype=pl.Date(),
            description="Day of the snapshot that the row was taken from.",
        ),
    ),
)

ORGANIZATIONS = Table(
    name="reference_organizations",
    grain="one row per organisation",
    description="Governments and their bodies, parties, international bodies, media, companies, "
    "armed groups.",
    columns=(
        text("name", "Usual English name."),
        text("aliases", f"Other names, {_LIST}. NULL: none.", nullable=True),
        text("type", "Kind of organisation: party, ministry, igo, militant, media, ..."),
        _country("Country that it belongs to."),
        _wikidata("wikidata_id", "the organisation"),
        text("source", _SOURCE),
    ),
)

ROLES = Table(
    name="reference_roles",
    grain="one row per title or role word, and kind",
    description="Titles and role words that go with people's names.",
    columns=(
        text("title", "The title, as printed."),
        text("lemma", "Its singular in lower case."),
        text("kind", "Kind of role: minister, military, spokesperson, honorific, ..."),
        _listed("gender_hint", "What it tells of gender.", {**_GENDERS, "u": "nothing"}),
        _listed(
            "placement",
            "Where it stands.",
            {"before": "before the name only", "both": "before the name, or on its own"},
        ),
    ),
)

CUE_CLASSES = Table(
    name="reference_cue_classes",
    grain="one row per class of cues",
    description="What kinds of acts and attitudes cues report.",
    primary_key=("class",),
    columns=(
        text("class", "The class: statements.cue_class."),
        text("description", "What its cues say that the source does, with some of them."),
    ),
)

CUES = Table(
    name="reference_cues",
    grain="one row per cue",
    description="Reporting expressions and what they mean.",
    primary_key=("lemma",),
    columns=(
        text("lemma", "Dictionary form: statements.cue_lemma."),
        text(
            "class",
            "What kind of act it reports, as reference_cue_classes.class tells: "
            "statements.cue_class.",
        ),
        _listed("statement_kind", "statement_kind of its statements.", STATEMENT_KINDS),
        _listed(
            "polarity",
            "The source's stance towards what it speaks of.",
            {"positive": "for it", "negative": "against it", "neutral": "neither"},
        ),
        text("forms", f"Other forms, {_LIST}. NULL: none.", nullable=True),
        _listed(
            "kind",
            "What kind of expression it is.",
            {
                "verb": "a verb",
                "light_verb": "a verb that says little beside another cue (voiced doubts, sought "
                "to portray)",
                "noun": "a noun",
                "adjective": "an adjective or participle (is confident)",
                "adverb": "an adverb",
                "phrase": "several words",
            },
        ),
        count("polnear_train_count", "How often it is a cue in the training part of PolNeAR."),
    ),
)


def _share(name: str, description: str, *, top: int, nullable: bool) -> Column:
    return Column(
        name=name,
        dtype=pl.Float64(),
        description=description,
        nullable=nullable,
        check=f"{name} BETWEEN 0 AND {top}",
    )


GIVEN_NAMES = Table(
    name="reference_given_names",
    grain="one row per given name",
    description="Given names and the gender that they suggest.",
    primary_key=("given_name",),
    columns=(
        text("given_name", "The name in lower case."),
        _listed("gender", "Gender that it suggests.", {**_GENDERS, "u": "either"}),
        _share("p_male", "Share of its bearers who are male, 0 to 1.", top=1, nullable=False),
        count("n_male_politicians", "Male politicians of that name who were counted."),
        count("n_female_politicians", "Female politicians of that name who were counted."),
        _share(
            "census1990_male_pct",
            "Percent of US men of that name in the census of 1990. NULL: not listed.",
            top=100,
            nullable=True,
        ),
        _share(
            "census1990_female_pct",
            "Percent of US women of that name in the census of 1990. NULL: not listed.",
            top=100,
            nullable=True,
        ),
        text("source", _SOURCE),
        _listed(
            "confidence",
            "How far the gender can be relied on.",
            {"high": "many bearers", "medium": "some", "low": "few"},
        ),
    ),
)

CONTACT_WORDS = Table(
    name="reference_contacts",
    grain="one row per word and type of contact",
    description="The words that tell of contacts, and how their clauses are read.",
    primary_key=("lemma", "kind", "contact_type"),
    columns=(
        text("lemma", "Dictionary form."),
        _listed("kind", "What kind of word it is.", {"verb": "a verb", "noun": "a noun"}),
        _listed("contact_type", "contact_type of its contacts.", CONTACT_TYPES),
        _listed("plover_type", "PLOVER's event type.", PLOVER_TYPES),
        _listed("plover_mode", "PLOVER's mode. NULL: none.", PLOVER_MODES, nullable=True),
        _listed(
            "pattern",
            "What its two sides are.",
            {
                "together": "both take part alike",
                "visit": "the first visits the second",
                "host": "the first receives the second",
                "call": "the first calls the second",
                "sign": "both sign",
            },
        ),
        text(
            "partners",
            f"What brings in the other side: object and prepositions, {_LIST}.",
        ),
        text(
            "needs",
            f"Lemmas of which one must stand beside it, {_LIST}. NULL: any will do.",
            nullable=True,
        ),
        text(
            "excludes",
            f"Lemmas that beside it tell of something else, {_LIST}. NULL: none.",
            nullable=True,
        ),
    ),
)
