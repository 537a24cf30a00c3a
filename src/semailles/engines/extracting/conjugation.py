"""Forms of French verbs, made from infinitives: enough to tell a sentence from a noun phrase, not a grammar."""

from collections.abc import Iterable, Sequence
from functools import cache

from semailles.engines.extracting.flat import Token, flattened
from semailles.engines.extracting.lexicon import entries, lines

IRREGULAR = frozenset(
    [
        "est",
        "sont",
        "suis",
        "sommes",
        "etes",
        "ai",
        "as",
        "ont",
        "avons",
        "avez",
        "va",
        "vont",
        "vais",
        "allons",
        "fait",
        "font",
        "faisons",
        "dit",
        "disent",
        "peut",
        "peuvent",
        "pouvons",
        "doit",
        "doivent",
        "devons",
        "veut",
        "veulent",
        "voulons",
        "sait",
        "savent",
        "savons",
        "vient",
        "viennent",
        "devient",
        "deviennent",
        "revient",
        "reviennent",
        "tient",
        "tiennent",
        "obtient",
        "obtiennent",
        "contient",
        "maintient",
        "soutient",
        "soutiennent",
        "appartient",
        "appartiennent",
        "met",
        "mettent",
        "permet",
        "permettent",
        "promet",
        "prend",
        "prennent",
        "comprend",
        "comprennent",
        "apprend",
        "apprennent",
        "voit",
        "voient",
        "croit",
        "croient",
        "dort",
        "dorment",
        "sert",
        "servent",
        "part",
        "partent",
        "sort",
        "sortent",
        "sent",
        "sentent",
        "repart",
        "perd",
        "perdent",
        "rend",
        "rendent",
        "attend",
        "attendent",
        "vend",
        "vendent",
        "repond",
        "repondent",
        "descend",
        "descendent",
        "depend",
        "dependent",
        "entend",
        "entendent",
        "defend",
        "defendent",
        "connait",
        "connaissent",
        "parait",
        "disparait",
        "disparaissent",
        "apparait",
        "nait",
        "produit",
        "produisent",
        "reduit",
        "conduit",
        "conduisent",
        "construit",
        "traduit",
        "detruit",
        "offre",
        "offrent",
        "souffre",
        "souffrent",
        "ouvre",
        "ouvrent",
        "couvre",
        "couvrent",
        "court",
        "courent",
        "meurt",
        "meurent",
        "vit",
        "vivent",
        "suit",
        "suivent",
        "suffit",
        "suffisent",
        "lit",
        "lisent",
        "ecrit",
        "ecrivent",
        "decrit",
        "inscrit",
        "boit",
        "boivent",
        "recoit",
        "recoivent",
        "choisit",
        "finit",
        "agit",
        "grandit",
        "vieillit",
        "remplit",
        "reunit",
        "fournit",
        "garantit",
        "saisit",
        "subit",
        "bat",
        "battent",
        "plait",
        "rit",
        "sourit",
        "vaut",
        "valent",
        "pleut",
        "assied",
        "faut",
        "rejoint",
        "joint",
        "craint",
        "eteint",
        "atteint",
        "peint",
        "vaudra",
        "etait",
        "etaient",
        "avait",
        "avaient",
        "fut",
        "furent",
        "eut",
        "sera",
        "seront",
        "aura",
        "auront",
        "soit",
        "soient",
        "ait",
        "aient",
        "fasse",
        "fassent",
        "puisse",
        "puissent",
        "vienne",
        "viennent",
    ]
)
NOT_VERBS = frozenset(
    [
        "adherent",
        "excellent",
        "different",
        "president",
        "resident",
        "equivalent",
        "couvent",
        "content",
        "parent",
        "convergent",
        "negligent",
        "urgent",
        "agent",
        "argent",
        "present",
        "souvent",
        "vent",
        "cent",
        "dent",
        "talent",
        "accident",
        "moment",
        "evident",
        "recent",
        "ancien",
        "plusieurs",
        "entre",
        "contre",
        "outre",
        "autre",
        "notre",
        "votre",
        "centre",
        "rencontre",
        "membre",
        "nombre",
        "ombre",
        "semestre",
        "trimestre",
        "metre",
        "kilometre",
    ]
)
NOUN_BEFORE = frozenset(
    [
        "le",
        "la",
        "les",
        "l'",
        "un",
        "une",
        "des",
        "du",
        "de",
        "d'",
        "au",
        "aux",
        "ce",
        "cet",
        "cette",
        "ces",
        "mon",
        "ma",
        "mes",
        "ton",
        "ta",
        "son",
        "sa",
        "ses",
        "notre",
        "nos",
        "votre",
        "vos",
        "leur",
        "leurs",
        "chaque",
        "tout",
        "toute",
        "tous",
        "toutes",
        "quelques",
        "plusieurs",
        "deux",
        "trois",
        "quatre",
        "cinq",
        "six",
        "sept",
        "huit",
        "neuf",
        "dix",
        "en",
        "sans",
        "par",
        "pour",
        "sur",
        "a",
        "à",
        "avec",
        "sous",
        "dans",
        "vers",
        "chez",
        "entre",
        "petit",
        "petite",
        "petits",
        "petites",
        "grand",
        "grande",
        "grands",
        "grandes",
        "nouveau",
        "nouvelle",
        "nouveaux",
        "nouvelles",
        "bon",
        "bonne",
        "premier",
        "premiere",
        "autre",
        "autres",
        "meme",
        "vieux",
        "vieille",
        "ancien",
        "ancienne",
        "jeune",
        "vrai",
        "vraie",
        "simple",
        "et",
        "ou",
        "dès",
        "contre",
        "quelle",
        "quel",
        "quelles",
        "quels",
        "certaines",
        "certains",
        "aucune",
        "aucun",
    ]
)
RELATIVES = frozenset(
    [
        "qui",
        "que",
        "qu'",
        "dont",
        "ou",
        "où",
        "lequel",
        "laquelle",
        "lesquels",
        "lesquelles",
        "auxquels",
        "quand",
        "lorsque",
        "parce",
        "car",
        "si",
        "comme",
        "afin",
        "puisque",
    ]
)
FUTURE_ENDS = ("ra", "ront", "rons", "rez", "rai")
CONDITIONAL_ENDS = ("rait", "raient", "rions", "riez")
NOT_CONDITIONAL = frozenset(
    [
        "trait",
        "traits",
        "attrait",
        "attraits",
        "extrait",
        "extraits",
        "portrait",
        "portraits",
        "retrait",
        "retraits",
        "parait",
        "parais",
        "serais",
        "concret",
        "forait",
        "etirait",
        "attirait",
        "tirait",
        "retirait",
        "entrait",
        "rentrait",
        "montrait",
        "demontrait",
        "rencontrait",
        "ouvrait",
        "couvrait",
        "offrait",
        "souffrait",
        "courait",
        "mourait",
        "demeurait",
        "preparait",
        "separait",
        "comparait",
        "restaurait",
        "assurait",
        "mesurait",
        "durait",
        "jurait",
        "figurait",
        "inspirait",
        "respirait",
        "expirait",
        "admirait",
        "virait",
        "desirait",
        "adorait",
        "ignorait",
        "explorait",
        "ameliorait",
        "elaborait",
        "declarait",
        "reparait",
        "pleurait",
        "livrait",
        "delivrait",
        "ouvraient",
        "entraient",
        "montraient",
        "tiraient",
        "couraient",
        "duraient",
        "figuraient",
        "offraient",
        "couvraient",
        "frais",
        "vrais",
    ]
)
NOT_FUTURE = frozenset(
    [
        "opera",
        "camera",
        "era",
        "extra",
        "ultra",
        "infra",
        "tibra",
        "para",
        "agora",
        "entra",
        "montra",
        "sierra",
        "terra",
        "environs",
        "patrons",
        "citrons",
        "marrons",
        "horizons",
        "entrons",
        "montrons",
        "ouvrons",
        "offrons",
        "front",
        "affront",
        "confront",
        "assurons",
    ]
)

