"""Each does what their role opens, on what is theirs, and is refused elsewhere."""

from collections.abc import Callable
from datetime import date

import pytest

from semailles.core import files
from semailles.core.errors import NotAllowed
from semailles.core.models import Person
from semailles.core.texts.actions import open_section, write_section
from semailles.projects import actions
from semailles.projects.actions.remarks import answer_remark, close_remark, remark
from semailles.projects.entries import IdentityEntry, RemarkEntry
from semailles.projects.entries_of_money import ProjectCostEntry
from semailles.projects.entries_of_work import NoteEntry, TaskEntry
from semailles.projects.models import Project
from semailles.workshop.actions import add_body, designate, give_role, name_actor, seat
from semailles.workshop.entries import BodyEntry, CommitmentEntry, MandateEntry, Proof
from semailles.workshop.enums import Level, Role
from semailles.workshop.models import Body, Initiative

pytestmark = pytest.mark.django_db
DAY = date(2015, 3, 2)
WHY = "une erreur"


@pytest.fixture
def mine(initiative: Initiative) -> Project:
    return Project.objects.create(initiative=initiative, number=1, title="Une légumerie", taken_up_on=DAY)


@pytest.fixture
def other(initiative: Initiative) -> Project:
    return Project.objects.create(initiative=initiative, number=2, title="Un pédibus", taken_up_on=DAY)


@pytest.fixture
def holder(mine: Project, local: Person) -> Person:
    ana = Person.objects.create(name="Ana")
    actions.let_hold(mine, ana, on=DAY, by=local)
    return ana


@pytest.fixture
def group(initiative: Initiative, local: Person) -> Body:
    return add_body(initiative, BodyEntry("Groupe des cantines"), by=local)


@pytest.fixture
def member(initiative: Initiative, group: Body, local: Person) -> Person:
    bob = Person.objects.create(name="Bob")
    seat(designate(group, MandateEntry("Bob"), by=local), bob, by=local)
    return bob


def _carry(project: Project, by: Person) -> None:
    commitment = actions.commit_to(project, CommitmentEntry(name_actor(project.initiative, "Régie", by=by), "porte"), by=by)
    actions.climb_holder(commitment, Level.WRITTEN, proof=Proof("courrier", "lettre", files.keep(b"Oui.")), on=DAY, by=by)
    actions.withdraw_holder(commitment, WHY, on=DAY, by=by)


def _cost(project: Project, by: Person) -> None:
    line = actions.add_project_cost(project, ProjectCostEntry("Cuisine"), by=by)
    actions.put_project_line_back(actions.set_project_line_aside(line, WHY, on=DAY, by=by), by=by)


def _place(project: Project, by: Person) -> None:
    place = actions.add_place(project, actions.ProjectPlaceEntry("Le moulin"), by=by)
    actions.put_place_back(actions.set_place_aside(place, WHY, on=DAY, by=by), by=by)


def _wait(project: Project, by: Person) -> None:
    first, then = (actions.add_project_milestone(project, actions.ProjectMilestoneEntry(label), by=by) for label in ("permis", "ouverture"))
    actions.stop_waiting(actions.wait_for(then, actions.WaitEntry(first), by=by), WHY, on=DAY, by=by)


def _help(project: Project, by: Person) -> None:
    need = actions.need_help(project, actions.NeedEntry("financier", "un prêt"), by=by)
    offer = actions.offer_help(project, actions.OfferEntry("Caisse", "financier", "des prêts", project=project), by=by)
    actions.answer_need(need, offer, by=by)
    actions.set_help_aside(offer, WHY, on=DAY, by=by)


def _task(project: Project, by: Person) -> None:
    actions.finish_task(actions.add_task(project.initiative, TaskEntry("Appeler", project=project), by=by), on=DAY, by=by)


def _text(project: Project, by: Person) -> None:
    open_section(project, "enjeux", initiative=project.initiative, by=by)


def _name(project: Project, by: Person) -> None:
    actions.rename_project(project, "Autrement", revision=project.revision, by=by)


WRITES = (_carry, _cost, _place, _wait, _help, _task, _text, _name)


@pytest.mark.parametrize("write", WRITES)
def test_a_holder_writes_their_project_and_no_other(
    write: Callable[[Project, Person], None], mine: Project, other: Project, holder: Person
) -> None:
    write(mine, holder)

    with pytest.raises(NotAllowed):
        write(other, holder)


