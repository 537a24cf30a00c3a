"""Number formats: the words of a French spreadsheet, and words for any number under any format."""

from datetime import date, time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from semailles.engines.reading.number_formats import plain_number, shown_by

_EURO_ACCOUNTS = '_-* #,##0.00\\ [$€-40C]_-;\\-* #,##0.00\\ [$€-40C]_-;_-* "-"??\\ [$€-40C]_-;_-@_-'


@pytest.mark.parametrize(
    ("code", "value", "words"),
    [
        ("0%", 0.256, "26%"),
        ("0.0%", 0.256, "25,6%"),
        ("0\\ %", 0.5, "50 %"),
        ("#,##0", 12000, "12 000"),
        ('# ##0 "€"', 1234567.0, "1 234 567 €"),
        ("#,##0.00", 1234.5, "1 234,50"),
        ("0.##", 2.5, "2,5"),
        ('0 "kWh/an"', 3600, "3600 kWh/an"),
        ('#,##0,"k€"', 45000, "45k€"),
        ('#,##0.0,"k€"', 1234567.891, "1 234,6k€"),
        ('#,##0.0,,"M€"', 2_500_000, "2,5M€"),
        ('0.0,,\\ "M€"', 2_500_000, "2,5 M€"),
        ("#,##0,.00", 1234567.891, "1 234,57"),
        ('#,##0 ,"k€"', 45000, None),
        ("#,##0.00", 1e30, "1 000 000 000 000 000 000 000 000 000 000,00"),
        ("0%", 1e27, "1" + "0" * 29 + "%"),
        ("0.00", float("inf"), None),
        ("0.00", float("nan"), None),
        ("0" * 256, 5, None),
        ("0;;;@", 0, ""),
        ("0;-0;", 0, ""),
        ("0;;;@", 12, "12"),
        ("0;;;@", -5, None),
        ("0;@", -5, "-5"),
        ("00000", 5000, "05000"),
        (_EURO_ACCOUNTS, 1234567, "1 234 567,00 €"),
        (_EURO_ACCOUNTS, -20.5, "-20,50 €"),
        (_EURO_ACCOUNTS, 0, None),
        ("[Red]-0;0", -3, "3"),
        ("# ?/?", 0.5, None),
        ("0.00E+00", 12.0, None),
        ('[>100]0 "beaucoup";0', 120, None),
        ("0#\\ ##\\ ##\\ ##\\ ##", 612345678, None),
        ("General", 12.5, None),
        (";;;", 12.5, None),
        ("mmmm yyyy", date(2025, 3, 1), "mars 2025"),
        ("[$-40C]d\\ mmmm\\ yyyy", date(2025, 8, 1), "1 août 2025"),
        ("dddd d mmm yy", date(2025, 1, 6), "lundi 6 janv. 25"),
        ("[$-40C]mmmm\\-yy;@", date(2025, 3, 1), "mars-25"),
        ("yyyy", date(2025, 3, 1), "2025"),
        ("mm/yyyy", date(2025, 3, 1), "03/2025"),
        ("m/d/yyyy", date(2025, 3, 1), None),
        ("hh:mm", time(9, 30), None),
        ("yyyy", 12.0, None),
    ],
)
def test_a_format_words_a_value_as_a_french_spreadsheet_does(code: str, value: object, words: str | None) -> None:
    show = shown_by(code)

    assert (show(value) if show is not None else None) == words


_FIGURES = [
    "0",
    "#",
    "?",
    ",",
    ".",
    "%",
    ";",
    "@",
    " ",
    "-",
    "_-",
    "* ",
    '"',
    '"k€"',
    "\\",
    "E+",
    "/",
    "[Red]",
    "[>9]",
    "[$€-40C]",
    "General",
]
_LETTERS = ["yyyy", "mmm", "d", "hh", "ss", "ſ", "\n"]
_PIECES = st.sampled_from([*_FIGURES, *_LETTERS])
_CODES = st.lists(_PIECES, max_size=12).map("".join) | st.text(max_size=12)
_NUMBERS = st.floats() | st.integers(-(2**63), 2**63) | st.sampled_from([1e30, 1.5e26, 1e27, 5e-324, 1.7976931348623157e308, -0.0])


@given(code=_CODES | st.integers(200, 300).map("0.".ljust), value=_NUMBERS | st.datetimes() | st.times() | st.booleans())
@example(code="#,##0.00", value=1e30)
@example(code="0." + "0" * 253, value=1.7976931348623157e308)
@example(code="0" + "%" * 254, value=1.7976931348623157e308)
@example(code="0" + "," * 254, value=5e-324)
def test_any_value_under_any_format_has_words_and_only_a_zero_may_say_nothing(code: str, value: object) -> None:
    show = shown_by(code)

    words = show(value) if show is not None else None

    assert words is None or (words if value else not words or any(map(str.isdigit, words)))


@given(value=st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_is_the_same_by_its_plain_words(value: float) -> None:
    assert float(plain_number(value).replace(",", ".")) == pytest.approx(value, rel=1e-11)
