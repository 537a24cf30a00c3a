"""Words that mean the same here: those that people confirmed, and the acronyms that the documents spell out."""

from collections.abc import Sequence
from dataclasses import dataclass

from semailles.convergence.models import Equivalence
from semailles.engines.acronyms import Acronym, acronyms
from semailles.engines.grouping import Equivalence as SaidAlike
from semailles.engines.words import fold
from semailles.intake.models import Passage
from semailles.workshop.models import Initiative


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An acronym that nobody confirmed or withdrew yet, and the first passage that spells it out."""

    acronym: Acronym
    passage: Passage

    @property
    def words(self) -> tuple[int, int]:
        """From where to where the passage says it in full."""
        start = max(fold(" ".join(self.passage.text.split())).find(fold(self.acronym.full)), 0)
        return start, start + len(self.acronym.full)


def equivalences(initiative: Initiative) -> list[Equivalence]:
    """All of them, those that stand first."""
    rows = Equivalence.objects.of(initiative).select_related("confirmed_by", "withdrawn_by").order_by("said", "pk")
    return sorted(rows, key=lambda one: not one.is_standing)


def confirmed_equivalences(initiative: Initiative) -> tuple[SaidAlike, ...]:
    """Those that stand, as the engine hears them."""
    rows = Equivalence.objects.of(initiative).standing().order_by("said", "pk")
    return tuple(SaidAlike(one.said, tuple(one.forms)) for one in rows)


def suggestions(initiative: Initiative, known: Sequence[Equivalence]) -> list[Suggestion]:
    """In the order of the alphabet. Two queries, whatever the passages."""
    passages = Passage.objects.of(initiative).filter(version__is_latest=True, text__contains="(")
    ordered = list(passages.order_by("version__document__path", "rank").values_list("pk", "text"))
    said = {fold(word) for one in known for word in (one.said, *one.forms)}
    found = [one for one in acronyms(text for _, text in ordered) if fold(one.short) not in said]
    first = {one.short: ordered[one.texts[0]][0] for one in found}
    rows = {row.pk: row for row in Passage.objects.filter(pk__in=first.values()).select_related("version__document__team")}
    return [Suggestion(one, rows[first[one.short]]) for one in found]
