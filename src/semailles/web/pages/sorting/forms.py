"""What people type about an idea."""

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from semailles.intake.actions.wording import IdeaEntry, Part
from semailles.intake.enums import IdeaKind
from semailles.intake.models import Idea
from semailles.web.layout.forms import PlainForm

LONGEST_TITLE, LONGEST_TEXT = 300, 4000
TITLE_MISSING = {"required": _("Give it a title: a few words that are understood alone.")}
TEXT_MISSING = {"required": _("Say the idea in a sentence.")}


class WordsForm(PlainForm):
    """The title, the text and the kind of an idea. The quote is not here: it is what was said."""

    title = forms.CharField(label=_("Title"), max_length=LONGEST_TITLE, error_messages=TITLE_MISSING)
    text = forms.CharField(label=_("Text"), max_length=LONGEST_TEXT, widget=forms.Textarea(attrs={"rows": 4}), error_messages=TEXT_MISSING)
    translated_title = forms.CharField(
        label=_("Title in the language of the others"),
        help_text=_("Written by hand: the idea is compared with the others by these words. Its quote stays as it was said."),
        max_length=LONGEST_TITLE,
        required=False,
    )
    kind = forms.ChoiceField(label=_("Kind"), choices=IdeaKind.choices)
    revision = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, idea: Idea, typed: QueryDict | None = None) -> None:
        super().__init__(typed, initial={name: getattr(idea, name) for name in self.base_fields})
        if not idea.is_foreign and not idea.translated_title:
            del self.fields["translated_title"]

    @property
    def entry(self) -> IdeaEntry:
        return IdeaEntry(**{name: value for name, value in self.cleaned_data.items() if name != "revision"})


class SplitForm(PlainForm):
    """One line for each idea. A line that stands word for word in the quote takes these words as its own source."""

    parts = forms.CharField(
        label=_("One idea a line"),
        help_text=_(
            "Two lines at least. A line copied from the quote keeps these very words as its source; any other keeps the whole quote."
        ),
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Give two titles at least: one for each idea.")},
    )

    def wanted(self, quotes: list[str]) -> list[Part]:
        lines = [" ".join(line.split()) for line in self.cleaned_data["parts"].splitlines() if line.strip()]
        return [Part(line[:LONGEST_TITLE], line if any(line in quote for quote in quotes) else "") for line in lines]


class WriteForm(PlainForm):
    """An idea that the machine did not see: the very words that say it, in the document where they stand."""

    document = forms.ChoiceField(label=_("Document"))
    words = forms.CharField(
        label=_("The words that say it"),
        help_text=_("Copied from the document, without changing any: they are the source of the idea."),
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Copy the words of the document that say the idea.")},
    )
    title = forms.CharField(label=_("Title"), max_length=LONGEST_TITLE, error_messages=TITLE_MISSING)
    kind = forms.ChoiceField(label=_("Kind"), choices=IdeaKind.choices, initial=IdeaKind.PROPOSAL)
    passage = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)

    def __init__(self, *arguments: object, documents: list[tuple[str, str]], **named: object) -> None:
        super().__init__(*arguments, **named)  # type: ignore[arg-type]  # those of a form
        self.fields["document"].choices = documents  # type: ignore[attr-defined]  # a field of choices
