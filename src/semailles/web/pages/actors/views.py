from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from semailles.web.layout.access import asks
from semailles.web.layout.request import Request
from semailles.workshop.models import Actor
from semailles.workshop.rules import may_read


@asks(may_read)
@require_safe
def list_actors(request: Request) -> HttpResponse:
    return render(request, "actors/page.html")


@asks(may_read)
@require_safe
def show_actor(request: Request, public_id: UUID) -> HttpResponse:
    actor = get_object_or_404(Actor.objects.of(request.initiative), public_id=public_id)
    return render(request, "actors/actor.html", {"actor": actor})
