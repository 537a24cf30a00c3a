"""Days, months, seasons and years in flattened words → an interval as ISO 8601-2 writes it.

« 12 mars 2027 » 2027-03-12; « mars 2027 » 2027-03; « fin 2027 » 2027-10/2027-12; « d'ici 2030 » ../2030; « depuis 2019 » 2019/..;
« 12 mars » --03-12; « au printemps » --21 (the code of spring; 22 summer, 23 autumn, 24 winter).
"""

import re
from collections.abc import Iterator

MONTHS = (
    "janvier january|fevrier february|mars march|avril april|mai may|juin june|juillet july|aout august|septembre september|"
    "octobre october|novembre november|decembre december"
)
MONTH = {word: rank for rank, words in enumerate(MONTHS.split("|"), 1) for word in words.split()}
SEASON = {"printemps": "21", "spring": "21", "ete": "22", "summer": "22", "automne": "23", "autumn": "23", "hiver": "24", "winter": "24"}
YEAR = r"(?:19[5-9]\d|20[0-9]\d)"
PARTS = {"debut": (1, 3), "mi": (5, 8), "courant": (1, 12), "fin": (10, 12), "early": (1, 3), "mid": (5, 8), "late": (10, 12)}
NAMED = "|".join(MONTH)
PATTERN = re.compile(
    rf"(?<![\w/.,])(?:(?P<iso>{YEAR}-\d\d-\d\d)|(?P<d>\d{{1,2}})[/.](?P<m>\d{{1,2}})[/.](?P<y>{YEAR}|\d\d)(?![\d/])"
    rf"|(?P<day>\d{{1,2}})(?:er|st|nd|rd|th)? (?P<month>{NAMED})(?: (?P<dated>{YEAR}))?"
    rf"|(?P<month_en>{NAMED}) (?P<day_en>\d{{1,2}}), (?P<dated_en>{YEAR})"
    rf"|(?P<part>debut|mi|fin|courant|early|mid|late)[ -](?:(?P<part_month>{NAMED})\b(?: (?P<part_dated>{YEAR}))?|(?P<part_year>{YEAR}))"
    rf"|(?:(?P<quarter>[1-4])(?:er|e|eme) (?P<what>trimestre|semestre) |t(?P<t>[1-4]) )(?:de |d')?(?P<quarter_year>{YEAR})"
    rf"|(?P<only_month>{NAMED}) (?P<month_year>{YEAR})"
    rf"|(?:en|au mois de|au mois d'|in) (?P<in_month>{NAMED})\b"
    rf"|(?:(?:au|a l'|cet|cette|in|in the|this|l')[ ]?)?(?P<season>printemps|ete|automne|hiver|spring|summer|autumn|winter)(?: (?P<season_year>{YEAR}))?"
    rf"|(?P<until>d'ici(?: a)?(?: la fin)?|avant(?: fin)?|jusqu'en|by|before|until) (?P<until_year>{YEAR})"
    rf"|(?P<since>depuis|a partir de|des|since|from) (?P<since_year>{YEAR})"
    rf"|(?:en|in|a l'horizon|horizon|annee|pour|for) (?P<year>{YEAR}))(?![\w%€-])"
)
LED_IN = re.compile(r"^(?:au|a l'|cet|cette|in|in the|this|l')")
MONTHS_OF_A_YEAR, DAYS_OF_A_MONTH = 12, 31
CENTURY = "20"


def find_days(flat: str) -> Iterator[tuple[int, int, str]]:
    for found in PATTERN.finditer(flat):
        when = _when({name: value for name, value in found.groupdict().items() if value}, found.group())
        if when:
            yield found.start(), found.end(), when


def _when(said: dict[str, str], whole: str) -> str:
    if "iso" in said:
        return said["iso"]
    if "d" in said:
        return _day(said["y"] if len(said["y"]) > len(CENTURY) else CENTURY + said["y"], int(said["m"]), int(said["d"]))
    if "day" in said:
        return _day(said.get("dated", "-"), MONTH[said["month"]], int(said["day"]))
    if "day_en" in said:
        return _day(said["dated_en"], MONTH[said["month_en"]], int(said["day_en"]))
    return _month_or_year(said, whole)


def _month_or_year(said: dict[str, str], whole: str) -> str:
    if "part_year" in said:
        return _months(said["part_year"], *PARTS[said["part"]])
    if "part_month" in said:
        return f"{said.get('part_dated', '-')}-{MONTH[said['part_month']]:02d}"
    if "quarter_year" in said:
        return _quarter(said)
    if month := said.get("only_month") or said.get("in_month"):
        return f"{said.get('month_year', '-')}-{MONTH[month]:02d}"
    return _season(said, whole) if "season" in said else _open_years(said)


def _quarter(said: dict[str, str]) -> str:
    size = 6 if said.get("what") == "semestre" else 3
    rank = int(said.get("quarter") or said["t"])
    return _months(said["quarter_year"], (rank - 1) * size + 1, rank * size) if rank * size <= MONTHS_OF_A_YEAR else ""


def _season(said: dict[str, str], whole: str) -> str:
    return f"{said.get('season_year', '-')}-{SEASON[said['season']]}" if "season_year" in said or LED_IN.match(whole) else ""


def _open_years(said: dict[str, str]) -> str:
    if "until_year" in said:
        return f"../{said['until_year']}"
    return f"{said['since_year']}/.." if "since_year" in said else said["year"]


def _months(year: str, first: int, last: int) -> str:
    return f"{year}-{first:02d}/{year}-{last:02d}"


def _day(year: str, month: int, day: int) -> str:
    """ "" for what no calendar has."""
    return f"{year}-{month:02d}-{day:02d}" if 1 <= month <= MONTHS_OF_A_YEAR and 1 <= day <= DAYS_OF_A_MONTH else ""
