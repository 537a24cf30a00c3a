from datetime import date

from semailles.convergence.actions import keep_suggestions
from semailles.core.models import Person
from semailles.engines.grouping import Grouping
from semailles.engines.grouping import Theme as FoundTheme
from semailles.workshop.actions import add_theme, describe_theme, set_aside
from semailles.workshop.entries import ThemeEntry
from semailles.workshop.models import Initiative, Theme

FOUND = Grouping(themes=(FoundTheme("Alimentation", ("cantine", "pain"), ()),), families=())


def titles(initiative: Initiative) -> list[str]:
    return [theme.title for theme in Theme.objects.of(initiative)]


def test_a_theme_found_again_is_the_one_that_people_renamed(initiative: Initiative, local: Person) -> None:
    keep_suggestions(initiative, FOUND, by=local)
    describe_theme(Theme.objects.get(), ThemeEntry("Manger", ["pain"]), revision=0, by=local)

    keep_suggestions(initiative, FOUND, by=local)

    assert titles(initiative) == ["Manger"]


def test_a_theme_set_aside_does_not_come_back_by_itself(initiative: Initiative, local: Person) -> None:
    keep_suggestions(initiative, FOUND, by=local)
    set_aside(Theme.objects.get(), "trop large", on=date(2015, 3, 1), by=local)

    keep_suggestions(initiative, FOUND, by=local)

    assert [(theme.title, theme.is_standing) for theme in Theme.objects.of(initiative)] == [("Alimentation", False)]


def test_themes_that_people_give_stand_before_those_found(initiative: Initiative, local: Person) -> None:
    keep_suggestions(initiative, FOUND, by=local)
    for title in ("Eau", "Bois"):
        add_theme(initiative, ThemeEntry(title, []), by=local)

    assert titles(initiative) == ["Eau", "Bois", "Alimentation"]
