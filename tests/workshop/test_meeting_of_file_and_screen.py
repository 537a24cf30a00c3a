"""A law: whatever the file said, says, and whatever the screen holds, what a person wrote is never lost."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from semailles.workshop.models import Phase
from semailles.workshop.reconciling import Wanted, meet, plain

NAMES = st.sampled_from(["Travaux", "Rédaction", "Maquette"])
MONTHS = st.sampled_from([Decimal(1), Decimal("1.0"), Decimal("2.5")])


@given(last=NAMES, now=NAMES, screen=NAMES, months=st.tuples(MONTHS, MONTHS, MONTHS), is_said=st.booleans())
def test_only_what_nobody_touched_follows_the_file(last: str, now: str, screen: str, months: tuple[Decimal, ...], is_said: bool) -> None:
    before, wanted, shown = months
    values = {"name": now, "months": wanted}
    entry = Wanted("phase: x", "phase", "x", values, frozenset(values) if is_said else frozenset(), frozenset(), ())

    found = meet({"name": last, "months": plain(before)}, entry, Phase(name=screen, months=shown))

    touched = {field for field, differs in {"name": screen != last, "months": shown != before}.items() if differs}
    apart = {field for field, differs in {"name": screen != now, "months": shown != wanted}.items() if differs}
    assert set(found.write) == apart - touched
    assert set(found.differ) == (apart & touched if is_said else set())
