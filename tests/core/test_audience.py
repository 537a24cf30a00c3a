"""For whom rows are read, and what a page finds once."""

from semailles.core.audience import Audience, found_once, read_as, read_by


def test_what_a_page_found_is_asked_again_by_the_next_one() -> None:
    asked: list[str] = []

    def find() -> int:
        asked.append("")
        return len(asked)

    with read_by(Audience.WORKING):
        one_page = (found_once("told", find), found_once("told", find), found_once("other", find))
        read_as(Audience.PUBLIC)
        a_wider_circle = found_once("told", find)
    with read_by(Audience.WORKING):
        another_page = found_once("told", find)

    assert (one_page, a_wider_circle, another_page) == ((1, 1, 2), 3, 4)


def test_who_reads_everything_keeps_nothing() -> None:
    """What people do is worked out on what stands now."""
    found = iter((1, 2))

    assert (found_once("told", lambda: next(found)), found_once("told", lambda: next(found))) == (1, 2)
