"""Which cards somebody wants on paper."""

from collections.abc import Iterable

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from semailles.engines.typesetting.cards import Paper
from semailles.publication.cards import Order, Wanted
from semailles.web.layout.forms import PlainForm
from semailles.workshop.models import Theme

MOST_BLANKS = 200
PAPERS = ((Paper.A4, _("A4, four cards a sheet, with marks to cut them")), (Paper.A6, _("A6, one card a page")))
ORDERS = ((Order.MARK, _("team by team, by number")), (Order.GROUP, _("group by group, as the map stands")))


class CardsForm(PlainForm):
    """Asked in the address; nothing asked is every idea, on A4."""

    papier = forms.ChoiceField(label=_("Paper"), choices=PAPERS, initial=Paper.A4)
    equipe = forms.MultipleChoiceField(
        label=_("Teams"), required=False, widget=forms.CheckboxSelectMultiple, help_text=_("None ticked: all of them.")
    )
    theme = forms.ChoiceField(label=_("Theme"), required=False)
    ordre = forms.ChoiceField(label=_("In this order"), choices=ORDERS, initial=Order.MARK)
    gardees = forms.BooleanField(label=_("Only the ideas that people kept"), required=False)
    vierges = forms.IntegerField(
        label=_("Blank cards"),
        required=False,
        min_value=0,
        max_value=MOST_BLANKS,
        help_text=_("For new ideas, and for the titles of groups. The last A4 sheet is filled with them anyway."),
        error_messages={
            "invalid": _("Write a number of cards."),
            "min_value": _("Write a number of cards."),
            "max_value": _("At most %(limit_value)s blank cards at once."),
        },
    )

    def __init__(self, asked: QueryDict | None, *, themes: Iterable[Theme], letters: Iterable[tuple[str, str]]) -> None:
        super().__init__(None if asked is None else _completed(asked))
        self.fields["theme"].choices = [("", _("all")), *((str(theme.public_id), theme.title) for theme in themes)]  # type: ignore[attr-defined]  # a field of choices
        self.fields["equipe"].choices = list(letters)  # type: ignore[attr-defined]  # a field of choices

    @property
    def wanted(self) -> Wanted:
        known = self.cleaned_data
        order, paper = Order(known["ordre"]), Paper(known["papier"])
        return Wanted(tuple(known["equipe"]), known["theme"], known["gardees"], order, paper, known["vierges"] or 0)


def _completed(asked: QueryDict) -> QueryDict:
    known = asked.copy()
    known.setdefault("papier", Paper.A4)
    known.setdefault("ordre", Order.MARK)
    return known
