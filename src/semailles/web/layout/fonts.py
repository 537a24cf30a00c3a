"""The reading font, from its package to the few signs that a page needs: run once at set-up.

Atkinson Hyperlegible (OFL) comes as TrueType with every sign; pages get WOFF2 with Latin letters, figures and typographic signs.
"""

from pathlib import Path

import fontpkg_atkinson_hyperlegible
from fontTools import subset

SOURCE = Path(fontpkg_atkinson_hyperlegible.__file__).parent / "files"
TARGET = Path(__file__).parent / "static" / "layout" / "fonts"
FACES = {"Regular": "text", "Bold": "text-bold"}
SIGNS = [
    *range(0x20, 0x180),
    *range(0x2000, 0x2070),
    0x20AC,
    0x2190,
    0x2191,
    0x2192,
    0x2193,
    0x2212,
    0x2248,
    0x2264,
    0x2265,
    0x0218,
    0x021A,
]


def prepare(target: Path = TARGET) -> list[Path]:
    """Write one WOFF2 a face, unless it is there."""
    target.mkdir(parents=True, exist_ok=True)
    return [_prepared(SOURCE / f"AtkinsonHyperlegible-{face}.ttf", target / f"{name}.woff2") for face, name in FACES.items()]


def _prepared(source: Path, target: Path) -> Path:
    if not target.exists():
        options = subset.Options(flavor="woff2", layout_features=["*"], hinting=False)
        font = subset.load_font(str(source), options)
        subsetter = subset.Subsetter(options)
        subsetter.populate(unicodes=SIGNS)
        subsetter.subset(font)
        subset.save_font(font, str(target), options)
    return target


if __name__ == "__main__":
    prepare()
