from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from semailles.engines.euros import Sum, euros, sums

WRITTEN = {
    "5000€": "5000",
    "12 000 €": "12000",
    "12\u202f000\u00a0€": "12000",
    "12.000€": "12000",
    "12'000 €": "12000",
    "1 000 000 €": "1000000",
    "12 k€": "12000",
    "5K€": "5000",
    "1,5 k€": "1500",
    "1,500 k€": "1500",
    "2,5 M€": "2500000",
    "3 mille euros": "3000",
    "2 millions d’euros": "2000000",
    "2 000 euros": "2000",
    "1 euro": "1",
    "5 000,50 euros": "5000.50",
    "1.250,50 EUR": "1250.50",
    "€1,250.50": "1250.50",
    "€2k": "2000",
    "0,500 €": "0.5",
    "-500 €": "-500",
    "\u2212 500 €": "-500",
}


@pytest.mark.parametrize("text", WRITTEN)
def test_a_sum_is_read_exactly_however_it_is_written(text: str) -> None:
    assert (sums(f"Prévu : {text}, hors salle"), euros(text)) == ((Sum(8, 8 + len(text), Decimal(WRITTEN[text])),), Decimal(WRITTEN[text]))


@pytest.mark.parametrize("text", ["50 européens", "en 2015", "le 12.03.2015", "1.2.3 €", "12 000", "12 %", "€", "999" * 9 + " €"])
def test_what_is_no_sum_is_none(text: str) -> None:
    assert sums(text) == ()


def test_a_year_before_a_sum_is_not_part_of_it() -> None:
    assert sums("en 2015 12 000 € puis 500 €") == (Sum(8, 16, Decimal(12000)), Sum(22, 27, Decimal(500)))


@pytest.mark.parametrize(
    ("text", "value"),
    [("Région – 5 000 €", 5000), ("Région - 5 000 €", 5000), ("Avoir : - 500 €", -500), ("Avoir -500 €", -500), ("(−300 €)", -300)],
)
def test_a_dash_between_words_is_no_minus(text: str, value: int) -> None:
    assert [found.value for found in sums(text)] == [value]


@pytest.mark.parametrize(
    ("typed", "value"), [("12000", 12000), (" 12 000 ", 12000), ("12.000", 12000), ("4k", 4000), ("– 300", -300), ("12 000,5", "12000.5")]
)
def test_a_field_needs_no_unit(typed: str, value: int | str) -> None:
    assert euros(typed) == Decimal(value)


@pytest.mark.parametrize("typed", ["", "douze", "1 2 3", "2015-03", "3 400 TTC", "5 000 ou 6 000", "€"])
def test_a_field_that_holds_no_sum_gives_none(typed: str) -> None:
    assert euros(typed) is None


CENTS = st.integers(0, 10**11)
SPACES = st.sampled_from([" ", "\u00a0", "\u202f", "'"])
UNITS = st.sampled_from(["€", " €", "\u00a0€", " euros", " EUR", " Euros"])
TALES = st.sampled_from(["{}", "CAUE : {}", "Mise en forme – {} (à confirmer)", "4 stages à {} ; salle comprise", "Total{tab}{}"])


@given(CENTS, SPACES, st.sampled_from([",", "."]), UNITS, TALES, st.booleans())
def test_thousands_and_cents_come_back_exactly(cents: int, space: str, mark: str, unit: str, tale: str, is_grouped: bool) -> None:
    whole, rest = divmod(cents, 100)
    digits = f"{whole:,}".replace(",", space) if is_grouped else str(whole)
    written = f"{digits}{mark}{rest:02d}{unit}" if rest else f"{digits}{unit}"

    assert [found.value for found in sums(tale.format(written, tab=" "))] == [Decimal(cents) / 100]


@given(st.integers(1, 10**7), st.sampled_from(["k€", " k€", " K€", " keuros", " mille euros"]))
def test_thousands_of_euros_come_back_exactly(tenths: int, unit: str) -> None:
    written = f"{tenths / 10:.1f}".replace(".", ",") + unit

    assert euros(written) == Decimal(tenths) * 100


@given(
    st.text(max_size=60) | st.lists(st.sampled_from(["12", " ", "000", "€", "k", "-", ",", ".", "euros", "M"]), max_size=14).map("".join)
)
def test_every_sum_stands_where_it_says(text: str) -> None:
    found = sums(text)

    assert [euros(text[one.start : one.end]) for one in found] == [one.value for one in found]
    assert all(before.end <= after.start for before, after in pairwise(found))