FUTURES = frozenset(
    [
        "sera",
        "seront",
        "serons",
        "aura",
        "auront",
        "aurons",
        "fera",
        "feront",
        "ferons",
        "ira",
        "iront",
        "irons",
        "pourra",
        "pourront",
        "devra",
        "devront",
        "faudra",
        "viendra",
        "viendront",
        "tiendra",
        "tiendront",
        "verra",
        "verront",
        "saura",
        "sauront",
        "voudra",
        "voudront",
    ]
)


@cache
def finite_forms() -> frozenset[str]:
    """Forms of the present, imperfect and past of the verbs known, accents kept (« équipe » is one, « équipé » is not)."""
    written = (word for name in ("verbs", "plain_verbs", "common_verbs") for line in lines(name) for word in line.split())
    return frozenset(form for verb in written for form in _forms(verb) if flattened(form) not in NOT_VERBS)


def is_conditional(token: Token) -> bool:
    flat = token.flat
    return len(flat) > len("rrait") and not token.capital and flat.endswith(CONDITIONAL_ENDS) and flat not in NOT_CONDITIONAL


def is_future(token: Token) -> bool:
    flat = token.flat
    return len(flat) > len("ira") and not token.capital and flat.endswith(FUTURE_ENDS) and flat not in NOT_FUTURE and _stem_is_verb(flat)


