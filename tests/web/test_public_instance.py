"""On an instance, who has no account reads what was opened to everybody, and nothing else."""

import re
import time

import pytest
from django.core import signing
from tests.instance import account, at, browser_of, member
from tests.web.pages.proposing import given
from tests.web.seen import text

from semailles.core.links import new_token
from semailles.core.models import Person
from semailles.intake.actions.sorting_contributions import keep_contribution
from semailles.intake.actions.welcoming import WelcomeEntry, describe_welcome
from semailles.intake.models import Contribution
from semailles.web.pages.contribute.forms import SALT
from semailles.workshop.actions import name_actor, open_initiative
from semailles.workshop.enums import ActorKind, Role
from semailles.workshop.models import Initiative

pytestmark = pytest.mark.usefixtures("instance")
PAGES = ("/accueil/", "/contribuer/", "/recueillir/contributions/", "/demarche/public/")


class Earlier(signing.TimestampSigner):
    """A page shown a minute ago."""

    def timestamp(self) -> str:
        return signing.b62_encode(int(time.time()) - 60)


@pytest.fixture
def coordinator(db: None) -> Person:
    return account("Camille Aubry", administers=True)


@pytest.fixture
def vale(coordinator: Person) -> Initiative:
    return open_initiative("Vallée de l'Orve", by=coordinator)


@pytest.fixture
def opened(vale: Initiative, coordinator: Person) -> Initiative:
    describe_welcome(vale, WelcomeEntry(is_open=True, takes_ideas=True, words="Bienvenue à tous"), revision=0, by=coordinator)
    return vale


def test_a_visitor_who_asks_for_an_open_initiative_reads_its_public_page(opened: Initiative) -> None:
    answer = browser_of(None).get(at(opened, "/"), follow=True)

    assert answer.redirect_chain == [(at(opened, "/accueil/"), 302)]
    seen = text(answer.content)
    assert ("Bienvenue à tous" in seen, "Sign in" in seen, "Enter the initiative" in seen) == (True, True, False)
    assert [words for words in ("Converge", "Actors", "Journal") if words in seen] == []


def test_nothing_tells_a_closed_initiative_from_none(vale: Initiative) -> None:
    visitor = browser_of(None)

    for page in ("/", *PAGES):
        answers = [visitor.get(f"/d/{slug}{page}") for slug in (vale.slug, "nowhere")]
        assert [(one.status_code, one["Location"].partition("?")[0]) for one in answers] == [(302, "/compte/login/")] * 2


@pytest.mark.parametrize("page", ["/suivi/nothing/", "/lien/nothing/"])
def test_a_link_that_is_none_tells_no_initiative_from_none(vale: Initiative, page: str) -> None:
    lost = [browser_of(None).get(f"/d/{slug}{page}") for slug in (vale.slug, "nowhere")]

    assert [one.status_code for one in lost] == [404, 404]
    shown = [re.sub(r'((?:csrfmiddlewaretoken|sent_once)" value=")[\w-]+', r"\1", one.content.decode()) for one in lost]
    assert shown[0].replace(vale.slug, "nowhere") == shown[1]


@pytest.mark.parametrize("page", ["/suivi/nothing/", "/lien/nothing/"])
def test_a_request_that_no_page_takes_tells_no_initiative_from_none(vale: Initiative, page: str) -> None:
    """Neither its name nor where its work stands surrounds the refusal."""
    refused = [browser_of(None).put(f"/d/{slug}{page}") for slug in (vale.slug, "nowhere")]

    assert {one.status_code for one in refused} <= {404, 405}
    assert [words for words in (vale.name, "Converge") if words in text(refused[0].content)] == []
    shown = [re.sub(r'((?:csrfmiddlewaretoken|sent_once)" value=")[\w-]+', r"\1", one.content.decode()) for one in refused]
    assert shown[0].replace(vale.slug, "nowhere") == shown[1]


def test_what_an_open_initiative_refuses_a_visitor_is_said_outside_of_it(opened: Initiative) -> None:
    refused = browser_of(None).post(at(opened, "/accueil/"))

    assert refused.status_code == 405
    assert [words for words in ("Converge", "Actors") if words in text(refused.content)] == []


