"""The address of a personal link is written in no log."""

import logging
import sys

from semailles.config.discreet import WithoutTokens

KEY = "HBZslcHWV_q2z-NMuP9Nb4tm1rSrrAHGUYoQFwKvqoI"


def line(said: str, *args: object, failed: bool = False) -> str:
    record = logging.LogRecord("django.request", logging.ERROR, __file__, 1, said, args, sys.exc_info() if failed else None)
    WithoutTokens().filter(record)
    return logging.Formatter("%(message)s").format(record)


def test_a_page_that_fails_is_logged_without_its_token() -> None:
    for path in (f"/l/{KEY}/", f"/d/vallee/lien/{KEY}/decliner/", f"/suivi/{KEY}/", f"/compte/password/reset/key/1-{KEY}/"):
        assert KEY not in line("%s: %s", "Internal Server Error", path)


def test_nor_is_the_token_of_an_address_to_come_back_to() -> None:
    for back in (f"%2Fd%2Fvallee%2Flien%2F{KEY}%2F", f"%2fl%2f{KEY}%2f", f"/d/vallee/lien/{KEY}/"):
        assert KEY not in line("%s: %s", "Internal Server Error", f"/compte/login/?next={back}")


def test_nor_does_what_it_failed_with_hold_it() -> None:
    try:
        {}[f"/lien/{KEY}/"]
    except KeyError:
        said = line("Internal Server Error: /lien/x", failed=True)

    assert ("/lien/…/" in said, KEY in said) == (True, False)


def test_other_addresses_are_logged_as_they_are() -> None:
    assert line("%s: %s", "Internal Server Error", "/porter/12/portage/") == "Internal Server Error: /porter/12/portage/"
