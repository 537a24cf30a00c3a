"""The gestures on one convergence: their forms, and what each of them does."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.forms.boundfield import BoundWidget
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from semailles.convergence.actions import (
    choose_theme,
    join_ideas,
    merge_families,
    move_idea,
    part_ideas,
    pin_idea,
    quote_idea,
    rename_family,
    reopen_family,
    split_family,
    unpin_idea,
    validate_family,
)
from semailles.convergence.models import Family
from semailles.convergence.queries.evidence import Said as SaidIdea
from semailles.convergence.queries.families import theme_sizes
from semailles.convergence.queries.places import offered
from semailles.core.models import Person
from semailles.intake.models import Idea
from semailles.web.pages.convergences import gesture_forms as asked
from semailles.web.pages.convergences.gesture_forms import ChoiceOfFamily, DescribeForm, IdeasForm, MergeForm, StateForm
from semailles.workshop.errors import StaleEdit

Said = str


@dataclass(frozen=True, slots=True)
class Gestures:
    """The forms of one page, each as it was sent or as it is to be filled."""

    ideas: IdeasForm
    describe: DescribeForm
    merge: MergeForm
    state: StateForm


def gestures(family: Family, ideas: Sequence[Idea], *, sent: QueryDict | None = None, to: str = "", ticked: str = "") -> Gestures:
    """`to`: the form that was sent; `ticked`: the idea that the reader came to move."""
    given = {name: sent if name == to else None for name in ("ideas", "describe", "merge", "state")}
    choices: dict[str, Any] = {"family": family, "offered": offered(family)}
    initial = {"ideas": [ticked], "gesture": asked.MOVE} if ticked else {"gesture": asked.MOVE}
    return Gestures(
        IdeasForm(given["ideas"], ideas=ideas, initial=initial, **choices),
        DescribeForm(given["describe"], family=family, themes=list(theme_sizes(family.initiative))),
        MergeForm(given["merge"], **choices),
        StateForm(given["state"]),
    )


@dataclass(frozen=True, slots=True)
class Tick:
    """An idea of the convergence with its box."""

    box: BoundWidget
    said: SaidIdea


def ticks(form: IdeasForm, said: Iterable[SaidIdea]) -> list[Tick]:
    """In the order in which the page tells the ideas."""
    boxes = {str(box.data["value"]): box for box in form["ideas"]}
    return [Tick(boxes[str(one.idea.public_id)], one) for one in said if str(one.idea.public_id) in boxes]


@transaction.atomic
def correct(form: IdeasForm, *, by: Person) -> Said:
    """Every idea that is ticked, or none."""
    made = Made(form, by, form.cleaned_data["reason"])
    return IDEA_GESTURES[form.cleaned_data["gesture"]](made)


@transaction.atomic
def describe(form: DescribeForm, family: Family, *, by: Person) -> Said:
    """The title, the theme, or both: only what the person changed is written, and only what differs is a correction."""
    family.refresh_from_db(fields=["title", "theme"])
    if clashes := form.clashes:
        raise StaleEdit(family.title, clashes, revision=0)
    title, theme, reason = form.cleaned_data["title"], form.cleaned_data["theme"], form.cleaned_data["reason"]
    is_renamed = "title" in form.changed and title != family.title
    is_placed = "theme" in form.changed and theme != form.theme_now
    if is_renamed:
        rename_family(family, title, by=by, reason=reason)
    if is_placed:
        choose_theme(family, form.themes.get(theme), by=by, reason=reason)
    if is_renamed or is_placed:
        return _("« %(title)s » is written.") % {"title": title if is_renamed else family.title}
    return _("Nothing has changed: it was called so already.")


def merge(form: MergeForm, family: Family, *, by: Person) -> Said:
    into = _chosen(form)
    merge_families(family, into, by=by, reason=form.cleaned_data["reason"])
    return _("« %(first)s » now stands in « %(into)s ».") % {"first": family.title, "into": into.title}


def settle(form: StateForm, family: Family, *, by: Person) -> Said:
    """What the button said; asked twice, done once."""
    wants_validated = form.cleaned_data["wanted"] == asked.VALIDATE
    if wants_validated == family.is_validated:
        sentence = _("« %(title)s » is validated already: nothing has changed.") if wants_validated else _("« %(title)s » is open already.")
        return sentence % {"title": family.title}
    if not wants_validated:
        reopen_family(family, by=by, reason=form.cleaned_data["reason"])
        return _("« %(title)s » is open again: a later computation may place ideas in it.") % {"title": family.title}
    validate_family(family, by=by, reason=form.cleaned_data["reason"])
    return _("« %(title)s » is validated: no computation will move its ideas.") % {"title": family.title}


@dataclass(frozen=True, slots=True)
class Made:
    """A gesture on ideas as it is made: what was asked, by whom, why."""

    form: IdeasForm
    by: Person
    reason: str

    @property
    def why(self) -> dict[str, Any]:
        return {"by": self.by, "reason": self.reason}

    @property
    def what(self) -> str:
        """« the first of them »."""
        return f"« {self.form.ticked[0].title} »"

    def each(self, gesture: Callable[..., object]) -> int:
        for idea in self.form.ticked:
            gesture(idea, **self.why)
        return len(self.form.ticked)


def _move(made: Made) -> Said:
    into = _chosen(made.form)
    for idea in made.form.ticked:
        move_idea(idea, to=into, **made.why)
    count = len(made.form.ticked)
    told = {"what": made.what, "n": count, "into": into.title}
    return ngettext("Moved to « %(into)s »: %(what)s.", "%(n)d ideas moved to « %(into)s ».", count) % told


def _apart(made: Made) -> Said:
    title, ideas = made.form.cleaned_data["title"], made.form.ticked
    if len(ideas) == 1 and not title:
        move_idea(ideas[0], to=None, **made.why)
    else:
        split_family(made.form.family, ideas, title=title, **made.why)
    told = {"what": made.what, "n": len(ideas)}
    return ngettext("Now stands apart: %(what)s.", "%(n)d ideas are now a convergence of their own.", len(ideas)) % told


def _together(made: Made) -> Said:
    first, *others = made.form.named
    for other in others:
        join_ideas(first, other, **made.why)
    return _("Kept together from now on: no computation will part them.")


def _never(made: Made) -> Said:
    first, second = made.form.named
    part_ideas(first, second, **made.why)
    return _("Kept apart from now on: no computation will bring them together.")


def _pin(made: Made) -> Said:
    count = made.each(pin_idea)
    return ngettext("Pinned here: %(what)s.", "%(n)d ideas pinned here.", count) % {"what": made.what, "n": count}


def _unpin(made: Made) -> Said:
    count = made.each(unpin_idea)
    return ngettext("No longer pinned: %(what)s.", "%(n)d ideas no longer pinned.", count) % {"what": made.what, "n": count}


def _quote(made: Made) -> Said:
    quote_idea(made.form.family, made.form.ticked[0], **made.why)
    return _("Quoted first from now on: %(what)s.") % {"what": made.what}


IDEA_GESTURES: dict[str, Callable[[Made], Said]] = {
    asked.MOVE: _move,
    asked.APART: _apart,
    asked.TOGETHER: _together,
    asked.NEVER: _never,
    asked.PIN: _pin,
    asked.UNPIN: _unpin,
    asked.QUOTE: _quote,
}


def _chosen(form: ChoiceOfFamily) -> Family:
    """A form that holds has one."""
    if form.chosen is None:
        raise LookupError(form)
    return form.chosen
