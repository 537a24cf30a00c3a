"""Bytes of unknown encoding → French, against charset-normalizer: how many texts come out otherwise than they were typed.

The texts: every sentence and every whole file of the example, and short lines that people type in a table, each in the encodings that French
computers wrote (Windows, Unix, Macintosh, DOS, Unicode with and without its mark). A text that an encoding cannot write is left out, and so is
one that is plain ASCII in it, which nobody gets wrong. An error: not the same text, sign for sign.
Usage: python bench/charset.py [--shown]: the errors of ours are printed too
"""

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from charset_normalizer import from_bytes

from semailles.engines.reading import read
from semailles.engines.reading.decoding import decode

EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "sud-francilien"
ENCODINGS = ("cp1252", "iso-8859-1", "iso-8859-15", "mac_roman", "cp850", "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be")
MOST_ERRORS = 0.1  # of charset-normalizer's
SHORT = (
    "Évry", "Île-de-France", "À voir", "Été 2025", "Noël", "Août", "Décidé", "À confirmer", "Énergie", "Forêt", "L’eau", "Où ?", "12 000 €",
    "5 000 € (à confirmer)", "cœur de ville", "Sœur Agnès", "Élus ; habitants", "« Ça va ! »", "Aÿ", "Le Haÿ-les-Roses", "Créer une légumerie",
    "Réparer plutôt que jeter", "Planter des haies à Étréchy", "Où sont passés nos commerces ?", "Un café, un marché, une école",
    "Garder l’école ouverte l’été", "n° 3, 2e étage", "25 m² à 19 °C", "Coût : 1 500 € HT", "ÉQUIPE 3 – MOBILITÉS", "RÉNOVATION ÉNERGÉTIQUE",
    "Bien-être à l’école", "maïs, blé, colza", "naïf", "aiguë", "Citroën", "pâte à pain", "hôpital", "sûreté", "dîner", "théâtre", "préau couvert",
    "Un car à midi\nUn car le soir\nPas de car l’été", "Équipe;Idée\nÉnergie;Créer une régie", "Prénom\tNom\tCommune\nZoé\tLefèvre\tÉtampes",
)  # fmt: skip


def main() -> int:
    ours, peer, tried = Counter[str](), Counter[str](), Counter[str]()
    for text in _texts():
        for encoding, content in _written(text):
            tried[encoding] += 1
            ours[encoding] += _is_wrong(text, content, decode, shown="--shown" in sys.argv and encoding)
            peer[encoding] += _is_wrong(text, content, _normalized)
    print(f"{'encoding':12} {'texts':>6} {'ours':>6} {'charset-normalizer':>19}")
    for encoding in ENCODINGS:
        print(f"{encoding:12} {tried[encoding]:6} {ours[encoding]:6} {peer[encoding]:19}")
    ratio = ours.total() / peer.total()
    print(f"{'all':12} {tried.total():6} {ours.total():6} {peer.total():19}: {ratio:.3f} of its errors ({MOST_ERRORS} at most)")
    return int(ratio > MOST_ERRORS)


def _texts() -> Iterator[str]:
    yield from SHORT
    blocks = [block.text for path in sorted(EXAMPLE.rglob("*.*")) if path.suffix not in (".toml", ".csv") for block in _blocks(path)]
    sentences = {sentence for text in blocks for sentence in re.split(r"(?<=[.!?])\s+", text)}
    yield from sorted(sentences)
    yield from (path.read_text("utf-8") for path in sorted(EXAMPLE.rglob("*")) if path.suffix in (".md", ".txt"))


def _blocks(path: Path) -> tuple[object, ...]:
    return read(path.name, path.read_bytes()).blocks


def _written(text: str) -> Iterator[tuple[str, bytes]]:
    for encoding in ENCODINGS:
        try:
            content = text.encode(encoding)
        except UnicodeEncodeError:
            continue
        if not (content.isascii() and b"\x00" not in content):
            yield encoding, content


def _normalized(content: bytes) -> str:
    return str(from_bytes(content).best() or "").removeprefix("\ufeff")


def _is_wrong(text: str, content: bytes, reader: Callable[[bytes], str], *, shown: str | bool = False) -> bool:
    found = reader(content)
    if found != text and shown:
        print(f"{shown}: {text[:100]!r} read as {found[:100]!r}")
    return found != text


if __name__ == "__main__":
    sys.exit(main())
