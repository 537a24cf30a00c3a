"""What people say when they correct a convergence: each gesture with what it needs, and a reason if they want to give one."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from semailles.convergence.models import Family
from semailles.convergence.queries.places import Offered, family_of
from semailles.convergence.titles import LONGEST_TITLE
from semailles.intake.models import Idea
from semailles.intake.queries.sorting import idea_called
from semailles.web.layout.forms import PlainForm
from semailles.workshop.errors import Conflict, StaleEdit
from semailles.workshop.models import Initiative, Theme

TWO = 2
NAMED = ("title", "theme")  # what people write of a convergence
LONGEST_REASON, LONGEST_MARK = 500, 12
MOVE, APART, TOGETHER, NEVER, PIN, UNPIN, QUOTE = "move", "apart", "together", "never", "pin", "unpin", "quote"
GESTURES = (
    (MOVE, _("Move elsewhere")),
    (APART, _("Make a convergence of their own")),
    (TOGETHER, _("Always keep together")),
    (NEVER, _("Never bring together")),
    (PIN, _("Pin here: they are sure")),
    (UNPIN, _("Take the pin off")),
    (QUOTE, _("Quote it first, as the one that says it best")),
)
VALIDATE, REOPEN = "validate", "reopen"
MARK = forms.TextInput(attrs={"placeholder": "B12", "autocomplete": "off", "size": 6})


class MarkField(forms.CharField):
    """« B12 », as people write it down."""

    def __init__(self, **named: Any) -> None:
        super().__init__(required=False, max_length=LONGEST_MARK, widget=MARK, **named)


def _called(initiative: Initiative, mark: str) -> Idea | None:
    if not mark:
        return None
    idea = idea_called(initiative, mark)
    if idea is None:
        raise ValidationError(gettext("No idea bears the mark « %(mark)s ».") % {"mark": mark})
    return idea.merged_into or idea


class ReasonForm(PlainForm):
    """A gesture that needs nothing but a reason, and not even that."""

    reason = forms.CharField(
        label=_("Reason"), required=False, max_length=LONGEST_REASON, help_text=_("A sentence; the others will read it, now and later.")
    )


class ChoiceOfFamily(ReasonForm):
    """Another convergence: from the list, or by the mark of an idea that stands in it."""

    to = forms.ChoiceField(label=_("Convergence"), required=False)
    mark = MarkField(label=_("or the one where this idea stands (its mark)"))

    def __init__(self, *arguments: Any, family: Family, offered: Offered, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.family = family
        listed = [(title or _("Without a theme"), [(str(one.public_id), one.title[:90]) for one in found]) for title, found in offered]
        self.fields["to"].choices = [("", _("choose…")), *listed]  # type: ignore[attr-defined]  # a field of choices
        self.families = {str(one.public_id): one for _title, found in offered for one in found}

    def clean_mark(self) -> Idea | None:
        return _called(self.family.initiative, self.cleaned_data["mark"])

    @property
    def chosen(self) -> Family | None:
        """A mark says more than a list left as it was."""
        idea = self.cleaned_data.get("mark")
        return family_of(idea) if idea else self.families.get(self.cleaned_data.get("to", ""))

    def require_chosen(self) -> None:
        if self.chosen is None and not self.errors:
            self.add_error("to", gettext("Choose the convergence, or give the mark of an idea that stands in it."))


class IdeasForm(ChoiceOfFamily):
    """A gesture on some ideas of the convergence."""

    ideas = forms.MultipleChoiceField(
        label=_("Ideas of this convergence"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Tick the ideas that the gesture is about.")},
    )
    gesture = forms.ChoiceField(
        label=_("For the ideas that are ticked"),
        choices=GESTURES,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what to do with them.")},
    )
    title = forms.CharField(label=_("Its title"), required=False, max_length=LONGEST_TITLE)
    other = MarkField(label=_("With this other idea (its mark)"))

    def __init__(self, *arguments: Any, ideas: Sequence[Idea], **named: Any) -> None:
        super().__init__(*arguments, auto_id="ideas-%s", **named)
        self.fields["ideas"].choices = [(str(idea.public_id), idea.title) for idea in ideas]  # type: ignore[attr-defined]  # a field of choices
        self.known = {str(idea.public_id): idea for idea in ideas}

    def clean_other(self) -> Idea | None:
        return _called(self.family.initiative, self.cleaned_data["other"])

    def clean(self) -> None:
        gesture = self.cleaned_data.get("gesture")
        if gesture == MOVE:
            self.require_chosen()
        if self.errors:
            return
        if gesture == TOGETHER and len(self.named) < TWO:
            self.add_error("other", gettext("Tick two ideas, or give the mark of the other one."))
        if gesture == NEVER and len(self.named) != TWO:
            self.add_error("other", gettext("Two ideas are kept apart at a time: tick two, or tick one and give the mark of the other."))
        if gesture == QUOTE and len(self.ticked) != 1:
            self.add_error("ideas", gettext("One idea is quoted first: tick only that one."))

    @property
    def ticked(self) -> list[Idea]:
        return [self.known[key] for key in self.cleaned_data["ideas"]]

    @property
    def named(self) -> list[Idea]:
        """Those that are ticked, and the one that its mark adds."""
        other = self.cleaned_data.get("other")
        return list({idea.pk: idea for idea in [*self.ticked, *([other] if other else [])]}.values())


class MergeForm(ChoiceOfFamily):
    """The whole convergence goes into another one."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, auto_id="merge-%s", **named)

    def clean(self) -> None:
        self.require_chosen()


