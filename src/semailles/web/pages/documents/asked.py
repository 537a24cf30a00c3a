"""What the address of a document asks for: a version, a screen, a page, exact words. Whatever cannot be read is not asked."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import QueryDict

from semailles.intake.models import DocumentVersion, Excerpt, Passage, Source
from semailles.web.pages.documents.leaves import Sought

_LARGEST = 10**7


@dataclass(frozen=True, slots=True)
class Asked:
    version: str = ""
    screen: int | None = None
    page: int | None = None
    passage: int | None = None
    start: int | None = None
    end: int | None = None


def asked(query: QueryDict) -> Asked:
    numbers = {name: _number(query.get(key, "")) for name, key in _KEYS.items()}
    return Asked(version=query.get("version", ""), **numbers)


_KEYS = {"screen": "ecran", "page": "page", "passage": "passage", "start": "debut", "end": "fin"}


def _number(typed: str) -> int | None:
    return int(typed) if typed.isascii() and typed.isdigit() and int(typed[:9]) < _LARGEST and len(typed) < len(str(_LARGEST)) else None


def chosen(versions: Sequence[DocumentVersion], wanted: str) -> DocumentVersion:
    """The version of this fingerprint, else the one whose bytes begin so, else the one that counts."""
    exact = [version for version in versions if version.fingerprint == wanted]
    alike = [version for version in versions if wanted and version.sha256.startswith(wanted)]
    return next(iter([*exact, *alike]), versions[0])


def sought(version: DocumentVersion, wanted: Asked) -> tuple[Sought, Excerpt] | None:
    """The words asked for, when they are there: all of the passage when the address gives no place in it."""
    passage = (
        Passage.objects.of(version.initiative).filter(version=version, rank=wanted.passage).first() if wanted.passage is not None else None
    )
    if passage is None:
        return None
    start = wanted.start if wanted.start is not None and wanted.start < len(passage.text) else 0
    end = wanted.end if wanted.end is not None and start < wanted.end <= len(passage.text) else len(passage.text)
    passage.version = version
    return Sought(passage.rank, start, end), Source(passage=passage, start=start, end=end, quote=passage.text[start:end])
