"""The kinds of work that exist: each app declares its own in `tasks.py`, as `JOBS`."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext as _

from semailles.core.declared import declared
from semailles.core.errors import Refusal
from semailles.core.models import Person

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Sentence

    from semailles.core.jobs.work import Work


@dataclass(frozen=True, slots=True)
class JobKind:
    """`title`: what is done, for people. `perform` may be cut at any moment and begun again: either its effects are the same
    when they come twice, or the last of them stands in one transaction with `work.settle(…)`. `may_ask`: whose right it is. `is_told`: whether
    asking for it is worth a line of the journal."""

    title: "Sentence"
    perform: Callable[["Work"], None]
    may_ask: Callable[[Person, UUID], bool]
    is_told: bool = True


class UnknownJob(Refusal):
    """No app of this version knows this kind of work."""

    def __init__(self, kind: str) -> None:
        super().__init__(_("This version of Semailles does not know the work « %(kind)s ».") % {"kind": kind})


def kinds() -> dict[str, JobKind]:
    return declared("tasks", "JOBS")


def kind_named(name: str) -> JobKind:
    kind = kinds().get(name)
    if kind is None:
        raise UnknownJob(name)
    return kind
