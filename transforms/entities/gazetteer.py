"""Closed knowledge of names: American states, regions, head words, surnames that come first."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _phrases(text: str) -> frozenset[str]:
    return frozenset(text.replace("\n", "").split("|"))


_STATES = {
    "Alabama": "Ala|AL", "Alaska": "AK", "Arizona": "Ariz|AZ", "Arkansas": "Ark|AR",
    "California": "Calif|CA", "Colorado": "Colo|CO", "Connecticut": "Conn|CT",
    "Delaware": "Del|DE", "Florida": "Fla|FL", "Georgia": "Ga|GA", "Hawaii": "HI",
    "Idaho": "ID", "Illinois": "Ill|IL", "Indiana": "Ind|IN", "Iowa": "IA", "Kansas": "Kan|KS",
    "Kentucky": "Ky|KY", "Louisiana": "La|LA", "Maine": "ME", "Maryland": "Md|MD",
    "Massachusetts": "Mass|MA", "Michigan": "Mich|MI", "Minnesota": "Minn|MN",
    "Mississippi": "Miss|MS", "Missouri": "Mo|MO", "Montana": "Mont|MT", "Nebraska": "Neb|NE",
    "Nevada": "Nev|NV", "New Hampshire": "N.H.|NH", "New Jersey": "N.J.|NJ",
    "New Mexico": "N.M.|NM", "New York": "N.Y.|NY", "North Carolina": "N.C.|NC",
    "North Dakota": "N.D.|ND", "Ohio": "OH", "Oklahoma": "Okla|OK", "Oregon": "Ore|OR",
    "Pennsylvania": "Pa|PA", "Rhode Island": "R.I.|RI", "South Carolina": "S.C.|SC",
    "South Dakota": "S.D.|SD", "Tennessee": "Tenn|TN", "Texas": "Tex|TX", "Utah": "UT",
    "Vermont": "Vt|VT", "Virginia": "Va|VA", "Washington": "Wash|WA", "West Virginia": "W.Va.|WV",
    "Wisconsin": "Wis|WI", "Wyoming": "Wyo|WY", "District of Columbia": "D.C.|DC",
}  # fmt: skip
STATES = {name.casefold(): name for name in _STATES}
STATES_THAT_ARE_MORE = frozenset({"georgia", "new york", "washington"})
"""States whose name is as well that of a country or a large city."""
STATE_ABBREVIATIONS = {
    short.replace(".", "").casefold(): name
    for name, shorts in _STATES.items()
    for short in shorts.split("|")
}
STATE_DEMONYMS = _words(
    """alabamian alaskan arizonan arkansan californian coloradan floridian hawaiian
    idahoan illinoisan hoosier iowan kansan kentuckian louisianan mainer marylander michigander
    minnesotan mississippian missourian montanan nebraskan nevadan ohioan oklahoman oregonian
    pennsylvanian tennessean texan utahn vermonter virginian washingtonian wisconsinite
    yorker jerseyan carolinian"""
)
REGIONS = _phrases(
    """africa|americas|antarctica|arctic|asia|asia pacific|atlantic|balkans|baltics|caribbean|
caucasus|central africa|central america|central asia|central europe|east africa|east asia|
eastern europe|europe|eurasia|far east|great lakes|gulf|gulf coast|gulf states|holy land|
horn of africa|indian subcontinent|indo pacific|korean peninsula|latin america|levant|maghreb|
mediterranean|mideast|middle east|midwest|near east|new england|north africa|north america|
northeast|northeast asia|northern europe|northwest|oceania|pacific|pacific northwest|
persian gulf|rust belt|sahara|sahel|scandinavia|siberia|silicon valley|south america|
south asia|south caucasus|southeast|southeast asia|southern africa|southern europe|southwest|
sub saharan africa|sun belt|west|west africa|west coast|east coast|western europe|
western hemisphere|himalayas|alps|andes|rockies|amazon|danube|nile|rhine|volga|ganges|mekong|
yangtze|arabian peninsula|deep south|south|north|east|donbas|donbass|anatolia|
balkan peninsula|global south|earth|world|moon|mars|dmz|green line|occupied territories"""
)
WATER_AND_LAND = _words(
    """sea ocean river lake bay strait straits gulf channel canal mountain mountains mount hills
    valley desert peninsula island islands coast cape delta basin plateau glacier creek forest
    reef atoll archipelago region belt continent border heights highlands area strip"""
)
LAND_FIRST = frozenset({"mount", "lake", "cape", "gulf", "strait", "sea", "bay", "river"})
FACILITIES = _words(
    """airport bridge building stadium palace prison jail hospital tower towers museum theater
    theatre arena hall plaza square avenue street road boulevard highway tunnel dam base
    cathedral church mosque synagogue temple station terminal port harbor hotel resort library
    castle fort barracks camp park zoo center centre mall monument memorial cemetery gate dock
    shipyard plant reactor pipeline courthouse mansion ranch penitentiary airbase room
    office"""
)
FACILITY_AS_ORG = frozenset({"center", "centre", "hospital", "museum", "church", "library"}) | (
    frozenset({"office", "base", "theater", "theatre", "hotel", "resort", "plant", "park"})
)
"""Head words that an ORG label keeps as ORG: such places act."""
EVENTS = _words(
    """war wars election elections summit games olympics conference convention hurricane cyclone
    typhoon tropical storm superstorm earthquake festival cup championship championships
    tournament bowl marathon revolution uprising massacre genocide holocaust crisis recession
    depression referendum caucus caucuses primary primaries day debate inauguration pandemic
    famine siege battle coup intifada armistice ceremony awards oscars parade week fair expo
    brexit christmas easter ramadan hanukkah thanksgiving passover"""
)
EVENTS_BY_ONE_WORD = _words(
    """brexit holocaust christmas easter ramadan hanukkah thanksgiving passover olympics oscars
    intifada"""
)
EVENT_FIRST = frozenset({"hurricane", "cyclone", "typhoon", "operation", "battle", "siege"})
FAITHS_AND_PEOPLES = _phrases(
    """muslim|christian|jew|jewish|catholic|roman catholic|protestant|sunni|shiite|shia|shi ite|
