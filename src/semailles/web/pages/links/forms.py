"""What somebody types on a page that a personal link opened."""

from django import forms
from django.utils.translation import gettext_lazy as _

from semailles.core.links import new_token
from semailles.projects.enums import Section
from semailles.web.layout.forms import PlainForm
from semailles.web.pages.contribute.forms import IdeaForm
from semailles.web.pages.deposit.forms import Files, FilesField


class SignatureForm(PlainForm):
    name = forms.CharField(
        label=_("Your first name and name"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("Write your first name and your name: that is your signature.")},
    )
    position = forms.CharField(
        label=_("In which capacity"),
        help_text=_("Your function, or the office that you hold."),
        max_length=75,
        widget=forms.TextInput(attrs={"autocomplete": "organization-title"}),
        error_messages={"required": _("Say in which capacity you sign: president, director, elected representative…")},
    )
    agrees = forms.BooleanField(
        label=_("I have read this text and I sign it"),
        error_messages={"required": _("Tick the box to say that you read this text: nothing is signed without it.")},
    )

    def read_again(self) -> None:
        """The words changed: the box is to be ticked again, under the new ones."""
        self.data = {name: value for name, value in self.data.items() if name != "agrees"}


class DeclineForm(PlainForm):
    name = forms.CharField(
        label=_("Your first name and name"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("Write your first name and your name.")},
    )
    reason = forms.CharField(
        label=_("Why, in a few words"),
        help_text=_("Read by those who run the process, and by nobody else."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Say in a few words why: those who asked you will know what to do next.")},
    )


class AccountForm(PlainForm):
    name = forms.CharField(
        label=_("Your first name and name"),
        help_text=_("As the others will read it beside what you write."),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("Write your first name and your name.")},
    )
    password = forms.CharField(
        label=_("A password"),
        help_text=_("A long one: four or five words that have nothing to do with one another are easy to remember."),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": _("Choose a password.")},
    )


class RemarkForm(PlainForm):
    slot = forms.ChoiceField(
        label=_("About"), required=False, choices=[("", _("the whole sheet")), *((slot.value, slot.label) for slot in Section)]
    )
    text = forms.CharField(
        label=_("Your remark, or your question"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": _("Write your remark in a few words.")},
    )
    key = forms.UUIDField(widget=forms.HiddenInput)


class BringForm(PlainForm):
    given = FilesField(
        label=_("Files"),
        help_text=_("Up to 20 at once: texts, slides, tables, photographs. Those who run the process read them."),
        widget=Files(),
        error_messages={"required": _("Choose at least one file to give."), "empty": _("The file is empty: look for another copy.")},
    )
    key = forms.UUIDField(widget=forms.HiddenInput)


class BroughtIdeaForm(IdeaForm):
    stamp = forms.RegexField(r"\A[\w-]{43}\Z", widget=forms.HiddenInput)

    def stamp_again(self) -> None:
        """What is sent from the page that comes back is another idea."""
        self.data = {**{name: self.data[name] for name in self.data}, "stamp": new_token()}
