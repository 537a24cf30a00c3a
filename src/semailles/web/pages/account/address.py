"""Another e-mail address for one's account."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from semailles.core.errors import Refusal
from semailles.core.mailing import send
from semailles.core.models import Person
from semailles.core.new_address import address_in, ask_for_address, take_address
from semailles.web.layout.access import asks_at_root, signed_in
from semailles.web.layout.answers import FAULTY
from semailles.web.layout.letters import private
from semailles.web.layout.mounting import root_address
from semailles.web.layout.proof import asks_again
from semailles.web.layout.request import Request
from semailles.web.pages.account.forms import AddressForm

KIND = "account"


class NotMailed(Refusal):
    """The server of mails refuses, or sleeps."""


@asks_at_root(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
@asks_again
def ask(request: Request) -> HttpResponse:
    """The same words, and one mail, whether an account has this address or not."""
    form = AddressForm(request.POST or None)
    if form.takes(lambda: _asked(request.person, form.cleaned_data["email"])):
        said = _("A link is on its way to %(address)s. It opens for a day; until you open it, your address stays as it is.")
        messages.success(request, said % {"address": form.cleaned_data["email"]})
        return HttpResponseRedirect(reverse("account"))
    return render(request, "account/address.html", {"form": form}, status=FAULTY if form.is_bound else 200)


@asks_at_root(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: Request, key: str) -> HttpResponse:
    """A button, since programs that guard mailboxes open links before people do."""
    address = address_in(key, of=request.person)
    if request.method != "POST":
        return private(render(request, "account/address_confirm.html", {"address": address}))  # type: ignore[return-value]  # an answer goes in, the same comes out
    former = take_address(request.person, key, by=request.person)
    _tell_former(request.person, former)
    messages.success(request, _("Your address is %(address)s from now on: sign in with it.") % {"address": address})
    return HttpResponseRedirect(reverse("account"))


def _asked(person: Person, address: str) -> bool:
    key = ask_for_address(person, address, by=person)
    body = _link(person, key) if key else _known()
    if not send(address.strip(), _("Your address on Semailles"), body, kind=KIND):
        raise NotMailed(_("The mail did not leave: try again later, or tell whoever keeps this instance."))
    return True


def _link(person: Person, key: str) -> str:
    said = _(
        "%(person)s wants to sign in with this address from now on. If it is you, open this link within a day, in a browser where you are signed in:\n\n"
        "%(link)s\n\nOtherwise do nothing: nothing changes."
    )
    return said % {"person": person.name, "link": _absolute("account-address-confirm", key)}


def _known() -> str:
    said = _(
        "Somebody wants to use this address for another account, and you have one with it already: nothing changes.\n\n"
        "If it was you, sign in with this address, or choose a new password:\n\n%(link)s"
    )
    return said % {"link": _absolute("account_reset_password")}


def _tell_former(person: Person, former: str) -> None:
    with translation.override(person.lang or None):
        said = _(
            "%(person)s, your account no longer has this address: it was changed from a browser where you were signed in, and your password was asked"
            " again.\n\nIf it was not you, write at once to those who coordinate your initiative, or to whoever keeps this instance: %(place)s"
        )
        body = said % {"person": person.name, "place": settings.ADDRESS.geturl()}
        send(former, _("Your address on Semailles was changed"), body, kind=KIND)


def _absolute(route: str, *args: str) -> str:
    return f"{settings.ADDRESS.scheme}://{settings.ADDRESS.netloc}{root_address(route, *args)}"
