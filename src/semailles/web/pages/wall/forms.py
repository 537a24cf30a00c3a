"""The wall as somebody types it, and the photo that proves it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from semailles.engines.reading.decoding import decode
from semailles.web.layout.forms import PlainForm

MOST_SIGNS = 100_000
MOST_BYTES = 3 * 2**20
HEAVIEST_PHOTO = 30 * 2**20


class WallForm(PlainForm):
    """Typed, or given as a table."""

    wall = forms.CharField(
        label=_("The groups of the wall"),
        required=False,
        max_length=MOST_SIGNS,
        widget=forms.Textarea(attrs={"rows": 14, "spellcheck": "false"}),
        help_text=_("One line a group: its title, a colon, the marks of its cards. A card that hangs alone: « Alone: D2, D7 »."),
        error_messages={"max_length": _("This is longer than a wall can be: give it in two parts.")},
    )
    table = forms.FileField(
        label=_("or a table"),
        required=False,
        help_text=_("CSV with the columns « repere » and « groupe », as this site exports them, or a text file."),
        error_messages={"empty": _("The file is empty: look for another copy.")},
    )

    def clean_table(self) -> str:
        given = self.cleaned_data["table"]
        if not given:
            return ""
        content: bytes = given.read(MOST_BYTES + 1)
        if len(content) > MOST_BYTES:
            raise forms.ValidationError(_("This table is heavier than a wall can be (3 MB): keep its two columns only."))
        return decode(content)

    def clean(self) -> None:
        if not self.errors and not self.typed:
            self.add_error("wall", _("Type at least one group, or give a table."))

    @property
    def typed(self) -> str:
        """A table given counts for what is typed."""
        given: str = self.cleaned_data.get("table") or self.cleaned_data.get("wall", "")
        return given.replace("\r\n", "\n").strip("\n")


class KeepForm(PlainForm):
    """`looked_at`: what the preview showed, so that nothing else is kept."""

    wall = forms.CharField(widget=forms.HiddenInput, max_length=MOST_BYTES)
    looked_at = forms.CharField(widget=forms.HiddenInput, max_length=64)
    photo = forms.FileField(
        label=_("Photo of the wall"),
        required=False,
        help_text=_("Kept beside the gesture, as proof; nobody else than the people of the process sees it."),
        widget=forms.ClearableFileInput(attrs={"accept": "image/*"}),
        error_messages={"empty": _("The file is empty: look for another copy.")},
    )
    reason = forms.CharField(
        label=_("Why, or where"), required=False, max_length=500, help_text=_("« Plenary of 12 January, in Nemours », for instance.")
    )

    def clean_photo(self) -> bytes:
        given = self.cleaned_data["photo"]
        if not given:
            return b""
        content: bytes = given.read(HEAVIEST_PHOTO + 1)
        if len(content) > HEAVIEST_PHOTO:
            raise forms.ValidationError(_("This photo weighs more than 30 MB: make it lighter, or take another one."))
        if kind_of_photo(content) is None:
            raise forms.ValidationError(_("This file is no photo that is known (JPEG, PNG, WebP, HEIC): take another one."))
        return content


PHOTOS = ((b"\xff\xd8\xff", 0, "jpg"), (b"\x89PNG\r\n\x1a\n", 0, "png"), (b"WEBP", 8, "webp"), (b"ftyp", 4, "heic"))


def kind_of_photo(content: bytes) -> str | None:
    """Its extension, by its first bytes."""
    return next((kind for mark, at, kind in PHOTOS if content[at : at + len(mark)] == mark), None)
