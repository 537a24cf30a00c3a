"""The page that tells everybody what each role opens, asked of the rules themselves."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from semailles.web.layout.access import asks
from semailles.web.layout.request import Request
from semailles.web.pages.powers.gestures import TRADES, Gesture, Trade
from semailles.web.pages.powers.reach import Reach, View, reach, views_by_route
from semailles.workshop.enums import Role
from semailles.workshop.models import Initiative
from semailles.workshop.rules import may_read, roles_of


@dataclass(frozen=True, slots=True)
class Line:
    gesture: Gesture
    cells: tuple[tuple[Role, Reach], ...]


@dataclass(frozen=True, slots=True)
class Table:
    trade: Trade
    lines: tuple[Line, ...]


@asks(may_read)
@require_safe
def show_powers(request: Request) -> HttpResponse:
    mine = roles_of(request.person, request.initiative)
    told = {
        "tables": tables(request.initiative),
        "roles": tuple(Role),
        "mine": [role.label for role in Role if role in mine] if settings.INSTANCE else (),
    }
    return render(request, "powers/page.html", told)


def tables(initiative: Initiative) -> list[Table]:
    views = views_by_route()
    return [Table(trade, tuple(_line(gesture, views, initiative) for gesture in trade.gestures)) for trade in TRADES]


def _line(gesture: Gesture, views: dict[str, View], initiative: Initiative) -> Line:
    """A gesture done on several pages goes as far as the narrowest of them."""
    return Line(gesture, tuple((role, min(reach(views[route], role, initiative) for route in gesture.routes)) for role in Role))
