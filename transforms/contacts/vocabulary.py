"""Words of grammar that decide what a clause says of a contact; what a contact is, seeds tell."""

from __future__ import annotations

from typing import Final

SUPPORTS: Final = frozenset(
    "attend begin break chair complete conclude conduct convene end enter finish have hold join"
    " lead leave make open organize participate pay reconvene renew restart resume stage"
    " start wrap".split()
)
"""Verbs that only say that the contact of their object takes place: `held talks`."""
HOSTING: Final = frozenset("host".split())
"""Such verbs whose subject is the host."""
TAKING_PLACE: Final = frozenset("take occur happen begin start end last follow come go".split())
OF_SUBJECT: Final = frozenset(
    "in during after at following before for from into to on with".split()
)
"""Prepositions of a contact that the subject of the clause takes part in: `said after talks`."""

PLANNED: Final = frozenset(
    "agree announce arrange assign book commit confirm decide dispatch due expect go instruct"
    " intend order organize plan pledge poise prepare project promise ready schedule"
    " set slate vow".split()
)
POSSIBLE: Final = frozenset(
    "await call consider contemplate debate demand desire discuss explore favor hope invite mull"
    " need offer press propose push recommend request require seek suggest support urge want"
    " weigh".split()
)
WISHED: Final = frozenset(
    "advise aim allow ask attempt beg choose consult dream eager encourage insist interested like"
    " look love negotiate open opt permit pray reach rumor say struggle suppose tell think threaten"
    " try welcome willing wish wonder work".split()
)
"""Possible where a verb hangs on them: `tried to meet`; of a noun they tell nothing."""
DENIED: Final = frozenset(
    "avoid block decline deny discourage dispute exclude fail forbid neglect oppose preclude"
    " prevent prohibit refuse reject resist rule spurn unable unlikely".split()
)
CANCELLED: Final = frozenset(
    "abandon abort boycott cancel call delay derail postpone scrap scrub scuttle shelve skip"
    " suspend".split()
)
"""`call` only with `off`; `rule`, of those denied, only with `out`."""
PARTICLES: Final = {"call": "off", "rule": "out"}
IMPLYING: Final = frozenset(
    "arrive attend begin bother come continue drive fly gather get go happen head help journey keep"
    " leave manage race return rush sit spend start step stop travel tend use visit wait"
    " walk".split()
)
"""Verbs under which an infinitive or gerund happened where they did."""
OPEN: Final = frozenset("may might could can should must ought".split())
FUTURE: Final = frozenset({"will", "shall", "'ll", "wo"})
NEGATIONS: Final = frozenset("not never no n't n’t neither nor without hardly".split())
CONDITIONS: Final = frozenset("if unless whether until".split())
UNREAL: Final = frozenset({"if", "unless", "whether"})
DATED_AHEAD: Final = frozenset("before ahead prior until".split())

