"""Answers with their address and the name of what they are."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from semailles.intake.enums import WAITING, IdeaState
from semailles.publication.answering import Answer


@dataclass(frozen=True, slots=True)
class Placed:
    """`state`: of an idea on which somebody decided, what and why."""

    answer: Answer
    url: str
    name: str
    state: str = ""


def placed(found: Sequence[Answer]) -> tuple[Placed, ...]:
    names = _names()
    return tuple(Placed(answer, _address(answer), names[answer.kind], _state(answer)) for answer in found)


def _address(answer: Answer) -> str:
    if answer.kind == "project":
        return reverse("project", kwargs={"number": int(answer.key)})
    if answer.kind == "passage":
        document, _slash, rank = answer.key.partition("/")
        return f"{reverse('document', kwargs={'public_id': document})}?passage={rank}#p-{rank}"
    return reverse(answer.kind, kwargs={"public_id": answer.key})


def _state(answer: Answer) -> str:
    if answer.state == IdeaState.SET_ASIDE:
        return _("Set aside: « %(reason)s »") % {"reason": answer.reason}
    if answer.state == IdeaState.MERGED:
        return _("Duplicate of %(idea)s") % {"idea": answer.told_by}
    if answer.state == IdeaState.SPLIT:
        return _("Split: its parts stand in its place")
    return "" if not answer.state or answer.state in WAITING else str(IdeaState(answer.state).label).capitalize()


def _names() -> dict[str, str]:
    return {
        "project": _("project"),
        "convergence": _("convergence"),
        "idea": _("idea"),
        "actor": _("actor"),
        "document": _("document"),
        "theme": _("theme"),
        "passage": _("passage"),
    }