class DescribeForm(ReasonForm):
    """Its title and its theme, in people's words."""

    title = forms.CharField(
        label=_("Title"),
        max_length=LONGEST_TITLE,
        error_messages={"required": _("Give it a title: a few words that are understood alone.")},
    )
    theme = forms.ChoiceField(label=_("Theme"), required=False)
    shown_title = forms.CharField(required=False, widget=forms.HiddenInput)
    shown_theme = forms.CharField(required=False, widget=forms.HiddenInput)
    field_order = ("title", "theme", "reason")

    def __init__(self, sent: QueryDict | None = None, *, family: Family, themes: Sequence[Theme]) -> None:
        self.family = family
        self.themes = {str(theme.public_id): theme for theme in themes}
        initial = {"title": family.title, "theme": self.theme_now, "shown_title": family.title, "shown_theme": self.theme_now}
        super().__init__(sent, auto_id="describe-%s", initial=initial)
        named_themes = [(key, theme.title) for key, theme in self.themes.items()]
        self.fields["theme"].choices = [("", _("without theme")), *named_themes]  # type: ignore[attr-defined]  # a field of choices

    @property
    def theme_now(self) -> str:
        """As the list of themes can say it."""
        key = str(self.family.theme.public_id) if self.family.theme else ""
        return key if key in self.themes else ""

    @property
    def changed(self) -> list[str]:
        """What the person wrote otherwise than it was shown to them."""
        return [name for name in NAMED if self.cleaned_data[name] != self._shown(name)]

    @property
    def clashes(self) -> list[Conflict]:
        """What another one wrote meanwhile, otherwise."""
        now = {"title": self.family.title, "theme": self.theme_now}
        both = [name for name in self.changed if now[name] not in (self._shown(name), self.cleaned_data[name])]
        return [
            Conflict(name, str(self[name].label), self._said(name, now[name]), self._said(name, self.cleaned_data[name])) for name in both
        ]

    def seen(self, stale: StaleEdit) -> None:
        """What another one wrote is now shown: saving again is choosing."""
        super().seen(stale)
        typed = QueryDict(mutable=True)
        typed.update(self.data)
        typed["shown_title"], typed["shown_theme"] = self.family.title, self.theme_now
        self.data = typed

    def _shown(self, name: str) -> str:
        now = {"title": self.family.title, "theme": self.theme_now}
        return str(self.cleaned_data[f"shown_{name}"]) if f"shown_{name}" in self.data else now[name]

    def _said(self, name: str, value: str) -> str:
        return dict(self.fields["theme"].choices)[value] if name == "theme" else value  # type: ignore[attr-defined]  # a field of choices


class StateForm(ReasonForm):
    """Validated, or open again: the button says which."""

    wanted = forms.ChoiceField(
        choices=((VALIDATE, VALIDATE), (REOPEN, REOPEN)), error_messages={"required": _("Choose: validate it, or open it again.")}
    )

    def __init__(self, sent: QueryDict | None = None) -> None:
        super().__init__(sent, auto_id="state-%s")
