"""What one takes part in, on an instance; whoever administers it opens initiatives here."""

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from semailles.core.errors import Refusal
from semailles.web.layout.access import asks_at_root, signed_in
from semailles.web.layout.answers import FAULTY
from semailles.web.layout.mounting import initiative_address
from semailles.web.layout.request import Request
from semailles.web.pages.initiatives.forms import OpeningForm
from semailles.workshop.actions import open_initiative
from semailles.workshop.errors import AlreadyThere
from semailles.workshop.models import Initiative
from semailles.workshop.queries.memberships import memberships_of
from semailles.workshop.rules import may_open_initiative


@asks_at_root(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def list_initiatives(request: Request) -> HttpResponse:
    opens = may_open_initiative(request.person)
    form = OpeningForm(request.POST or None)
    if form.is_bound and form.is_valid():
        try:
            initiative = _opened(request, form.cleaned_data)
        except Refusal as refusal:
            form.refuse(refusal)
        else:
            return HttpResponseRedirect(initiative_address(initiative, "dashboard"))
    lines = [(one, initiative_address(one.initiative, "dashboard")) for one in memberships_of(request.person)]
    told = {"lines": lines, "opens": opens, "form": form}
    return render(request, "initiatives/page.html", told, status=FAULTY if form.is_bound else 200)


def _opened(request: Request, typed: dict[str, str]) -> Initiative:
    before = Initiative.objects.count()
    initiative = open_initiative(typed["name"], lang=typed["lang"], by=request.person)
    if Initiative.objects.count() == before:
        raise AlreadyThere(
            _("There is already an initiative called « %(name)s » here: give this one another name.") % {"name": typed["name"]}
        )
    return initiative
