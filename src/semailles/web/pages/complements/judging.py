"""What a person says of a suggestion: the form that a list shows beside each."""

from dataclasses import dataclass
from uuid import UUID

from django.http import Http404

from semailles.convergence.enums import Judgement
from semailles.web.layout.request import Request


@dataclass(frozen=True, slots=True)
class Refused:
    """A form that came back: beside which row, with which sentence, and what was typed."""

    public_id: UUID
    sentence: str
    typed: str


@dataclass(frozen=True, slots=True)
class Verdict:
    state: Judgement
    reason: str


def verdict(request: Request) -> Verdict:
    asked = request.POST.get("avis", "")
    if asked not in Judgement.values:
        raise Http404
    return Verdict(Judgement(asked), request.POST.get("motif", ""))
