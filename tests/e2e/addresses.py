"""Every page that a reader can open in the example's workspace, by route: the ids come from its synthese.json."""

import json
from pathlib import Path
from typing import Any


def addresses(out: Path) -> dict[str, str]:
    """Route → address. A route with an id takes the first of its kind."""
    tree: dict[str, Any] = json.loads((out / "data" / "synthese.json").read_text(encoding="utf-8"))
    assert tree["ideas"]
    return {
        "dashboard": "/",
        "documents": "/recueillir/",
        "ideas": "/recueillir/idees/",
        "convergences": "/converger/",
        "matrix": "/converger/matrice/",
        "projects": "/porter/",
        "actors": "/acteurs/",
        "governance": "/gouverner/",
        "measure": "/mesurer/",
        "publish": "/publier/",
        "sow": "/essaimer/",
        "frame": "/demarche/",
        "budget": "/demarche/budget/",
        "calendar": "/demarche/calendrier/",
        "journal": "/journal/",
        "find": "/aller/",
        "nowhere": "/nulle-part/",
    }


# Routes that answer with no page of their own: files, pictures, forms' targets.
NO_PAGE = frozenset({"preferences", "theme-file", "logo-file"})
