"""The communes of France, from the file that ships with the package."""

from functools import cache
from importlib.resources import files

from semailles.engines.extracting.findings import Commune


@cache
def national_gazetteer() -> tuple[Commune, ...]:
    """Every current commune (INSEE's Code officiel géographique, edition 2026; Licence Ouverte 2.0)."""
    text = files(__package__).joinpath("communes.csv").read_text(encoding="utf-8")
    rows = (line.split(";") for line in text.splitlines() if line and not line.startswith("#"))
    next(rows)
    return tuple(Commune(name, insee) for name, insee in rows)
