from semailles.engines.budgeting import Line, Nature, Status, TaxBase, balance


def test_the_founding_note_balances_only_with_a_promise() -> None:
    resources = [
        Line("EPF", 5000, Status.TO_CONFIRM),
        Line("SNCF", 5000, Status.DECIDED),
        Line("Veolia", 2000, Status.DECIDED),
        Line("CAUE", None, nature=Nature.IN_KIND),
    ]

    result = balance(resources, costs=[Line("Mise en forme des projets", 8000), Line("Publications", 4000)])

    assert (result.needs, result.confirmed, result.hoped, result.gap) == (12000, 7000, 12000, 5000)
    assert [line.label for line in result.in_kind] == ["CAUE"]


def test_what_is_only_considered_or_refused_is_not_hoped_for() -> None:
    result = balance([Line("A", 100, Status.THOUGHT_OF), Line("B", 200, Status.REFUSED), Line("C", 300, Status.SOUGHT)], costs=[])

    assert (result.confirmed, result.hoped) == (0, 300)


def test_a_valued_gift_in_kind_is_never_added() -> None:
    result = balance([Line("CAUE", 1800, Status.DECIDED, Nature.IN_KIND)], costs=[Line("Stage", 2000)])

    assert (result.confirmed, result.gap) == (0, 2000)


def test_sums_with_and_without_tax_are_never_added_silently() -> None:
    result = balance(
        [Line("Région", 1000, Status.DECIDED, tax_base=TaxBase.NONE), Line("Commune", None, tax_base=TaxBase.NET)],
        costs=[Line("Salle", 500, tax_base=TaxBase.GROSS), Line("Affiches", 500, tax_base=TaxBase.NET), Line("Temps", 200)],
    )

    assert (result.needs, result.tax_bases, result.mixes_tax_bases) == (1200, (TaxBase.NET, TaxBase.GROSS), True)


def test_one_tax_base_said_by_all_is_no_mixture() -> None:
    result = balance([Line("Région", 1000, tax_base=TaxBase.NONE)], costs=[Line("Salle", 500, tax_base=TaxBase.GROSS), Line("Temps", 200)])

    assert (result.tax_bases, result.mixes_tax_bases) == ((TaxBase.GROSS,), False)
