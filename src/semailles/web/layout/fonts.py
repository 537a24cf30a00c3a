"""The reading font, from its package to the few signs that a page needs: run once at set-up.

Atkinson Hyperlegible (OFL) comes as TrueType with every sign; pages get WOFF2 with Latin letters, figures and typographic signs. The licences of
what pages borrow stand beside it: they go wherever the wheel goes.
"""

from importlib.metadata import distribution
from pathlib import Path

import fontpkg_atkinson_hyperlegible
from fontTools import subset

SOURCE = Path(fontpkg_atkinson_hyperlegible.__file__).parent / "files"
TARGET = Path(__file__).parent / "static" / "layout" / "fonts"
LICENCES = "licences.txt"
BORROWED = ("fontpkg-atkinson-hyperlegible", "django-htmx", "django-allauth")
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
    (target / LICENCES).write_text("\n\n".join(f"{name}\n\n{licence_of(name)}" for name in BORROWED), encoding="utf-8")
    return [_prepared(SOURCE / f"AtkinsonHyperlegible-{face}.ttf", target / f"{name}.woff2") for face, name in FACES.items()]


def licence_of(package: str) -> str:
    """As the package itself ships it."""
    found = distribution(package)
    return "\n".join(file.read_text() for file in found.files or () if file.parent.name == "licenses")


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
