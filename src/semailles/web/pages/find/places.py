"""Answers with their address and the name of what they are."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from semailles.publication.finding import Answer


@dataclass(frozen=True, slots=True)
class Placed:
    answer: Answer
    url: str
    name: str


def placed(found: Sequence[Answer]) -> tuple[Placed, ...]:
    names = _names()
    return tuple(Placed(answer, _address(answer), names[answer.kind]) for answer in found)


def _address(answer: Answer) -> str:
    if answer.kind == "project":
        return reverse("project", kwargs={"number": int(answer.key)})
    if answer.kind == "passage":
        document, _slash, rank = answer.key.partition("/")
        return f"{reverse('document', kwargs={'public_id': document})}?passage={rank}#p-{rank}"
    return reverse(answer.kind, kwargs={"public_id": answer.key})


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
