"""What a new version of a document changed, passage by passage, and what became of the ideas of the one before."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from rapidfuzz import fuzz

from semailles.core.identifiers import normalised
from semailles.core.texts.diff import Change, Piece, word_pieces
from semailles.intake.models import DocumentVersion, Idea, Passage, Source

ALIKE = 60.0  # of 100, from which two passages are one that was rewritten
MOST_SHOWN = 400


@dataclass(frozen=True, slots=True)
class Changed:
    """A passage that is not the same. `pieces`: its words, before and after."""

    pieces: tuple[Piece, ...]
    passage: Passage

    @property
    def is_new(self) -> bool:
        return all(piece.change is Change.INSERT for piece in self.pieces)

    @property
    def is_gone(self) -> bool:
        return all(piece.change is Change.DELETE for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Comparison:
    """`unsaid`: ideas of the version before that the one that counts no longer says; they stay."""

    changes: tuple[Changed, ...]
    same: int
    unsaid: tuple[Idea, ...]
    is_cut: bool


def compared(before: DocumentVersion, after: DocumentVersion) -> Comparison:
    old, new = list(before.passages.order_by("rank")), list(after.passages.order_by("rank"))
    changes: list[Changed] = []
    same = 0
    matcher = SequenceMatcher(None, [normalised(one.text) for one in old], [normalised(one.text) for one in new], autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            same += i2 - i1
        else:
            changes += _paired(old[i1:i2], new[j1:j2])
    return Comparison(tuple(changes[:MOST_SHOWN]), same, _unsaid(before, after), len(changes) > MOST_SHOWN)


def _paired(old: Sequence[Passage], new: Sequence[Passage]) -> list[Changed]:
    """A passage rewritten stands beside what it was; the others went, or came."""
    found: list[Changed] = []
    left = list(old)
    for one in new:
        best = max(left, key=lambda other: fuzz.ratio(other.text, one.text), default=None)
        if best is not None and fuzz.ratio(best.text, one.text) >= ALIKE:
            left.remove(best)
            found.append(Changed(tuple(word_pieces(best.text, one.text)), one))
        else:
            found.append(Changed((Piece(Change.INSERT, one.text),), one))
    return [*(Changed((Piece(Change.DELETE, one.text),), one) for one in left), *found]


def _unsaid(before: DocumentVersion, after: DocumentVersion) -> tuple[Idea, ...]:
    said = Source.objects.of(after.initiative).filter(passage__version=after).values("idea")
    ideas = (
        Idea.objects.of(after.initiative).filter(sources__passage__version=before).exclude(pk__in=said).select_related("team").distinct()
    )
    return tuple(ideas.order_by("number", "pk"))
