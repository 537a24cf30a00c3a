"""What I have to do: in one initiative, or in all those that I take part in."""

from collections.abc import Iterable

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from semailles.projects.todo import Todo, todo_of
from semailles.web.layout.access import asks_at_root, signed_in
from semailles.web.layout.request import Request
from semailles.web.layout.today import today
from semailles.web.pages.todo.told import told
from semailles.workshop.queries.memberships import memberships_of


@asks_at_root(signed_in)
@require_safe
def show_everywhere(request: Request) -> HttpResponse:
    parts = memberships_of(request.person)
    return shown(request, [todo_of(request.person, part.initiative, on=today(part.initiative)) for part in parts])


def shown(request: Request, todos: Iterable[Todo]) -> HttpResponse:
    return render(request, "todo/page.html", {"lists": [told(todo) for todo in todos if not todo.is_empty]})
