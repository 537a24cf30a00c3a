"""Speech typed as it was said, without stops: cut where the speaker takes breath."""

import re
from itertools import pairwise

from semailles.engines.extracting.flat import flattened, tokens

LONGEST_SENTENCE = 40  # words; what is longer and hardly marked was spoken
WORDS_A_MARK = 25
FEWEST = 4  # words of a breath; what is shorter opens the next one
MARKS = re.compile(r"[,;:()–]")
BREATH = re.compile(
    r"\s(?=(?:et puis|et apres|et ensuite|et aussi|et surtout|et si|et la|et moi|et (?:on|il|elle|je|nous)|puis|ensuite|sinon|apres|bon|ben|bah|enfin|voila|alors|donc|du coup|bref|euh|heu|hein|mais|aussi|autre chose|deuxieme(?:ment)?"
    r"|troisieme(?:ment)?|d'abord|premierement|parce qu(?:e|')|en fait|en tout cas|moi|nous on|on (?:pourrait|devrait|aimerait|voudrait|a|est|manque|s'est|m'a)|il (?:faut|faudrait|faudra|y a|y avait|manque)|(?<!il )(?:faut|faudrait)"
    r"|ce serait|ca serait|serait bien|pourquoi (?:pas|on)|j'(?:aimerais|ai)|je (?:pense|propose|voudrais|sais|me|crois|veux|reve)|l'idee|(?<!il )y a|vous savez|tu vois)\b)"
)


def is_speech(text: str) -> bool:
    """So long without a stop, and with so few commas, that nobody wrote it."""
    count = len(tokens(text))
    return count > LONGEST_SENTENCE and len(MARKS.findall(text)) * WORDS_A_MARK < count


def breaths(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The parts of `text[start:end]`, each beginning with a word that opens a clause in speech; no space at either end."""
    cuts = [start]
    for found in BREATH.finditer(flattened(text), start, end):
        if len(tokens(text[cuts[-1] : found.start()])) >= FEWEST:
            cuts.append(found.end())
    if len(cuts) > 1 and len(tokens(text[cuts[-1] : end])) < FEWEST:
        cuts.pop()
    return [_trimmed(text, first, last) for first, last in pairwise([*cuts, end])]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    return start, start + len(text[start:end].rstrip())
