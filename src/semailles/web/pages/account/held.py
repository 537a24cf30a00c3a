"""What the instance keeps about oneself, all of it in one file, and having it erased."""

import json
from collections.abc import Iterator, Sequence
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from semailles.publication.persons import OwnPart, erase_person, kept_about, why_needed
from semailles.web.layout.access import asks_at_root, signed_in
from semailles.web.layout.answers import FAULTY
from semailles.web.layout.mounting import root_address
from semailles.web.layout.proof import asks_again
from semailles.web.layout.request import Request
from semailles.web.pages.account.forms import LeaveForm


@asks_at_root(signed_in)
@require_safe
def show(request: Request) -> HttpResponse:
    return _unkept(render(request, "account/held.html", {"parts": kept_about(request.person)}))


@asks_at_root(signed_in)
@require_safe
def download(request: Request) -> HttpResponse:
    """For people and for programs."""
    parts, packed = kept_about(request.person), BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        archive.writestr(f"{_('your-data')}.txt", "\n".join(_lines(parts)))
        tree = {part.name: part.rows for part in parts}
        archive.writestr(f"{_('your-data')}.json", json.dumps(tree, ensure_ascii=False, indent=2))
    answer = HttpResponse(packed.getvalue(), content_type="application/zip")
    answer["Content-Disposition"] = f'attachment; filename="{_("your-data")}.zip"'
    return _unkept(answer)


@asks_at_root(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
@asks_again
def leave(request: Request) -> HttpResponse:
    person = request.person
    form = LeaveForm(request.POST or None)
    if form.takes(lambda: erase_person(person, also=form.names, by=person)):
        logout(request)
        messages.success(request, _("Your account is erased, with what was yours alone. Thank you for what you brought."))
        return HttpResponseRedirect(root_address("account_login"))
    told = {"form": form, "needed": list(why_needed(person))}
    return render(request, "account/leave.html", told, status=FAULTY if form.is_bound else 200)


def _lines(parts: Sequence[OwnPart]) -> Iterator[str]:
    for part in parts:
        yield from (part.name.upper(), part.why, "")
        for row in part.rows:
            yield from (f"{name}: {value}" for name, value in row.items() if value)
            yield ""
        if not part.rows:
            yield from (_("Nothing."), "")


def _unkept(answer: HttpResponse) -> HttpResponse:
    answer["Cache-Control"] = "no-store"
    return answer
