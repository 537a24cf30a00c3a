"""The communes of France and their intercommunalities, from the files that ship with the package."""

from functools import cache
from importlib.resources import files

from semailles.engines.extracting.findings import Commune


@cache
def national_gazetteer() -> tuple[Commune, ...]:
    """Every current commune (INSEE's Code officiel géographique, edition 2026; Licence Ouverte 2.0), then those that are one no more and whose
    name no commune bears today, with the code of the one they belong to: « Évry » is in 91228."""
    return tuple(Commune(name, insee) for name, insee, *_ in (*_rows("communes"), *_rows("former_communes")))


@cache
def intercommunalities() -> tuple[str, ...]:
    """Names as the State writes them: « CC Entre Juine et Renarde »."""
    return tuple(row[0] for row in _rows("intercommunalities"))


def _rows(name: str) -> list[list[str]]:
    lines = files(__package__).joinpath(f"{name}.csv").read_text(encoding="utf-8").splitlines()
    return [line.split(";") for line in lines if line and not line.startswith("#")][1:]
