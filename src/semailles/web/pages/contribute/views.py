"""The public form: an idea, without an account."""

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from semailles.intake.actions.contributing import contribute
from semailles.intake.queries.welcoming import untaken, welcome_of
from semailles.intake.rules import may_visit
from semailles.web.layout.access import asks
from semailles.web.layout.answers import FAULTY
from semailles.web.layout.letters import letter
from semailles.web.layout.request import Request
from semailles.web.layout.sender import sender_of
from semailles.web.layout.today import today
from semailles.web.pages.contribute.forms import ContributionForm


@asks(may_visit)
@require_http_methods(["GET", "HEAD", "POST"])
def propose(request: Request) -> HttpResponse:
    """Sent twice, it leads twice to the same page: that on which the idea is followed."""
    form = ContributionForm(request.POST or None)
    given = form.takes(
        lambda: contribute(request.initiative, form.entry, token=form.cleaned_data["stamp"], sender=sender_of(request), by=request.person)
    )
    if given:
        return HttpResponseRedirect(reverse("follow", args=[form.cleaned_data["stamp"]]))
    if form.is_bound:
        form.stamp_again()
    welcome = welcome_of(request.initiative)
    around = {"form": form, "welcome": welcome, "untaken": untaken(welcome, on=today(request.initiative))}
    return letter(request, "contribute/page.html", around, status=FAULTY if form.is_bound else 200)
