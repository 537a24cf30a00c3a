"""What somebody without an account proposes. Machines are told apart by what people do not do: fill a field that says to leave it empty, send at once."""

from typing import Any

from django import forms
from django.core import signing
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from semailles.core.links import new_token
from semailles.intake.actions.contributing import ContributionEntry
from semailles.web.layout.forms import PlainForm

SALT = "semailles.contribute"
SOONEST, LATEST = 3, 24 * 3600  # seconds between the page and its answer
TITLE_MISSING = {"required": _("Say your idea in a few words.")}
TOO_SOON = _("That was very quick: read your idea once more, then send it again.")
TOO_OLD = _("This page was opened more than a day ago: what you wrote is below, send it again.")
NOT_A_PERSON = _("The field « Leave this empty » is filled: empty it, then send your idea again.")


def fresh_stamp() -> str:
    """Signed, with the moment that the page was shown: the token of the link by which the idea will be followed."""
    return signing.TimestampSigner(salt=SALT).sign(new_token())


class IdeaForm(PlainForm):
    """What an idea is, whoever brings it."""

    title = forms.CharField(label=_("Your idea, in a few words"), max_length=150, error_messages=TITLE_MISSING)
    text = forms.CharField(
        label=_("Say more about it"),
        help_text=_("What would be done, for whom, with whom. 2,000 signs at most."),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    place = forms.CharField(label=_("Where"), max_length=200, required=False)


class ContributionForm(IdeaForm):
    signed_as = forms.CharField(
        label=_("Your name"),
        help_text=_("Only the team reads it; it is published nowhere, and you can have it erased."),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    website = forms.CharField(
        label=_("Leave this empty"), required=False, widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"})
    )
    stamp = forms.CharField(widget=forms.HiddenInput, max_length=200)

    def __init__(self, typed: Any = None) -> None:
        super().__init__(typed, initial={"stamp": fresh_stamp()})

    def clean_website(self) -> str:
        if self.cleaned_data["website"]:
            raise forms.ValidationError(NOT_A_PERSON)
        return ""

    def clean_stamp(self) -> str:
        """The token, once the page was read and not left for days."""
        signer, stamp = signing.TimestampSigner(salt=SALT), self.cleaned_data["stamp"]
        try:
            token = signer.unsign(stamp, max_age=LATEST)
        except signing.BadSignature as refused:  # an old page too
            raise forms.ValidationError(TOO_OLD) from refused
        if self._is_younger(stamp):
            raise forms.ValidationError(TOO_SOON)
        return token

    def stamp_again(self) -> None:
        """What is sent from the page that comes back is another try."""
        typed = QueryDict(mutable=True)
        typed.update(self.data)
        typed["stamp"] = fresh_stamp()
        self.data = typed

    @property
    def entry(self) -> ContributionEntry:
        typed = self.cleaned_data
        return ContributionEntry(typed["title"], typed["text"], typed["place"], typed["signed_as"])

    def _is_younger(self, stamp: str) -> bool:
        try:
            signing.TimestampSigner(salt=SALT).unsign(stamp, max_age=SOONEST)
        except signing.SignatureExpired:
            return False
        return True
