from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from semailles.core.audience import Audience
from semailles.publication.finding import KINDS, Answers, answers
from semailles.web.layout.access import asks
from semailles.web.layout.request import Request
from semailles.web.pages.find.places import placed
from semailles.workshop.rules import may_read

MOST, MOST_IN_DIALOG = 50, 8
LONGEST = 200


@asks(may_read)
@require_safe
def find(request: Request) -> HttpResponse:
    """The page, or only its answers for the dialog that stands above every page."""
    question, kind = request.GET.get("q", "")[:LONGEST].strip(), request.GET.get("genre", "")
    kind = kind if kind in KINDS else ""
    limit = MOST_IN_DIALOG if request.htmx else MOST
    found = answers(request.initiative, question, reader=Audience.FACILITATOR, kind=kind, limit=limit) if question else None
    told = {
        "question": question,
        "kind": kind,
        "kinds": kind_names(),
        "answers": placed(found.answers) if found else (),
        "is_more": bool(found and found.is_more),
        "count": _counted(found) if found else "",
    }
    return render(request, "find/_found.html" if request.htmx else "find/page.html", told)


def _counted(found: Answers) -> str:
    """« 8 réponses », « plus de 8 réponses », « aucune réponse »."""
    count = len(found.answers)
    if not count:
        return _("no answer")
    if found.is_more:
        return _("more than %(n)d answers") % {"n": count}
    return ngettext("%(n)d answer", "%(n)d answers", count) % {"n": count}


def kind_names() -> dict[str, str]:
    return {
        "": _("Everything"),
        "project": _("Projects"),
        "convergence": _("Convergences"),
        "idea": _("Ideas"),
        "actor": _("Actors"),
        "document": _("Documents"),
        "theme": _("Themes"),
        "passage": _("Passages"),
    }
