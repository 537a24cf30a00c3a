"""What stands around every page: the initiative, the path with where the work stands, the reader's choices."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language

from semailles.web.layout.path import steps
from semailles.workshop.rules import may_coordinate

THEMES = ("day", "night")


def around(request: HttpRequest) -> dict[str, Any]:
    initiative = getattr(request, "initiative", None)
    theme = request.COOKIES.get("theme", "")
    return {
        "initiative": initiative,
        "coordinates": SimpleLazyObject(lambda: may_coordinate(request.person, initiative)) if initiative else False,  # type: ignore[attr-defined]  # set with the initiative
        "path": steps(initiative, request.path) if initiative else (),
        "theme": theme if theme in THEMES else "",
        "lang": get_language() or settings.LANGUAGE_CODE,
        "has_theme_file": (settings.WORKSPACE / "theme.css").is_file(),
        "logo": next((name for name in ("logo.svg", "logo.png") if (settings.WORKSPACE / name).is_file()), ""),
    }
