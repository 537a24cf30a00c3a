"""What changed, on the platform that it comes from, since people sorted it: nothing is printed as validated under words, or of an author, that nobody looked at."""

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _

from semailles.core.journal import record
from semailles.core.models import Person
from semailles.intake.enums import WAITING, IdeaState, Platform
from semailles.intake.models import Idea, Origin

GONE = {(Platform.DECIDIM, "withdrawn"), (Platform.POLIS, "refused")}
REOPENED = "reopened"  # in the journal


def reason_gone(platform: str, state: str) -> str:
    """Why an idea waits aside from the start, or ""."""
    if (platform, state) not in GONE:
        return ""
    sentence = _("Withdrawn on %(platform)s by its author") if state == "withdrawn" else _("Refused on %(platform)s by its moderators")
    return sentence % {"platform": Platform(platform).label}


def reopen(ideas: Iterable[Idea], *, by: Person) -> None:
    """To be sorted again: what was kept or told a duplicate, and the parts of what was split."""
    given = list(ideas)
    split = [idea.pk for idea in given if idea.state == IdeaState.SPLIT]
    parts = Idea.objects.filter(split_from__in=split).select_related("initiative")
    rows = [idea for idea in (*given, *parts) if idea.state in {IdeaState.KEPT, IdeaState.MERGED}]
    for idea in rows:
        record(REOPENED, idea, by=by, initiative=idea.initiative, before=idea.state)
        idea.state, idea.merged_into = IdeaState.SUGGESTED, None
        idea.revision += 1
    Idea.objects.bulk_update(rows, ["state", "merged_into", "revision"], batch_size=500)


def follow_withdrawals(known: Sequence[tuple[Idea, Origin | None, str]], *, by: Person) -> None:
    """Each idea with its origin as it was, and the state that a newer export gives. What nobody sorted follows; what people sorted is sorted again."""
    moved = [one for one in known if one[1] and one[2] != one[1].state]
    sorted_ones = [idea for idea, origin, state in moved if origin and reason_gone(origin.platform, state)]
    followed = [one for idea, origin, state in moved if origin and (one := _followed(idea, origin, state))]
    for idea in followed:
        record("followed", idea, by=by, initiative=idea.initiative, state=idea.state)
        idea.revision += 1
    Idea.objects.bulk_update(followed, ["state", "set_aside_reason", "queue_rank", "revision"], batch_size=500)
    reopen(sorted_ones, by=by)


def _followed(idea: Idea, origin: Origin, state: str) -> Idea | None:
    """The idea set aside, or back when it is there again; None when there is nothing to follow."""
    reason = reason_gone(origin.platform, state)
    was = reason_gone(origin.platform, origin.state)
    if reason and idea.state in WAITING:
        idea.state, idea.set_aside_reason, idea.queue_rank = IdeaState.SET_ASIDE, reason, 0
        return idea
    if was and not reason and idea.state == IdeaState.SET_ASIDE and idea.set_aside_reason == was:
        idea.state, idea.set_aside_reason = IdeaState.SUGGESTED, ""
        return idea
    return None
