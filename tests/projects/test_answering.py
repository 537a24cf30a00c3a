"""Whoever was asked by a personal link signs a commitment or declines it, once, in their own name."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from semailles.core.enums import LinkPurpose
from semailles.core.errors import NotAllowed
from semailles.core.files import stored_path
from semailles.core.journal import About
from semailles.core.links import ForwardedLink, UsedLink, link_of
from semailles.core.models import Person, PersonalLink
from semailles.projects.actions import commit_to, decline_as_holder, drop_project, sign_as_holder
from semailles.projects.errors import Closed
from semailles.projects.models import Project, ProjectCommitment
from semailles.projects.pledges import pledge_to_project
from semailles.workshop.actions import name_actor, open_commitment
from semailles.workshop.actions.answering import Answer, decline_commitment, sign_commitment
from semailles.workshop.actions.linking import LinkEntry, give_link, withdraw_link
from semailles.workshop.entries import CommitmentEntry
from semailles.workshop.enums import CommitmentRole, Level, ProofKind
from semailles.workshop.errors import ReasonMissing, WordsChanged
from semailles.workshop.models import Initiative, ProcessCommitment
from semailles.workshop.pledges import pledge_to_process

DAY = date(2015, 4, 12)
Asked = Callable[..., PersonalLink]


@pytest.fixture
def asked(initiative: Initiative, local: Person) -> Asked:
    def ask(thing: ProjectCommitment | ProcessCommitment, name: str = "Marie Durand") -> PersonalLink:
        about = About(type(thing).__name__, thing.public_id, str(thing))
        entry = LinkEntry(LinkPurpose.ANSWER, name, date(2015, 5, 12), about)
        return give_link(initiative, entry, on=DAY, by=local)[0]

    return ask


@pytest.fixture
def carrier(initiative: Initiative, local: Person) -> ProjectCommitment:
    project = Project.objects.create(initiative=initiative, number=1, title="Une légumerie")
    union = name_actor(initiative, "Syndicat de l'Orve", by=local)
    return commit_to(project, CommitmentEntry(union, CommitmentRole.CARRIES, "un local de 200 m²"), by=local)


def answer(link: PersonalLink, thing: ProjectCommitment, **said: str) -> Answer:
    typed = {"name": "Marie Durand", "position": "directrice", "seen": pledge_to_project(thing).digest}
    return Answer(link, **{**typed, **said})


def test_a_holder_signs_and_what_shows_it_says_who_signed_which_words(carrier: ProjectCommitment, asked: Asked) -> None:
    link = asked(carrier)

    step = sign_as_holder(carrier, answer(link, carrier), on=DAY, by=link.person)

    carrier.refresh_from_db()
    text = stored_path(step.proof_sha256).read_text()
    assert (carrier.level, step.level, step.on, step.said_by) == (Level.WRITTEN, Level.WRITTEN, DAY, "Marie Durand, directrice")
    assert (step.proof_kind, step.proof_reference) == (ProofKind.OTHER, f"answer given online, personal link {link.public_id}")
    assert text.splitlines()[:2] == ["Commitment signed online", "Process: Vallée"]
    assert [line for line in pledge_to_project(carrier).sentences if line not in text] == []
    assert "Signed by: Marie Durand, directrice\nOn behalf of: Syndicat de l'Orve\nOn: 12 April 2015, at " in text
    assert str(link.public_id) in text


def test_what_is_signed_names_the_actor_the_project_and_what_it_covers(carrier: ProjectCommitment) -> None:
    assert pledge_to_project(carrier).sentences[:2] == (
        "Syndicat de l'Orve undertakes to carry the project « Une légumerie ».",
        "This commitment covers: un local de 200 m².",
    )


def test_nobody_answers_twice(carrier: ProjectCommitment, asked: Asked) -> None:
    link = asked(carrier)
    seen_twice = PersonalLink.objects.get()
    step = sign_as_holder(carrier, answer(link, carrier), on=DAY, by=link.person)

    with pytest.raises(NotAllowed):
        decline_as_holder(carrier, answer(seen_twice, carrier, reason="trop cher"), on=DAY, by=link.person)

    assert (carrier.steps.count(), PersonalLink.objects.get().detail["step"]) == (1, str(step.public_id))


def test_a_link_that_served_still_tells_what_was_answered(carrier: ProjectCommitment, initiative: Initiative, local: Person) -> None:
    entry = LinkEntry(LinkPurpose.ANSWER, "Marie Durand", DAY, About("ProjectCommitment", carrier.public_id, ""))
    link, token = give_link(initiative, entry, on=DAY, by=local)
    sign_as_holder(carrier, answer(link, carrier), on=DAY, by=link.person)

    with pytest.raises(UsedLink) as used:
        link_of(token)

    assert used.value.link.detail["level"] == Level.WRITTEN


def test_a_holder_declines_and_says_why(carrier: ProjectCommitment, asked: Asked) -> None:
    link = asked(carrier)

    with pytest.raises(ReasonMissing):
        decline_as_holder(carrier, answer(link, carrier, reason=" "), on=DAY, by=link.person)
    step = decline_as_holder(carrier, answer(link, carrier, reason="Le local est vendu."), on=DAY, by=link.person)

    carrier.refresh_from_db()
    assert (carrier.level, step.note, step.said_by) == (Level.WITHDRAWN, "Le local est vendu.", "Marie Durand, directrice")


def test_a_forwarded_link_signs_nothing_in_another_name(carrier: ProjectCommitment, asked: Asked) -> None:
    link = asked(carrier)

    for name in ("Paul Martin", "Marie Martin", "Durand", ""):
        with pytest.raises(ForwardedLink):
            sign_as_holder(carrier, answer(link, carrier, name=name), on=DAY, by=link.person)
    signed = sign_as_holder(carrier, answer(link, carrier, name="Mme DURAND, Marie"), on=DAY, by=link.person)

    assert (carrier.steps.count(), signed.said_by) == (1, "Mme DURAND, Marie, directrice")


def test_words_that_changed_since_they_were_read_are_not_signed(carrier: ProjectCommitment, asked: Asked) -> None:
    link = asked(carrier)
    read = answer(link, carrier)
    carrier.scope = "un local de 2 000 m²"
    carrier.save()

    with pytest.raises(WordsChanged):
        sign_as_holder(carrier, read, on=DAY, by=link.person)
    signed = sign_as_holder(carrier, replace(read, seen=pledge_to_project(carrier).digest), on=DAY, by=link.person)

    assert signed.level == Level.WRITTEN


def test_a_link_answers_for_one_commitment_until_it_is_withdrawn(carrier: ProjectCommitment, asked: Asked, local: Person) -> None:
    link = asked(carrier)
    other = commit_to(carrier.project, CommitmentEntry(carrier.actor, CommitmentRole.FUNDS), by=local)

    with pytest.raises(NotAllowed):
        sign_as_holder(other, answer(link, other), on=DAY, by=link.person)
    withdraw_link(link, by=local)
    with pytest.raises(NotAllowed):
        sign_as_holder(carrier, answer(link, carrier), on=DAY, by=link.person)

    assert (carrier.steps.count(), other.steps.count()) == (0, 0)


def test_nothing_is_signed_for_a_project_that_was_dropped(carrier: ProjectCommitment, asked: Asked, local: Person) -> None:
    link = asked(carrier)
    drop_project(carrier.project, "personne ne le porte", by=local)

    with pytest.raises(Closed):
        sign_as_holder(carrier, answer(link, carrier), on=DAY, by=link.person)

    assert PersonalLink.objects.get().used_at is None


def test_a_funder_answers_for_the_process_too(initiative: Initiative, asked: Asked, local: Person) -> None:
    fund = name_actor(initiative, "Fonds des Moulins", by=local)
    promise = open_commitment(initiative, CommitmentEntry(fund, CommitmentRole.FUNDS), by=local)
    refusal = open_commitment(initiative, CommitmentEntry(fund, CommitmentRole.HOSTS), by=local)
    yes, no = asked(promise), asked(refusal)
    pledge = pledge_to_process(promise)

    sign_commitment(promise, Answer(yes, "Marie Durand", seen=pledge.digest), on=DAY, by=yes.person)
    decline_commitment(refusal, Answer(no, "Marie Durand", reason="pas de salle"), on=DAY, by=no.person)

    promise.refresh_from_db()
    refusal.refresh_from_db()
    assert pledge.sentences[0] == "Fonds des Moulins undertakes to take part in the funding of the process « Vallée »."
    assert (promise.level, refusal.level) == (Level.WRITTEN, Level.WITHDRAWN)