hindu|buddhist|sikh|mormon|evangelical|orthodox|anglican|lutheran|methodist|baptist|
presbyterian|quaker|amish|islamic|islamist|judeo christian|alawite|druze|yazidi|salafist|
wahhabi|sufi|coptic|copt|maronite|hispanic|latino|latina|latinx|african american|black|white|
asian|asian american|arab|arab american|kurd|kurdish|tibetan|uighur|uyghur|rohingya|berber|
roma|slavic|slav|native american|indigenous|inuit|maori|zulu|hutu|tutsi|pashtun|hazara|tamil|
sinhalese|chechen|tatar|cossack|basque|catalan|flemish|walloon|scottish|scot|welsh|
northern irish|caucasian|soviet|western|westerner|southern|southerner|middle eastern|
latin american|central american|south american|north american|european|african|
southeast asian|central asian|east asian|south asian|eastern european|western european|
scandinavian|balkan|nordic|caribbean|mexican american|cuban american|chinese american|
japanese american|korean american|indian american|irish american|italian american|
jewish american|american jew|american jewish|muslim american|american muslim|turkish american|
armenian american|iranian american|bavarian|parisian|londoner|muscovite|sicilian|siberian|
crimean|gazan|persian|ottoman|roman|byzantine|zionist|puerto rican"""
)
ADHERENTS = _words(
    """republican democrat democratic libertarian independent communist socialist nazi marxist
    leninist maoist fascist conservative liberal tory labour whig green progressive peronist
    baathist islamist jihadist taliban anarchist federalist confederate bolshevik
    sandinista chavista trotskyist stalinist gop dem"""
)
GENERIC_ORGS = _words(
    """administration agency army assembly authority bank board bureau cabinet chamber coast
    command commission committee community congress corps council court department division
    finance foreign government guard health house interior justice legislature marines military
    ministry national navy office parliament party police post security senate service state
    supreme treasury union university defense defence air force labor labour education energy
    commerce central of the and affairs for times news star tribune herald journal select
    judiciary intelligence minority majority rules platform general attorney district appeals
    high federal public oversight budget pac appropriations armed services homeland city
    county"""
)
"""Words that name no one body by themselves: `Foreign Ministry`, `the Committee`."""
SURNAMES_FIRST = _words(
    """ahn an bae baek bai ban bao bu byun cai cao cha chae chai chan chang chen cheng cheong cheung
    chiang cho choe choi chon chong chow chu chun chung cui dai deng ding dong du duan fan fang
    feng fu gao ge geng gong gu guan guo ha ham han hao he heo ho hong hou hu hua huang hwang hyon
    hyun im jang jeon jeong jia jiang jin jo jon ju jung kang ke kim ko kong koo ku kung kwak kwon
    lai lam lau lei leung li liang liao lim lin liu long lu luo lyu ma mao mei meng mi min mo moon
    mu na nam ni nie noh oh pak pan pang park peng pi pu qi qian qiao qin qiu qu ren ri ro roh ru
    ryang ryu sa seo shao shen shi shim shin so sohn son song su suh sun tan tang tao tian tong
    tsai tseng tung u wan wang wei wen weng won wong woo wu xi xia xiang xiao xie xing xiong xu
    xue yan yang yao ye yeo yi yim yin yon yoo yoon you yu yuan yue yun zeng zhai zhang zhao zheng
    zhong zhou zhu zhuang zong zou"""
)
"""Chinese and Korean surnames, which come before the given name."""
SURNAME_FIRST_COUNTRIES = frozenset({"CN", "TW", "HK", "MO", "KR", "KP"})
PARTICLES = _words(
    """al el bin ibn abu ben da de del della der den di do dos du la le van von ten ter te st
    mac"""
)
_NICKNAMES = """\
abe abraham|al albert|alex alexander|andy andrew|barb barbara|ben benjamin|bernie bernard|
beth elizabeth|bill william|billy william|bob robert|bobby robert|charlie charles|
chris christopher|chuck charles|dan daniel|dave david|debbie deborah|dick richard|don donald|
ed edward|fred frederick|greg gregory|hank henry|jack john|jeff jeffrey|jen jennifer|
jerry gerald|jim james|jimmy james|joe joseph|johnny john|jon jonathan|josh joshua|
kate katherine|ken kenneth|larry lawrence|becky rebecca|kathy katherine|peggy margaret|
liz elizabeth|matt matthew|mike michael|mitch mitchell|nick nicholas|pat patrick|pete peter|
phil philip|ray raymond|rich richard|rick richard|rob robert|ron ronald|sam samuel|sandy sandra|
steve steven|steve stephen|sue susan|ted edward|ted theodore|tim timothy|tom thomas|
tony anthony|vince vincent|walt walter|will william"""
NICKNAMES = frozenset(
    (pair.split()[0], pair.split()[1]) for pair in _NICKNAMES.replace("\n", "").split("|")
)
SMALL_WORDS = frozenset({"of", "the", "and", "for", "in", "on", "to", "at", "a", "de", "la"})


def is_generic(folded: str) -> bool:
    """Whether a folded name is of one or two words that many bodies share: `Foreign Ministry`."""
    words = [word for word in folded.split() if word not in SMALL_WORDS]
    return len(words) < 3 and all(word in GENERIC_ORGS for word in words)
