from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from semailles.intake.models import Idea
from semailles.web.layout.access import asks
from semailles.web.layout.request import Request
from semailles.workshop.rules import may_read


@asks(may_read)
@require_safe
def list_ideas(request: Request) -> HttpResponse:
    return render(request, "ideas/page.html")


@asks(may_read)
@require_safe
def show_idea(request: Request, public_id: UUID) -> HttpResponse:
    idea = get_object_or_404(Idea.objects.of(request.initiative), public_id=public_id)
    return render(request, "ideas/idea.html", {"idea": idea})
