"""What is known of the communes of France beside their names, from the files that ship with the package."""

from collections import Counter
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from semailles.engines.locating.ground import Degrees


@cache
def middles() -> Mapping[str, Degrees]:
    """The middle of each commune whose outline was read, by its code of today."""
    return {insee: Degrees(float(latitude), float(longitude)) for insee, latitude, longitude in _rows("communes")}


@cache
def intercommunalities() -> Mapping[str, str]:
    """Its name as the State writes it (« CC Entre Juine et Renarde (CCEJR) »), by the code of each commune."""
    return {insee: name for name, codes in _rows("intercommunalities") for insee in codes.split()}


def code_today(insee: str) -> str:
    """« 91182 », Courcouronnes until 2018, is 91228 today; a code that nothing followed, or that was shared out, is itself."""
    return _followed().get(insee, insee)


@cache
def _followed() -> Mapping[str, str]:
    found = [(code, insee) for insee, former in _rows("former_codes") for code in former.split()]
    many = Counter(code for code, _insee in found)
    return {code: insee for code, insee in found if many[code] == 1}


def _rows(name: str) -> list[list[str]]:
    lines = files(__package__).joinpath(f"{name}.csv").read_text(encoding="utf-8").splitlines()
    return [line.split(";") for line in lines if line and not line.startswith("#")][1:]
