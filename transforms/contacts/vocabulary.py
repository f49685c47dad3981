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
    "agree announce arrange book commit confirm decide due expect go intend organize plan pledge"
    " poise prepare project promise ready schedule set slate vow".split()
)
POSSIBLE: Final = frozenset(
    "advise aim allow ask attempt await beg call choose consider consult contemplate debate demand"
    " desire discuss dream eager encourage explore favor hope insist interested invite like look"
    " love mull need negotiate offer open opt permit pray press propose push reach recommend request"
    " require rumor say seek struggle suggest support suppose tell think threaten try urge want"
    " weigh welcome willing wish wonder work".split()
)
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
    "arrive begin bother come continue drive fly gather get go happen head help keep manage race"
    " return rush sit spend start stop travel tend use wait".split()
)
"""Verbs under which an infinitive or gerund happened where they did."""
OPEN: Final = frozenset("may might could can should must ought".split())
FUTURE: Final = frozenset({"will", "shall", "'ll", "wo"})
NEGATIONS: Final = frozenset("not never no n't n’t neither nor without hardly".split())
CONDITIONS: Final = frozenset("if unless whether until".split())
DATED_AHEAD: Final = frozenset("before ahead prior until".split())

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
        "expected planned scheduled upcoming forthcoming future next".split(), "planned"
    ),
    **dict.fromkeys(
        "anticipated looming pending impending coming".split(),
        "planned",
    ),
    **dict.fromkeys(
        "possible potential proposed likely eventual hypothetical any".split(), "possible"
    ),
    **dict.fromkeys("canceled cancelled aborted postponed scuttled".split(), "cancelled"),
    **dict.fromkeys("no".split(), "denied"),
}
OFFICIALS: Final = frozenset(
    "ally ambassador authority chief commander counterpart delegate delegation diplomat emissary"
    " envoy government head leader lawmaker minister negotiator officer official politician"
    " premier president representative side team negotiator".split()
)
"""People and bodies that stand for whom they belong to: `Chinese officials`."""
GATHERED: Final = frozenset(
    "group member delegation dozen hundred lot number pair series team couple handful some many one"
    " several part half crowd gathering thousand".split()
)
GENERIC: Final = frozenset(
    "you your yourself one anybody anyone everybody everyone nobody somebody someone it its which"
    " what that this these those".split()
)
"""Pronouns that stand for no particular actor."""
VENUES: Final = frozenset(
    {"white house", "kremlin", "vatican", "capitol", "united nations", "pentagon", "trump tower"}
)
"""Bodies whose names are places too."""
ONE_ANOTHER: Final = frozenset({"other", "another"})
PRESS: Final = frozenset(
    "anchor audience correspondent crowd interviewer journalist press reporter".split()
)
"""Those whom one speaks to without meeting them."""