def is_infinitive(token: Token) -> bool:
    """A known infinitive, as it is written (« manger » is one, « hiver » is not)."""
    return token.flat in _known()


def main_finite(words: Sequence[Token]) -> Token | None:
    """The first conjugated verb before any relative clause: None for a noun phrase."""
    for at, word in enumerate(words):
        if word.flat in RELATIVES and at > 0 and word.low != "ou":
            return None
        if is_finite(words, at):
            return word
    return None


def is_finite(words: Sequence[Token], at: int) -> bool:
    word = words[at]
    if word.low == "a":
        return at > 0 and not word.capital and words[at - 1].flat not in NOUN_BEFORE
    if is_conditional(word) or is_future(word):
        return True
    if at == 0 or word.capital or not (word.low in finite_forms() or word.flat in IRREGULAR):
        return False
    return words[at - 1].flat not in NOUN_BEFORE


def _stem_is_verb(flat: str) -> bool:
    if flat in FUTURES:
        return True
    stem = next(flat[: -len(end)] for end in FUTURE_ENDS if flat.endswith(end))
    return f"{stem}r" in _known() or f"{stem}re" in _known() or (stem.endswith(("e", "i")) and len(stem) > len("rest"))


@cache
def _known() -> frozenset[str]:
    return entries("verbs") | entries("plain_verbs")


def _forms(verb: str) -> Iterable[str]:
    stem = verb[:-2]
    if verb.endswith("er"):
        soft = stem + "e" if stem.endswith("g") else stem
        return (stem + "e", stem + "ent", soft + "ons", stem + "ez", soft + "ait", soft + "aient", stem + "èrent", *_altered(stem))
    if verb.endswith("ir"):
        return (stem + "it", stem + "issent", stem + "issait", stem + "issaient", stem + "issons", stem + "ait", stem + "aient")
    if verb.endswith("re"):
        return (stem, stem + "ent", stem + "ait", stem + "aient", stem + "it")
    return ()


def _altered(stem: str) -> Iterable[str]:
    """« appeler » → « appelle », « payer » → « paie », « répéter » → « répète », « lever » → « lève »."""
    if stem.endswith(("el", "et")):
        yield from (stem + stem[-1] + "e", stem + stem[-1] + "ent")
    if stem.endswith("y"):
        yield from (stem[:-1] + "ie", stem[:-1] + "ient")
    if len(stem) > len("ev") and stem[-2] in "eé":
        yield from (stem[:-2] + "è" + stem[-1] + "e", stem[:-2] + "è" + stem[-1] + "ent")
