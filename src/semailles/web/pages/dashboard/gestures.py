"""What to do now, in order of urgency, and why: computed from what really stands in the workspace."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import ceil

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from semailles.engines.scheduling import MeetingState, NoticeKind, PlannedMeeting
from semailles.intake.queries.sorting import minutes_to_sort
from semailles.publication.board.standing import Board
from semailles.publication.reasons import unreadable_words
from semailles.publication.words import capitalised, listed, printable
from semailles.web.pages.dashboard.stages import without_sheet
from semailles.web.pages.dashboard.targets import address
from semailles.workshop.budget_words import amount_words
from semailles.workshop.calendar_words import day_words, deadline_words, meeting_title, what_to_know, what_would_fit
from semailles.workshop.queries import Severity, Where

MINUTES_A_CONTRIBUTION, MINUTES_A_CONVERGENCE, ROUNDED_TO, MINUTES_AN_HOUR = 1, 2, 5, 60
MOST_NAMED, MOST_SAID = 3, 2


@dataclass(frozen=True, slots=True)
class Gesture:
    """`title` is the gesture, `why` what hangs on it, `when` how long it takes or until when."""

    title: str
    url: str
    why: str
    when: str = ""
    is_late: bool = False


def gestures(board: Board) -> tuple[Gesture, ...]:
    """First what a day commands, then what others wait for, then the groundwork, in the order of the path."""
    found = (
        _late_work,
        _late_points,
        _meetings,
        _calendar,
        _unreadable,
        _contradictions,
        _gap,
        _process,
        _proposed,
        _ideas,
        _convergences,
        _undrafted,
        _sheets,
    )
    return tuple(gesture for find in found for gesture in find(board))


def _late_work(board: Board) -> Iterator[Gesture]:
    plan = board.plan
    if plan.overrun_days:
        many = ngettext("Win back %(n)d day, or say it will be late", "Win back %(n)d days, or say it will be late", plan.overrun_days)
        why = " ".join([_("The work ends after %(deadline)s.") % {"deadline": deadline_words(plan)}, *what_would_fit(plan)[:1]])
        yield Gesture(many % {"n": plan.overrun_days}, reverse("calendar"), why, _("late"), is_late=True)


def _late_points(board: Board) -> Iterator[Gesture]:
    """A phase that drags on, a meeting of which nobody wrote whether it was held, minutes, missions, promises that expired."""
    for point in board.points:
        if point.severity is Severity.LATE:
            when = _("since %(day)s") % {"day": day_words(point.since, with_year=False)} if point.since else _("late")
            yield Gesture(point.sentence, address(point.target), "", when, is_late=True)


def _meetings(board: Board) -> Iterator[Gesture]:
    undated = [held for held in board.plan.meetings if held.meeting.is_steering and _has_no_day(held)]
    if undated:
        title = ngettext("Give a day to a steering meeting", "Give a day to %(n)d steering meetings", len(undated)) % {"n": len(undated)}
        names = listed([meeting_title(held) for held in undated[:MOST_NAMED]])
        why = _("%(meetings)s. Without a day nobody keeps it free, and no decision can be prepared.")
        yield Gesture(title, reverse("calendar"), why % {"meetings": names})


def _has_no_day(held: PlannedMeeting) -> bool:
    return held.state in {MeetingState.UNDATED, MeetingState.SUGGESTED, MeetingState.UNRECORDED}


def _unreadable(board: Board) -> Iterator[Gesture]:
    if not board.unreadable:
        return
    count = len(board.unreadable)
    title = ngettext("Repair a file that could not be read", "Repair %(n)d files that could not be read", count) % {"n": count}
    first = board.unreadable[0]
    why = _("%(file)s: %(reason)s") % {"file": _file_name(first.document.path), "reason": unreadable_words(first.reason, first.detail)}
    if count > 1:
        why = f"{why} {_('What these files say is missing from all that follows.')}"
    yield Gesture(title, reverse("documents"), why)


def _file_name(path: str) -> str:
    return printable(path.rpartition("/")[2])


def _contradictions(board: Board) -> Iterator[Gesture]:
    apart = [row.line.funder for row in board.lines if row.contradiction]
    names = dict.fromkeys([*(capitalised(found.actor.name) for found in board.contradictions), *apart])
    if names:
        title = ngettext("Settle a contradiction", "Settle %(n)d contradictions", len(names)) % {"n": len(names)}
        why = _("%(names)s: committed for one source, not yet for another. Until somebody settles it, the lower one counts.")
        yield Gesture(title, reverse("budget") if apart else reverse("actors"), why % {"names": listed(list(names)[:MOST_NAMED])})


def _gap(board: Board) -> Iterator[Gesture]:
    balance = board.budget.balance
    if board.budget.is_found:
        why = _("The program read one in the documents: until somebody takes its lines, it counts nowhere.")
        yield Gesture(_("Check the budget found in a document"), reverse("budget"), why)
    elif balance and balance.gap > 0:
        said = {"gap": amount_words(balance.gap), "needs": amount_words(balance.needs), "confirmed": amount_words(balance.confirmed)}
        why = _("The process needs %(needs)s; %(confirmed)s are confirmed.") % said
        yield Gesture(_("Have %(gap)s confirmed") % said, reverse("budget"), why)


def _calendar(board: Board) -> Iterator[Gesture]:
    """What is odd in the calendar, but for the meetings that have their own gesture."""
    plan = board.plan
    odd = replace(plan, notices=tuple(notice for notice in plan.notices if notice.kind is not NoticeKind.MEETING_MISSED))
    if sentences := what_to_know(odd):
        yield Gesture(_("Bring the calendar up to date"), reverse("calendar"), sentences[0])


def _process(board: Board) -> Iterator[Gesture]:
    """What comes next about the process, but for what has its own gesture above: days of meetings, money to be confirmed."""
    points = [one for one in board.points if one.severity is Severity.NEXT and one.target.kind not in {Where.MILESTONE, Where.FUNDING}]
    if points:
        title = ngettext("Settle a point of the process", "Settle %(n)d points of the process", len(points)) % {"n": len(points)}
        why = " ".join(point.sentence for point in points[:MOST_SAID])
        yield Gesture(title, address(points[0].target) if len(points) == 1 else reverse("frame"), why)


def _proposed(board: Board) -> Iterator[Gesture]:
    count = board.proposed
    if count:
        title = ngettext("Read the idea that the public proposes", "Read the %(n)d ideas that the public proposes", count) % {"n": count}
        why = _("Whoever proposed it waits for a word: kept, it is an idea like any other; not kept, they read why.")
        yield Gesture(title, reverse("contributions"), why, _lasting(count * MINUTES_A_CONTRIBUTION))


def _ideas(board: Board) -> Iterator[Gesture]:
    count = board.funnel.suggested
    if count:
        title = ngettext("Sort the proposal that remains", "Sort the %(n)d proposals that remain", count) % {"n": count}
        why = _(
            "Found by the program: to be kept, set aside or corrected by somebody who was there. Everything that follows stands on them."
        )
        yield Gesture(title, reverse("sort"), why, _lasting(minutes_to_sort(count)))


def _convergences(board: Board) -> Iterator[Gesture]:
    count = board.funnel.to_read
    if count:
        found = ngettext("Read the convergence found", "Read the %(n)d convergences found", count)
        left = ngettext("Read the convergence that is left", "Read the %(n)d convergences that are left", count)
        title = (left if board.funnel.settled else found) % {"n": count}
        why = _("The program brings together what teams said in other words. It can be wrong: the evidence stands beside each.")
        yield Gesture(title, reverse("convergences"), why, _lasting(count * MINUTES_A_CONVERGENCE))


def _undrafted(board: Board) -> Iterator[Gesture]:
    count = board.funnel.undrafted
    if count:
        title = ngettext("Look again at a convergence without a sheet", "Look again at %(n)d convergences without a sheet", count)
        reasons = listed([sentence % {"n": number} for sentence, number in without_sheet(board.funnel) if number])
        why = _("%(reasons)s. Some may only be said briefly: nothing of what several teams said should be lost for that.")
        yield Gesture(title % {"n": count}, reverse("convergences"), why % {"reasons": reasons})


def _sheets(board: Board) -> Iterator[Gesture]:
    if board.incomplete:
        title = ngettext("Complete a sheet", "Complete %(n)d sheets", board.incomplete) % {"n": board.incomplete}
        most = [f"« {section.label} »" for section, _count in board.empty.most_common(2)]
        said = {"n": board.empty.total(), "headings": listed(most)}
        why = ngettext(
            "%(n)d heading without a word from the documents: %(headings)s.",
            "%(n)d headings without a word from the documents, most often %(headings)s.",
            board.empty.total(),
        )
        yield Gesture(title, reverse("projects"), why % said, _("with the working groups"))


def _lasting(minutes: int) -> str:
    """« 15 min environ », « 1 h environ »: rounded up."""
    rounded = max(ROUNDED_TO, ceil(minutes / ROUNDED_TO) * ROUNDED_TO)
    if rounded < MINUTES_AN_HOUR:
        return _("about %(n)d min") % {"n": rounded}
    return _("about %(n)d h") % {"n": ceil(minutes / MINUTES_AN_HOUR)}
