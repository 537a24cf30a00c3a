from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from semailles.convergence.models import Family
from semailles.web.layout.access import asks
from semailles.web.layout.request import Request
from semailles.workshop.models import Theme
from semailles.workshop.rules import may_read


@asks(may_read)
@require_safe
def list_convergences(request: Request) -> HttpResponse:
    return render(request, "convergences/page.html")


@asks(may_read)
@require_safe
def show_convergence(request: Request, public_id: UUID) -> HttpResponse:
    convergence = get_object_or_404(Family.objects.of(request.initiative), public_id=public_id)
    return render(request, "convergences/convergence.html", {"convergence": convergence})


@asks(may_read)
@require_safe
def show_theme(request: Request, public_id: UUID) -> HttpResponse:
    theme = get_object_or_404(Theme.objects.of(request.initiative), public_id=public_id)
    return render(request, "convergences/theme.html", {"theme": theme})
