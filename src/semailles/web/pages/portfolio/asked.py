"""What the address of the portfolio asks for, and what may be chosen."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.db.models import TextChoices
from django.http import QueryDict
from django.utils.translation import gettext as _

from semailles.projects.enums import Maturity, Sphere, Status
from semailles.projects.maturity import BY_KEY
from semailles.projects.portfolio import MONEY, NOBODY, Wanted, holders_of
from semailles.web.layout.choices import Choice
from semailles.workshop.models import Initiative, Theme

LONGEST = 200  # signs of the words looked for
QUIET = (30, 60, 90, 180)  # days


@dataclass(frozen=True, slots=True)
class Asked:
    wanted: Wanted
    choices: tuple[Choice, ...]

    @property
    def is_anything(self) -> bool:
        return bool(self.wanted.words.strip()) or any(choice.chosen for choice in self.choices if choice.name != "tri")


def asked(initiative: Initiative, query: QueryDict) -> Asked:
    choices = tuple(_chosen(choice, query.get(choice.name, "")) for choice in _choices(initiative))
    said = {choice.name: choice.chosen for choice in choices}
    wanted = Wanted(
        words=query.get("mots", "")[:LONGEST],
        maturity=said["maturite"],
        status=said["avancement"],
        theme=UUID(said["theme"]) if said["theme"] else None,
        sphere=said["champ"],
        holder=said["porteur"],
        missing=said["manque"],
        money=said["argent"],
        quiet=int(said["silence"] or 0),
        order=said["tri"],
    )
    return Asked(wanted, choices)


def _choices(initiative: Initiative) -> Iterator[Choice]:
    themes = tuple((str(key), title) for key, title in Theme.objects.of(initiative).standing().values_list("public_id", "title"))
    yield Choice("maturite", _("Maturity"), _("all the steps"), _words(Maturity))
    yield Choice("avancement", _("How it goes"), _("all"), _words(Status))
    yield Choice("theme", _("Theme"), _("all themes"), themes)
    yield Choice("champ", _("Field of action"), _("all fields"), _words(Sphere))
    yield Choice("porteur", _("Who carries it"), _("anybody"), ((NOBODY, _("nobody yet")), *holders_of(initiative)))
    yield Choice("manque", _("What is missing"), _("anything"), tuple((key, str(one.what)) for key, one in BY_KEY.items()))
    yield Choice("argent", _("Money"), _("no matter"), _money())
    yield Choice("silence", _("Without news"), _("no matter"), tuple((str(days), _("for %(n)d days") % {"n": days}) for days in QUIET))
    orders = (
        ("title", _("by title")),
        ("maturity", _("the most mature first")),
        ("status", _("by how it goes")),
        ("news", _("the oldest news first")),
        ("gap", _("what lacks most money first")),
    )
    yield Choice("tri", _("Order"), _("by number"), orders)


def _money() -> tuple[tuple[str, str], ...]:
    said = {
        "uncosted": _("no cost written"),
        "covered": _("covered by what is confirmed"),
        "hoped": _("covered if all that is hoped comes"),
        "short": _("not covered, even then"),
    }
    return tuple((name, said[name]) for name in MONEY)


def _words(kind: type[TextChoices]) -> tuple[tuple[str, str], ...]:
    return tuple((str(value), str(label)) for value, label in kind.choices)


def _chosen(choice: Choice, typed: str) -> Choice:
    known = typed in {value for value, _label in choice.options}
    return Choice(choice.name, choice.label, choice.any_of, choice.options, typed if known else "")
