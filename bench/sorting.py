"""Each gesture of an evening of sorting, on two hundred ideas: time of the server alone, as the board answers it to the browser.

A workspace of two hundred ideas of four teams is made by `semailles run`; each gesture is asked through the whole application, in turn, on the idea that comes.
What it is held against: the limit of an answer that feels immediate, 150 ms. Usage: python bench/sorting.py
"""

import os
import re
import subprocess
import sys
import tempfile
from itertools import product
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

WORKSPACE = tempfile.TemporaryDirectory(prefix="semailles-bench-")
ROOT = Path(WORKSPACE.name)
os.environ |= {"SEMAILLES_WORKSPACE": str(ROOT / "out"), "DJANGO_SETTINGS_MODULE": "semailles.config.settings"}

LIMIT = 150.0  # milliseconds
VERBS = ("Planter", "Créer", "Ouvrir", "Aménager", "Rénover")
THINGS = ("une ferme-école", "une légumerie", "un atelier vélo", "une recyclerie", "un jardin partagé")
PLACES = (
    "près de la gare",
    "dans le vieux bourg",
    "au bord du canal",
    "sur la friche",
    "au lycée",
    "à la halle",
    "au moulin",
    "sur la place",
)
FORMS = {
    "keep": {"gesture": "keep"},
    "set aside": {"gesture": "aside", "reason": "Existe déjà"},
    "duplicate": {"gesture": "duplicate"},
    "later": {"gesture": "later"},
    "undo": {"gesture": "undo"},
}
SELECTED = re.compile(r'<input type="hidden" name="ideas" value="([^"]+)"')
NEAR = re.compile(r'name="of" value="([^"]+)"')


def main() -> None:
    _make()
    import django

    django.setup()
    from django.conf import settings
    from django.test import Client

    settings.ALLOWED_HOSTS = ["testserver", "127.0.0.1"]
    browser = Client(headers={"HX-Request": "true"})
    page = browser.get("/recueillir/trier/").content.decode()
    spent: dict[str, list[float]] = {name: [] for name in FORMS}
    for turn in range(30 * len(FORMS)):
        name = list(FORMS)[turn % len(FORMS)]
        typed = FORMS[name] | {"ideas": SELECTED.findall(page)[0], "of": (NEAR.findall(page) or [""])[0]}
        started = perf_counter()
        answer = browser.post("/recueillir/trier/decider/", typed)
        spent[name].append(1000 * (perf_counter() - started))
        page = answer.content.decode()
        if answer.status_code != 200:
            sys.exit(f"{name}: {answer.status_code}")
    print(f"{'gesture':12}  median   p95   worst   of the limit of {LIMIT:.0f} ms")
    for name, times in spent.items():
        high = quantiles(times, n=20)[-1]
        print(f"{name:12} {median(times):6.0f}  {high:5.0f}  {max(times):5.0f} ms   {high / LIMIT:.2f}")


def _make() -> None:
    ideas = [" ".join(words) for words in product(VERBS, THINGS, PLACES)]
    for rank, team in enumerate("abcd"):
        folder = ROOT / "atelier" / f"equipe-{team}"
        folder.mkdir(parents=True)
        (folder / "idees.md").write_text("# Nos idées\n\n" + "".join(f"- {idea}\n" for idea in ideas[rank::4]), encoding="utf-8")
    command = [sys.executable, "-m", "semailles.cli.main", "run", str(ROOT / "atelier"), "--output", str(ROOT / "out")]
    subprocess.run(command, check=True, capture_output=True)


if __name__ == "__main__":
    main()