def test_whoever_shapes_projects_writes_them_all(other: Project, initiative: Initiative, local: Person) -> None:
    shaper = Person.objects.create(name="Zoé")
    give_role(initiative, shaper, Role.SHAPER, by=local)

    for write in WRITES:
        write(other, shaper)

    assert (other.costs.count(), other.commitments.count(), Project.objects.get(pk=other.pk).title) == (1, 1, "Autrement")


@pytest.mark.parametrize("role", [Role.STEERING, Role.READER])
def test_who_only_follows_writes_no_project(role: Role, mine: Project, initiative: Initiative, local: Person) -> None:
    reader = Person.objects.create(name="Léo")
    give_role(initiative, reader, role, by=local)

    for write in (_cost, _task, _text):
        with pytest.raises(NotAllowed):
            write(mine, reader)


def test_what_becomes_of_a_project_is_for_those_who_shape_them(mine: Project, other: Project, holder: Person, local: Person) -> None:
    gestures: list[Callable[[], object]] = [
        lambda: actions.drop_project(mine, WHY, by=holder),
        lambda: actions.merge_projects(mine, other, WHY, by=holder),
        lambda: actions.let_hold(mine, Person.objects.create(name="Max"), on=DAY, by=holder),
        lambda: actions.entrust(mine, None, by=holder),
    ]

    for gesture in gestures:
        with pytest.raises(NotAllowed):
            gesture()
    assert Project.objects.get(pk=mine.pk).is_standing


def test_a_holder_does_not_choose_the_group_that_has_the_project_in_hand(mine: Project, holder: Person, group: Body) -> None:
    with pytest.raises(NotAllowed):
        actions.describe_project(mine, IdentityEntry(group=group), revision=mine.revision, by=holder)

    assert (
        actions.describe_project(mine, IdentityEntry("Des légumes d'ici"), revision=mine.revision, by=holder).tagline == "Des légumes d'ici"
    )


def test_a_task_is_not_moved_to_a_project_of_others(mine: Project, other: Project, holder: Person) -> None:
    task = actions.add_task(mine.initiative, TaskEntry("Appeler", project=mine), by=holder)

    with pytest.raises(NotAllowed):
        actions.describe_task(task, TaskEntry("Appeler", project=other), revision=task.revision, by=holder)


def test_an_offer_is_not_put_on_a_project_of_others(mine: Project, other: Project, holder: Person) -> None:
    with pytest.raises(NotAllowed):
        actions.offer_help(mine, actions.OfferEntry("Caisse", "financier", "des prêts", project=other), by=holder)

    assert actions.offer_help(mine, actions.OfferEntry("Caisse", "financier", "des prêts"), by=holder).project is None


def test_a_group_notes_and_does_its_own(initiative: Initiative, other: Project, group: Body, member: Person, local: Person) -> None:
    elsewhere = add_body(initiative, BodyEntry("Groupe des berges"), by=local)
    theirs = actions.add_task(initiative, TaskEntry("Compter les repas", project=other, group=group), by=local)

    note = actions.note_down(group, NoteEntry(DAY, "On commence."), by=member)
    actions.finish_task(theirs, on=DAY, by=member)

    assert note.group == group
    for refused in (lambda: actions.note_down(elsewhere, NoteEntry(DAY, "Ici aussi."), by=member), lambda: _cost(other, member)):
        with pytest.raises(NotAllowed):
            refused()


def test_a_word_of_a_member_does_not_take_a_draft_up(initiative: Initiative, member: Person, local: Person) -> None:
    draft = Project.objects.create(initiative=initiative, number=3, title="Des haies")

    comment = remark(draft, RemarkEntry("Et les arbres ?"), by=member)
    before = Project.objects.get(pk=draft.pk).is_draft
    answer_remark(comment, "Oui.", by=local)

    assert (before, Project.objects.get(pk=draft.pk).is_draft) == (True, False)


def test_who_made_a_remark_closes_it_and_nobody_replaces_the_answer_of_another(mine: Project, holder: Person, member: Person) -> None:
    comment = remark(mine, RemarkEntry("Et les arbres ?"), by=member)
    answered = answer_remark(comment, "Aussi.", by=holder)

    with pytest.raises(NotAllowed):
        answer_remark(answered, "Non.", by=member)
    assert close_remark(answered, by=member).closed_at is not None


@pytest.mark.django_db(transaction=True)
def test_a_holder_writes_the_headings_of_their_project(mine: Project, holder: Person) -> None:
    section = open_section(mine, "enjeux", initiative=mine.initiative, by=holder)

    assert write_section(section, "Moins de camions.", based_on=0, by=holder).text == "Moins de camions."
