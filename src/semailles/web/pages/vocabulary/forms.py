"""Words that mean the same here, as people type them."""

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from semailles.web.layout.fields import WordsField
from semailles.web.layout.forms import PlainForm

LONGEST_WORD, LONGEST_REASON = 200, 500


class EquivalenceForm(PlainForm):
    said = forms.CharField(
        label=_("Word or acronym"),
        max_length=LONGEST_WORD,
        help_text=_("As it is best known here: « AMAP »."),
        error_messages={"required": _("Give the word.")},
    )
    forms = WordsField(
        label=_("Means the same as"),
        help_text=_("One other way to say it a line: « association pour le maintien d’une agriculture paysanne »."),
        error_messages={"required": _("Give at least one other way to say it.")},
    )


class WithdrawForm(PlainForm):
    reason = forms.CharField(
        label=_("Why these words are not the same"),
        max_length=LONGEST_REASON,
        error_messages={"required": _("Say in a few words why: it stays in the list.")},
    )

    def __init__(self, sent: QueryDict | None = None, *, key: str) -> None:
        super().__init__(sent, auto_id=f"withdraw-{key}-%s")
