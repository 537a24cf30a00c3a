"""French and English words: folding, tokens, stems, stop words. Shared by whatever reads meaning or looks for words."""

import re
import unicodedata
from functools import cache, lru_cache

import Stemmer

WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*", re.UNICODE)
LETTERS = re.compile(r"[^\W\d_]+")

FRENCH_STOP = frozenset(
    """a à afin ai ainsi alors après as au aucun aucune aujourd aussi autre autres aux avaient avait avant avec avez avoir avons ayant b bien c ça car ce ceci cela celle celles celui ces cet cette ceux chacun chaque chez ci comme comment d dans
    de depuis des dès désormais deux doit doivent donc dont du elle elles en encore entre environ es est et étaient était été être eu eux faire fait faut font h il ils j jamais je jusqu jusque l la là laquelle le lequel les lesquels leur leurs
    lors lorsqu lorsque lui m ma mais malgré même mêmes mes mieux mise moi moins mon n ne ni non nos notre nous on ont ou où par parce parmi pas pendant peu peut peuvent plus plusieurs pour pourquoi pourrait pourraient presqu puis puisqu puisque qu quand que quel quelle
    quelles quelqu quelque quelques quels qui quoi quoique s sa sans se selon sera serait seront ses si soi soit son sont sous sur t ta tandis tel telle tels tes toi ton tous tout toute toutes très trop tu un une vers via voir vos votre vous y""".split()
)
ENGLISH_STOP = frozenset(
    """a about above after all also an and any are as at be been being between both but by can could did do does during each few for from further had has have having he her here him his how i if in into is it its just let more most my no nor not
    of off on once only or other our out over own same she should so some such than that the their them then there these they this those through to too under until up very was we were what when where which while who why will with would you
    your""".split()
)

PLURAL_FROM = 4
WORDS_KEPT = 1 << 16
LONGEST_ACRONYM = 5  # letters
SHORTEST = 3  # letters of a word that carries meaning


class _Folded(dict[int, str]):
    """What each sign becomes, made once a sign: signs fold alone, so that a text folds sign by sign."""

    def __missing__(self, code: int) -> str:
        flat = unicodedata.normalize("NFKD", chr(code))
        self[code] = "".join(sign for sign in flat if not unicodedata.combining(sign)).casefold()
        return self[code]


_FOLDED = _Folded({ord("’"): "'", ord("œ"): "oe", ord("Œ"): "oe"})


def fold(text: str) -> str:
    """Lower case, without accents, typographic apostrophes straightened: for comparing, never for printing."""
    return text.lower() if text.isascii() else text.translate(_FOLDED)


def words(text: str) -> list[str]:
    """Words in their written form, elisions cut (« l’eau » gives « l », « eau »)."""
    return LETTERS.findall(text)


@cache
def _stemmer(lang: str) -> Stemmer.Stemmer:
    return Stemmer.Stemmer("english" if lang == "en" else "french")


@lru_cache(maxsize=WORDS_KEPT)
def stem(word: str, lang: str) -> str:
    """Snowball's stem, folded; it forgets plurals in « -os » (« vélos »), which are cut first."""
    lower = word.lower()
    singular = lower[:-1] if lower.endswith("os") and len(lower) > PLURAL_FROM else lower
    return fold(str(_stemmer(lang).stemWord(singular)))


FOLDED_STOP = frozenset(fold(word) for word in FRENCH_STOP | ENGLISH_STOP)


def is_acronym(name: str) -> bool:
    """Up to five letters, all of them capitals, dotted or not: « CA », « C.A.U.E. », « ÉPF »."""
    letters = [sign for sign in name if sign.isalpha()]
    return 0 < len(letters) <= LONGEST_ACRONYM and all(sign.isupper() for sign in letters)


def is_too_common(name: str) -> bool:
    """One sign, or a word that stands in every text: it names nobody. An acronym keeps its accents (« CA » is not « ça »), and English words."""
    bare = name.strip().replace(".", "")
    if sum(sign.isalnum() for sign in bare) <= 1:
        return True
    return bare.lower() in FRENCH_STOP if is_acronym(bare) else fold(bare) in FOLDED_STOP


def content_words(text: str) -> list[str]:
    """Folded words that carry meaning: at least three letters, no stop word."""
    return [word for word in map(fold, words(text)) if len(word) >= SHORTEST and word not in FOLDED_STOP]
