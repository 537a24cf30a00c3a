"""The day's mail, by the command that a machine's clock calls: each person once, in their language, and nothing that they may not read."""

import argparse
import json
from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import Message
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.command import semailles
from tests.forked import forked

if TYPE_CHECKING:
    from semailles.core.models import Person
    from semailles.workshop.models import Initiative


def settle(out: str) -> None:
    """In a process of its own: two initiatives, people of several roles, what waits for each."""
    from semailles.cli.instance import open_instance

    open_instance(argparse.Namespace(instance=Path(out)), "fr")
    from semailles.core.models import Person
    from semailles.projects.actions import open_project
    from semailles.projects.actions.opening import NewProject
    from semailles.projects.actions.remarks import remark
    from semailles.projects.entries import RemarkEntry
    from semailles.workshop.actions import name_actor, open_commitment, open_initiative
    from semailles.workshop.actions.questions import QuestionEntry, ask
    from semailles.workshop.entries import CommitmentEntry
    from semailles.workshop.enums import ActorKind, Role
    from semailles.workshop.models import Membership

    ama = Person.objects.create(name="Ama", email="ama@exemple.test", is_administrator=True)
    orve, lorge = open_initiative("Orve", by=ama), open_initiative("Lorge", by=ama)
    people = {}
    for name, lang in (("Dominique", "fr"), ("Robin", "en"), ("Lou", "fr"), ("Partie", "fr"), ("Muette", "fr"), ("Jamais", "fr")):
        people[name] = Person.objects.create(name=name, email=f"{name.lower()}@exemple.test", lang=lang)
        Membership.objects.create(initiative=orve, person=people[name], role=Role.STEERING)
    invited = Person.objects.create(name="Invitée")  # has not accepted: no address is known
    Membership.objects.create(initiative=orve, person=invited, role=Role.STEERING)
    Membership.objects.create(initiative=lorge, person=people["Dominique"], role=Role.SHAPER)
    camille = Person.objects.create(name="Camille", email="camille@exemple.test")
    Membership.objects.create(initiative=orve, person=camille, role=Role.COORDINATOR)
    somebody = name_actor(orve, "Odile Varenne", by=camille)
    somebody.kind = ActorKind.PERSON
    somebody.save(update_fields=["kind"])
    promise = open_commitment(orve, CommitmentEntry(somebody, "finance"), by=camille)
    for person in (*people.values(), invited):
        ask(promise, QuestionEntry("Le saviez-vous ?", person), by=camille)
    ask(promise, QuestionEntry("Et depuis quand ?", people["Dominique"]), by=camille)
    project = open_project(lorge, NewProject("Un verger <script>alert(1)</script>"), by=ama)
    remark(project, RemarkEntry("Le maire refuse.", asked_to="Dominique"), by=ama)
    choose(people, orve)


def choose(people: "dict[str, Person]", orve: "Initiative") -> None:
    """What each of them did of what they are told."""
    from semailles.core.enums import MailedHow, NoticeKind
    from semailles.core.models import Notice
    from semailles.workshop.actions.notices import choose_mail, mute

    people["Partie"].memberships.all().delete()
    mute(Notice.objects.get(person=people["Muette"]), by=people["Muette"])
    choose_mail(orve, {NoticeKind.QUESTION: MailedHow.NEVER}, by=people["Jamais"])
    choose_mail(orve, {NoticeKind.QUESTION: MailedHow.NOW}, by=people["Lou"])


def letters(said: str) -> dict[str, Message]:
    """Each letter that the console wrote, by who gets it."""
    found = [message_from_bytes(one.strip().encode()) for one in said.split("-" * 79) if "Subject:" in one]
    return {str(one["To"]): one for one in found}


def words(letter: Message) -> str:
    content = letter.get_payload(decode=True)
    assert isinstance(content, bytes)
    return content.decode()


@pytest.fixture(scope="module")
def instance(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("digest") / "instance"
    semailles("instance", "create", out)
    made = forked(settle, str(out))
    assert made.returncode == 0, made.stderr
    return out


def test_the_days_mail_goes_once_to_whom_it_concerns_and_to_nobody_else(instance: Path) -> None:
    sent = semailles("digest", instance)

    found = letters(sent.stdout)
    assert sorted(found) == ["dominique@exemple.test", "robin@exemple.test"]
    assert [str(make_header(decode_header(found[who]["Subject"]))) for who in sorted(found)] == [
        "2 choses vous attendent : Lorge, Orve",
        "1 thing waits for you: Orve",
    ]
    assert words(found["dominique@exemple.test"]).count("Le saviez-vous") == 0
    assert {one.get_content_type() for one in found.values()} == {"text/plain"}
    _no_name_of_the_documents_leaves_their_circle(found)

    at_once, again = semailles("digest", instance, "--now"), semailles("digest", instance, "--json")
    assert sorted(letters(at_once.stdout)) == ["lou@exemple.test"]
    assert json.loads(again.stdout.splitlines()[-1]) == {"ok": True, "letters": 0}


def _no_name_of_the_documents_leaves_their_circle(found: dict[str, Message]) -> None:
    """Somebody's own name, in the name of a commitment, is masked as on screen; what a title holds stays text."""
    told = {who: words(letter) for who, letter in found.items()}
    assert [("Odile" in text, "Varenne" in text) for text in told.values()] == [(False, False), (False, False)]
    assert "<script>alert(1)</script>" in told["dominique@exemple.test"]
    assert "refuse" not in "".join(told.values())
