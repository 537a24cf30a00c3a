"""What one says of oneself on an instance; the library's own pages stand beside, for passwords and keys."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from semailles.core.actions import describe_oneself
from semailles.web.layout.access import asks_at_root, signed_in
from semailles.web.layout.answers import FAULTY
from semailles.web.layout.request import Request
from semailles.web.pages.account.forms import AccountForm


@asks_at_root(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def describe(request: Request) -> HttpResponse:
    person = request.person
    form = AccountForm(request.POST or None, initial={"name": person.name, "lang": person.lang})
    if form.is_bound and form.is_valid():
        describe_oneself(person, form.cleaned_data["name"], form.cleaned_data["lang"], by=person)
        messages.success(request, _("Your name and your language are kept."))
        return HttpResponseRedirect(reverse("account"))
    return render(request, "account/page.html", {"form": form}, status=FAULTY if form.is_bound else 200)