ASKING: Final = frozenset("agree ask call hope look opt plan prepare press push wait".split())
"""Verbs that are about a contact with `for`, `to` or `on`: `called for talks`."""
LEAVING: Final = frozenset({"depart", "head", "leave"})
"""Verbs of setting out: what one leaves for is still ahead."""
INSTEAD: Final = frozenset({"without", "instead", "than"})
ERRANDS: Final = frozenset("break detour flight journey stop time tour trip visit".split())
"""Nouns whose infinitive tells what was done: `took a detour to meet`."""
NOUN_STATUS: Final = {
    **dict.fromkeys(
        "plan preparation groundwork arrangement date agreement decision preparatory commitment"
        " schedule pledge promise run-up runup lead-up".split(),
        "planned",
    ),
    **dict.fromkeys(
        "ability attempt authority bid call chance condition desire effort hope idea intention"
        " invitation invite need offer openness opportunity option possibility proposal prospect"
        " push readiness request right rumor suggestion talk trouble try way willingness"
        " wish".split(),
        "possible",
    ),
    **dict.fromkeys("cancellation postponement collapse suspension".split(), "cancelled"),
    **dict.fromkeys("denial refusal failure inability lack absence".split(), "denied"),
}
"""What a noun says of the contact that hangs on it: `an invitation to meet`."""
MODIFIERS: Final = {
    **dict.fromkeys(
        "anticipated coming expected forthcoming future impending looming next pending planned"
        " scheduled upcoming".split(),
        "planned",
    ),
    **dict.fromkeys(
        "any eventual hypothetical likely possible potential proposed".split(), "possible"
    ),
    **dict.fromkeys("aborted canceled cancelled postponed scuttled".split(), "cancelled"),
    "no": "denied",
}
"""What a word before a noun says of the contact that it names."""
OFFICIALS: Final = frozenset(
    "ally ambassador authority chief commander counterpart delegate delegation diplomat emissary"
    " envoy government head leader lawmaker minister negotiator officer official politician"
    " premier president representative side team negotiator".split()
)
"""People and bodies that stand for whom they belong to: `Chinese officials`."""
NO_HOSTS: Final = frozenset(
    "area base camp campus church city community country county district factory headquarters home"
    " hospital house nation office plant region school site state station town village".split()
)
"""Places that a visit goes to, and no hosts."""
GATHERED: Final = frozenset(
    "group member delegation dozen hundred lot number pair series team couple handful some many one"
    " several part half crowd gathering thousand".split()
)
GENERIC: Final = frozenset(
    "you your yourself we us our himself herself themselves itself one anybody anyone everybody"
    " everyone nobody somebody someone it its which what that this these those".split()
)
"""Pronouns that stand for no particular actor."""
VENUES: Final = frozenset(
    {"white house", "kremlin", "vatican", "capitol", "united nations", "pentagon", "oval office"}
)
"""Bodies whose names are places too."""
ONE_ANOTHER: Final = frozenset({"other", "another"})
PRESS: Final = frozenset(
    "anchor audience blogger broadcaster columnist commentator correspondent crowd editor host"
    " interviewer journalist moderator newscaster press reporter show writer".split()
)
"""Those whom one speaks to without meeting them."""
OUTLETS: Final = frozenset(
    "ABC BBC Breitbart CBS CNN Daily Fox Gazette HuffPost MSNBC NBC NPR POLITICO Politico Reuters"
    " Gazette Herald Journal Magazine Network News Post Radio Review TV Television Times"
    " Tribune Weekly".split()
)
"""First and last words of the names of newspapers and broadcasters."""
FIGURES: Final = frozenset({"God", "Lord", "Jesus", "Allah", "Satan"})
"""Names of those whom nobody meets."""
UNIQUE: Final = frozenset(
    "president pope pontiff king queen premier chancellor speaker governor mayor emir sultan"
    " ayatollah".split()
)
"""Titles that one person of an article holds: `the president`."""
SIGHTS: Final = frozenset(
    "arena beach bridge cathedral cemetery center chapel church club festival grave hall library"
    " memorial monument mosque museum park pavilion shrine square stadium synagogue temple"
    " theater tower zoo".split()
)
"""Last words of names of places where a visitor need meet nobody."""
SAYING: Final = frozenset(
    "accuse acknowledge add admit announce argue blast claim criticize declare deny describe"
    " explain insist note predict recall reiterate say suggest tell vow warn".split()
)
SELVES: Final = frozenset({"i", "me", "my", "we", "us", "our"})
MOVES: Final = frozenset("arrive come drive fly go head journey return sail travel".split())
"""Verbs of going somewhere."""
HABITS: Final = frozenset(
    "always frequently often occasionally periodically regularly routinely sometimes time times"
    " usually whenever".split()
)
"""Words beside a `would` that tells of what used to be."""
AWAY: Final = frozenset("aside into off onto out over to".split())
"""Prepositions behind a `called` that is no call: `called him onto the stage`."""
DOUBTING: Final = frozenset("believe imagine know recall recollect remember think".split())
"""Verbs whose negation is that of the clause below them: `do not believe that I met him`."""
