"""Closed word lists: pronouns, what may stand in a noun phrase, what heads one."""

from __future__ import annotations

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


GENDER_OF_PRONOUN: Final = {
    "he": "m", "him": "m", "his": "m", "himself": "m",
    "she": "f", "her": "f", "hers": "f", "herself": "f",
}  # fmt: skip
FIRST_PERSON: Final = _words("i we me us my our myself ourselves")
THIRD_PERSON: Final = _words("it its they their them")
RELATIVES: Final = _words("who which that whom whose")
PRONOUNS: Final = (
    frozenset(GENDER_OF_PRONOUN) | FIRST_PERSON | RELATIVES
    | _words(
        "they it you them their its your themselves itself yourself this these those both others"
        " everyone everybody someone somebody anyone anybody nobody one many some most several few"
        " all none neither either each"
    )
)  # fmt: skip
DETERMINERS: Final = {
    "the": "the", "this": "the", "that": "the", "these": "the", "those": "the",
    "a": "a", "an": "a", "another": "a", "one": "a", "some": "a", "any": "a", "every": "a",
    "two": "two", "both": "two",
    "his": "whose", "her": "whose", "its": "whose", "their": "whose", "our": "whose",
    "my": "whose", "your": "whose", "whose": "whose",
}  # fmt: skip
PREPOSITIONS: Final = _words(
    "of for in at from with by on to near about against over under between among outside inside"
    " into within during after before since until like as behind who whom which that whose when"
    " where while because if whether than"
)
NOT_IN_TITLES: Final = PREPOSITIONS | _words(
    "and or but nor so then is are was were be been being has have had do does did will would can"
    " could may might must shall should said says say told tell tells asked called named met not"
    " he she it they we i you him them us me according made make became become including joined"
    " with without when where why how there here now also just only even still"
)
"""Words at which a title before a name ends, going back."""
ABBREVIATIONS: Final = {
    "sen": "senator", "sens": "senator", "rep": "representative", "gov": "governor",
    "gen": "general", "adm": "admiral", "col": "colonel", "capt": "captain", "lt": "lieutenant",
    "sgt": "sergeant", "maj": "major", "dr": "doctor", "prof": "professor", "pres": "president",
    "atty": "attorney", "amb": "ambassador", "rev": "reverend", "det": "detective",
    "congressman": "representative", "congresswoman": "representative",
    "chairman": "chair", "chairwoman": "chair", "chairperson": "chair",
    "spokesman": "spokesperson", "spokeswoman": "spokesperson", "premier": "prime_minister",
    "pm": "prime_minister", "ceo": "chief_executive", "vp": "vice_president",
    "businesswoman": "businessman", "congressmen": "representative", "gop": "republican",
    "nominee": "candidate", "hopeful": "candidate", "adviser": "advisor", "reporter": "journalist",
    "attorney": "lawyer", "cop": "officer", "billionaire": "businessman", "mogul": "businessman",
    "candidates": "candidate", "nominees": "candidate", "attorneys": "lawyer",
    "spokesmen": "spokesperson", "businessmen": "businessman", "defense": "defence",
}  # fmt: skip
"""Words that say the same of a person, as one."""
COMPOUNDS: Final = {
    "prime minister": "prime_minister", "vice president": "vice_president",
    "attorney general": "attorney_general", "secretary general": "secretary_general",
    "chief executive": "chief_executive", "first lady": "first_lady",
    "lieutenant governor": "lieutenant_governor", "surgeon general": "surgeon_general",
    "solicitor general": "solicitor_general", "inspector general": "inspector_general",
    "director general": "director", "president elect": "president_elect",
    "running mate": "running_mate", "think tank": "think_tank", "white house": "white_house",
    "supreme court": "supreme_court", "high school": "high_school", "vice chair": "vice_chair",
    "major general": "general", "brigadier general": "general", "rear admiral": "admiral",
    "vice admiral": "admiral", "lieutenant general": "general", "lieutenant colonel": "colonel",
}  # fmt: skip
NOT_THE_SAME: Final = _words(
    "deputy vice former ex assistant acting lieutenant press associate late onetime shadow interim"
    " elect designate co"
)
"""Modifiers that make it another role: the deputy mayor is not the mayor."""
ORGANIZATION_HEADS: Final = _words(
    "ministry department bank company firm agency bureau commission committee council court board"
    " union party university college institute foundation association federation organization"
    " organisation group newspaper paper magazine network broadcaster campaign parliament senate"
    " congress assembly government administration embassy army military navy police force fund"
    " coalition alliance league society club team office authority service corporation airline"
    " panel task_force tribunal treasury think_tank center centre chamber house administration"
    " website publication station chain retailer manufacturer maker giant startup carmaker"
    " automaker lender insurer supplier operator movement militia regime state city country nation"
)
COMPANIES: Final = _words(
    "company firm maker giant retailer manufacturer carmaker automaker airline corporation chain"
    " startup lender insurer supplier operator automakers builder conglomerate brewer drugmaker"
)
COMPANY_ENDS: Final = _words(
    "inc corp co ltd plc llc ag sa nv gmbh holdings motors airlines airways industries energy"
    " technologies pharmaceuticals power"
)
DOCUMENTS: Final = _words(
    "report reports poll polls survey surveys study studies document documents record records law"
    " laws memo memos letter letters filing filings affidavit book books email emails e-mail"
    " e-mails website complaint complaints lawsuit indictment ruling data figures statistics"
    " analysis research article articles transcript transcripts treaty constitution bill"
)
"""Heads of a source that is a text."""
WORDS_OF_SOMEBODY: Final = DOCUMENTS | _words(
    "statement statements speech speeches tweet tweets post posts op-ed column columns memoir"
    " testimony remark remarks comment comments commentary editorial editorials review audit"
    " investigation estimate estimates forecast forecasts account story essay paper blog message"
    " messages announcement declaration promise pledge plan proposal decision suggestion claim"
    " ad ads advertisement commercial film movie video slide average headline accord deal agreement"
    " measure amendment rule map chart novel song lyrics documentary episode clip caption profile"
    " guide manual evidence science number numbers finding findings dossier cable note footage"
    " recording resolution index model calculation spot return returns result results statistic"
    " correction version biography newsletter platform website site"
    " claims argument assertion words answer response call calls criticism denial warning request"
)
"""Heads of a source that is what somebody said or wrote."""
WOMEN: Final = _words(
    "woman girl wife mother daughter sister aunt niece widow actress lady queen princess"
    " grandmother spokeswoman chairwoman congresswoman businesswoman waitress girlfriend"
)
MEN: Final = _words(
    "man boy husband father son brother uncle nephew widower actor king prince grandfather"
    " spokesman chairman congressman businessman waiter boyfriend"
)
