"""What stands around every page: the initiative, the path with where the work stands, the reader's choices."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language

from semailles.web.layout.path import steps

THEMES = ("day", "night")


def around(request: HttpRequest) -> dict[str, Any]:
    initiative = getattr(request, "initiative", None)
    theme = request.COOKIES.get("theme", "")
    return {
        "initiative": initiative,
        "path": steps(initiative, request.path) if initiative else (),
        "theme": theme if theme in THEMES else "",
        "lang": get_language() or settings.LANGUAGE_CODE,
        "has_theme_file": (settings.WORKSPACE / "theme.css").is_file(),
        "logo": next((name for name in ("logo.svg", "logo.png") if (settings.WORKSPACE / name).is_file()), ""),
    }
