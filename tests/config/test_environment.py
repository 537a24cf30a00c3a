"""A mistyped setting is said, with the way to write it; what may be a secret is not repeated."""

from collections.abc import Callable
from datetime import date

import pytest

from semailles.config import environment
from semailles.config.environment import WrongSetting

ADDRESS = "N is « {said} »: write what people type in their browser, and nothing after the name, as in https://semailles.example.org."
MAIL = "N cannot be read: write it as in smtps://name:password@host:465; in the password, @, / and # are written %40, %2F and %23."

IDENTITY = "N is « {said} »: write the address of the identity server, as in https://id.example.org."
MAILBOX = "N is « {said} »: write one e-mail address, as in semailles@example.org."


def known(name: str, said: str) -> str:
    return environment.one_of(name, said, ("text", "json"))


def key(name: str, said: str) -> str:
    return environment.long_enough(name, said, 12)


@pytest.mark.parametrize(
    ("read", "said", "sentence"),
    [
        (environment.whole_number, "two", "N is « two »: write a whole number, as in N=1."),
        (environment.whole_number, "-1", "N is « -1 »: write a whole number, as in N=1."),
        (known, "xml", "N is « xml »: write one of these words: text, json."),
        (environment.day, "tomorrow", "N is « tomorrow »: write a day as in 2027-04-12."),
        *(
            (environment.web_address, said, ADDRESS.format(said=said))
            for said in (
                "semailles.example.org",
                "https://",
                "https://semailles.example.org/atelier",
                "https://semailles.example.org:web",
                "ftp://semailles.example.org",
                "https://[semailles",
                "https://semailles.example.org#accueil",
                "https://:s3cret@semailles.example.org",
                "https://semailles example.org",
                "https://sémailles.example.org",
            )
        ),
        *(
            (environment.mail_server, said, MAIL)
            for said in ("mail.example.org", "mail.example.org:587", "imap://mail.example.org", "smtp://a:se/cret@mail.example.org:587")
        ),
        (environment.identity_server, "id.example.org", IDENTITY.format(said="id.example.org")),
        (environment.identity_server, "https://", IDENTITY.format(said="https://")),
        (environment.identity_server, "ldap://id.example.org", IDENTITY.format(said="ldap://id.example.org")),
        *(
            (environment.mailbox, said, MAILBOX.format(said=said))
            for said in ("Semailles", "a@example.org, b@example.org", "a@example.org\nBcc: b@example.org", "Semailles <semailles>")
        ),
        (key, "s3cret", "N is too short to be a key: write at least 12 signs drawn at random, as « openssl rand -hex 32 » gives."),
    ],
)
def test_a_mistyped_setting_is_refused_with_the_way_to_write_it(read: Callable[[str, str], object], said: str, sentence: str) -> None:
    with pytest.raises(WrongSetting) as refused:
        read("N", said)

    assert refused.value.sentence == sentence


def test_nothing_set_is_no_mistake() -> None:
    assert (environment.whole_number("N", ""), known("N", ""), environment.day("N", ""), key("N", "")) == (0, "text", None, "")
    assert environment.mail_server("N", "").hostname is None


def test_what_is_well_written_is_taken() -> None:
    assert (environment.whole_number("N", "2"), known("N", "json"), environment.day("N", "2027-04-12")) == (2, "json", date(2027, 4, 12))
    assert environment.web_address("N", "http://localhost:8123/").netloc == "localhost:8123"
    assert environment.mail_server("N", "smtps://ana:s%40me@mail.example.org:465").port == 465
    for said in ("http://[::1]:8123", "https://xn--smailles-b1a.example.org"):
        assert environment.web_address("N", said).geturl() == said
    assert environment.identity_server("N", "https://id.example.org/realms/pays") == "https://id.example.org/realms/pays"
    for said in ("semailles@example.org", "Pays d'Orve <semailles@example.org>", ""):
        assert environment.mailbox("N", said) == said


def test_settings_that_serve_together_are_asked_for_together() -> None:
    with pytest.raises(WrongSetting) as refused:
        environment.all_or_none({"A": "a", "B": "", "C": "c"})

    assert refused.value.sentence == "A, C say nothing without B: write them too, or none of them."
