"""Cuts a block's text into sentences, by offsets."""

import re
from itertools import pairwise

from semailles.engines.extracting.flat import flattened
from semailles.engines.extracting.lexicon import word_set

STOP = re.compile(r"(?:[.!?…]+)(?:\s?[»”\"])?[)\]]?(?=\s|$)")
SHORTENED = word_set("sentences", "shortened")
BEFORE_NUMBER = word_set("sentences", "before_number")
INITIAL = re.compile(r"(?:^|[\s(’'-])(?:[a-z]\.-?){0,3}[a-z]$")
STARTER = re.compile(r"[\s«]*(?:Le|La|Les|L['’]|Un|Une|Il|Elle|Ils|Elles|On|Nous|Ce|Cette|Ces|Des|En|À|Mais|Pour|Dans)\b")
SHORT_CRY = 4
SHORT_CLAUSE = 25
BETWEEN = re.compile(r";|:(?=\s?[«“])")
INSTRUCTION = re.compile(r"(?:Consigne|Question|Règle du jeu|Sujet|Thème)s? [^.:]{0,60}:")  # what was asked of people is not what they said
MARKS = re.compile("[«»]")
OPENS = re.compile(r"\s?\w")
LONGEST_QUOTATION = 300
NEXT = re.compile(r"[\s«“\"(\[—–-]*(\S)")


def sentences(text: str) -> list[tuple[int, int]]:
    """(start, end) of each sentence, spaces around taken off; the final stop belongs to the sentence."""
    spans: list[tuple[int, int]] = []
    start, quoted = 0, misquoted(text)
    for stop in STOP.finditer(text):
        if _ends_here(text, start, stop) and not _within(quoted, stop.start(), text):
            spans.append((start, stop.end()))
            start = stop.end()
    spans.append((start, len(text)))
    return [trimmed for first, last in spans if (trimmed := _trim(text, first, last))[0] < trimmed[1]]


def clauses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The parts of a sentence between semicolons, and what is quoted after a colon; short ends stay with their neighbour."""
    if INSTRUCTION.match(text, start):
        return [_trim(text, start, end)]
    cuts, quoted = [start], misquoted(text)
    for cut in BETWEEN.finditer(text, start, end):
        if not _within(quoted, cut.start(), text) and cut.end() - cuts[-1] >= SHORT_CLAUSE and end - cut.end() >= SHORT_CLAUSE:
            cuts.append(cut.end())
    cuts.append(end)
    return [_trim(text, first, last) for first, last in pairwise(cuts)]


def misquoted(text: str) -> list[tuple[int, int]]:
    """(start, end) of each quotation that a closing mark opens: « L’atelier » habiter la vallée » a lieu »."""
    spans: list[tuple[int, int]] = []
    depth, opened = 0, -1
    for mark in MARKS.finditer(text):
        if mark.group() == "«":
            depth, opened = depth + 1, -1
        elif depth:
            depth -= 1
        elif opened >= 0 and mark.start() - opened <= LONGEST_QUOTATION:
            spans.append((opened, mark.end()))
            opened = -1
        else:
            opened = mark.start() if OPENS.match(text, mark.end()) else -1
    return spans


def _within(spans: list[tuple[int, int]], at: int, text: str) -> bool:
    """Inside a quotation and not at its end: « … la mer. » closes the sentence."""
    return any(start < at < end and text[at + 1 : end - 1].strip() for start, end in spans)


def _ends_here(text: str, start: int, stop: re.Match[str]) -> bool:
    if stop.end() == len(text):
        return True
    following = NEXT.match(text, stop.end())
    if following and following.group(1).islower():
        return False
    if stop.group() in {"!", "?"} and _is_cry(text[start : stop.start()]):
        return False
    return stop.group() != "." or not _is_shortened(text, start, stop.start()) or bool(STARTER.match(text, stop.end()))


def _is_cry(said: str) -> bool:
    """« Branchez-les ! Une prise, un câble… »: the first words of a quotation go with what follows."""
    return said.lstrip().startswith(("«", "“")) and len(said.split()) <= SHORT_CRY


def _is_shortened(text: str, start: int, at: int) -> bool:
    """« M. Vincent », « cf. page 3 », « J.-M. Vincent »: the dot ends the word, not the sentence. `at`: the dot."""
    if at - start <= len("12") and text[start:at].strip().isdigit():
        return True
    word = flattened(text[max(start, at - 12) : at])
    last = re.split(r"[\s(’']", word)[-1]
    if last in BEFORE_NUMBER and text[at + 1 : at + 3].strip()[:1].isdigit():
        return True
    return last in SHORTENED or (text[at - 1].isupper() and bool(INITIAL.search(word)))


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