def test_a_visitor_proposes_an_idea_and_follows_it(opened: Initiative, coordinator: Person) -> None:
    visitor = browser_of(None)
    typed = {"title": "Une remise à outils", "stamp": Earlier(salt=SALT).sign(new_token())}

    answer = visitor.post(at(opened, "/contribuer/"), typed, follow=True)

    assert answer.redirect_chain[0][0].startswith(at(opened, "/suivi/"))
    keep_contribution(Contribution.objects.get(), by=coordinator)
    assert "No project yet" in text(visitor.get(answer.redirect_chain[0][0]).content)


def test_who_follows_an_idea_sends_the_link_to_themselves(opened: Initiative) -> None:
    """No address is asked for: their own mail program opens, even where links that reach somebody are taken out."""
    _row, address = given(opened)

    page = browser_of(None).get(at(opened, address)).content.decode()

    assert f'href="mailto:?subject=What%20became%20of%20your%20idea&amp;body=http%3A//testserver{at(opened, address)}"' in page


def test_the_link_stays_good_when_the_page_is_closed(opened: Initiative, coordinator: Person) -> None:
    _row, address = given(opened)
    describe_welcome(opened, WelcomeEntry(), revision=0, by=coordinator)

    assert "To be read by the team" in text(browser_of(None).get(at(opened, address)).content)


def test_a_visitor_sorts_nothing_and_opens_nothing(opened: Initiative) -> None:
    row, _ = given(opened)
    visitor = browser_of(None)

    posted = visitor.post(at(opened, "/recueillir/contributions/decider/"), {"contributions": row.public_id, "gesture": "keep"})
    closed = visitor.post(at(opened, "/demarche/public/"), {"most_ideas": "1", "revision": "0"})

    assert [one["Location"].partition("?")[0] for one in (posted, closed)] == ["/compte/login/"] * 2
    assert Contribution.objects.get().state == "waiting"


@pytest.mark.parametrize(
    ("role", "answers"),
    [
        (Role.COORDINATOR, (200, 200, 200, 200)),
        (Role.SHAPER, (200, 200, 200, 403)),
        (Role.WORKER, (200, 200, 403, 403)),
        (Role.HOLDER, (200, 200, 403, 403)),
        (Role.STEERING, (200, 200, 403, 403)),
        (Role.READER, (200, 200, 403, 403)),
    ],
)
def test_each_role_opens_what_is_its_own(opened: Initiative, role: Role, answers: tuple[int, ...]) -> None:
    browser = browser_of(member(opened, role))

    assert tuple(browser.get(at(opened, page)).status_code for page in PAGES) == answers


def test_who_takes_part_elsewhere_reads_the_public_page_and_sorts_nothing(opened: Initiative, coordinator: Person) -> None:
    lorge = open_initiative("Forêt de Lorge", by=coordinator)
    browser = browser_of(member(lorge, Role.COORDINATOR))

    assert [browser.get(at(opened, page)).status_code for page in PAGES] == [200, 200, 404, 404]


def test_a_shaper_keeps_what_the_public_proposed(opened: Initiative) -> None:
    row, _ = given(opened)
    browser = browser_of(member(opened, Role.SHAPER))

    answer = browser.post(
        at(opened, "/recueillir/contributions/decider/"), {"contributions": row.public_id, "gesture": "keep"}, follow=True
    )

    assert "Kept: it is an idea of the public now." in text(answer.content)


def test_who_signed_is_forgotten_by_a_coordinator_only(opened: Initiative, coordinator: Person) -> None:
    row, _ = given(opened)
    typed = {"contributions": row.public_id, "gesture": "forget"}

    refused = browser_of(member(opened, Role.SHAPER)).post(at(opened, "/recueillir/contributions/decider/"), typed)
    assert ("may not do this" in text(refused.content), Contribution.objects.get().signed_as) == (True, "Une voisine")

    browser_of(coordinator).post(at(opened, "/recueillir/contributions/decider/"), typed)
    assert Contribution.objects.get().signed_as == ""


def test_the_public_page_names_nobody(opened: Initiative, coordinator: Person) -> None:
    name_actor(opened, "Odile Sarrazin", kind=ActorKind.PERSON, by=coordinator)
    keep_contribution(given(opened, "Confier les haies à Odile Sarrazin")[0], by=coordinator)

    seen = text(browser_of(None).get(at(opened, "/accueil/")).content)

    assert ("Confier les haies à [a person]" in seen, "Sarrazin" in seen) == (True, False)
    assert "Odile Sarrazin" in text(browser_of(coordinator).get(at(opened, "/accueil/")).content)
