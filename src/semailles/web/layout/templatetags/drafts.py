"""What a form that keeps its words says in a page: `{% keeps title %}` after its secret,
`{% keep_button %}` beside its own button."""

import uuid
from typing import Any

from django import template
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.text import capfirst

from semailles.core.drafts.queries import drafts_of
from semailles.core.drafts.words import KEY, PAGE, spoken
from semailles.core.models import FormDraft
from semailles.web.layout.drafts import AGAIN, again
from semailles.web.layout.mounting import root_address

ABOUT = ("thing", "project", "actor", "document", "idea", "family", "task")
LONGEST_NAME, LONGEST = 90, 200
register = template.Library()


@register.inclusion_tag("drafts/keeps.html", takes_context=True)
def keeps(context: template.Context, title: object = "", *, quiet: bool = False) -> dict[str, Any]:
    """The form's own key; what was typed in this page before and not sent, with the way to take it up, unless it is `quiet`."""
    request: HttpRequest = context["request"]
    draft: FormDraft | None = getattr(request, "draft", None)
    key = request.POST.get(KEY) or (draft.key if draft else uuid.uuid4())
    stands = request.POST.get(PAGE) or _without_again(request)
    words = spoken(draft.fields) if draft else ()
    others = [] if quiet else _others(request, str(key))
    return {"key": key, "stands": stands, "title": _named(context, title), "draft": draft, "others": others, "words": words}


@register.inclusion_tag("drafts/button.html")
def keep_button() -> dict[str, Any]:
    return {}


@register.simple_tag
def drafts_url() -> str:
    """In an instance a person has one list, whatever initiative they write in."""
    return root_address("drafts") if settings.INSTANCE else reverse("drafts")


@register.filter
def again_url(draft: FormDraft) -> str:
    return again(draft)


def _named(context: template.Context, title: object) -> str:
    """What its writer finds it again by: the form's own title, and the thing it is about."""
    named = [title or context.get("title"), *(context.get(name) for name in ABOUT), getattr(context.get("heading"), "project", None)]
    return capfirst(" · ".join(dict.fromkeys(str(one)[:LONGEST_NAME] for one in named if one))[:LONGEST])


def _others(request: HttpRequest, key: str) -> list[FormDraft]:
    """Asked once a page, however many forms it holds; a form that comes back with its faults needs none."""
    if request.method != "GET" or not hasattr(request, "person"):
        return []
    if not hasattr(request, "page_drafts"):
        request.page_drafts = drafts_of(request.person, page=request.path)  # type: ignore[attr-defined]  # kept for the page's other forms
    return [draft for draft in request.page_drafts if str(draft.key) != key]  # type: ignore[attr-defined]  # set just above


def _without_again(request: HttpRequest) -> str:
    asked = request.GET.copy()
    asked.pop(AGAIN, None)
    return f"{request.path}?{asked.urlencode()}" if asked else request.path
