"""The coordinator opens the initiative to the public, and closes it."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from semailles.intake.actions.welcoming import describe_welcome
from semailles.intake.queries.contributions import count_by_state
from semailles.intake.queries.welcoming import welcome_of
from semailles.web.layout.access import asks
from semailles.web.layout.answers import CONFLICT, FAULTY
from semailles.web.layout.request import Request
from semailles.web.pages.welcome.forms import WelcomeForm
from semailles.workshop.rules import may_coordinate


@asks(may_coordinate)
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: Request) -> HttpResponse:
    welcome = welcome_of(request.initiative)
    form = WelcomeForm(welcome, request.POST or None)
    kept = form.takes(lambda: describe_welcome(request.initiative, form.entry, revision=form.cleaned_data["revision"], by=request.person))
    if kept:
        messages.success(request, _("The public page is open.") if kept.is_open else _("The public page is closed."))
        return redirect("welcome")
    around = {
        "form": form,
        "welcome": welcome,
        "counts": count_by_state(request.initiative),
        "is_instance": settings.INSTANCE,
        "address": request.build_absolute_uri(reverse("front")),
    }
    status = CONFLICT if form.conflict else FAULTY if form.is_bound else 200
    return render(request, "welcome/page.html", around, status=status)
