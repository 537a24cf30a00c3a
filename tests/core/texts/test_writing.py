"""Two people, two tabs: nothing typed is lost."""

import pytest
from pytest_django import DjangoAssertNumQueries

from semailles.core.errors import NotAllowed
from semailles.core.journal import journal_of
from semailles.core.models import Person, SectionDraft, SectionVersion, TextSection
from semailles.core.texts.actions import merge_section, open_section, restore_section, set_draft_aside, write_section
from semailles.core.texts.errors import LONGEST_TEXT, EditConflict, TextTooLong
from semailles.core.texts.queries import history, last_version, standing_texts, waiting_drafts
from semailles.projects.models import Project
from semailles.workshop.enums import Role
from semailles.workshop.models import Initiative, Membership

BASE, MINE, THEIRS = (
    "Les cantines achètent loin.\n\nQui ?",
    "Les cantines achètent loin.\n\nLes communes.",
    "Dix cantines achètent loin.\n\nQui ?",
)


@pytest.fixture
def project(initiative: Initiative) -> Project:
    return Project.objects.create(initiative=initiative, public_id=initiative.public_id, number=1, title="Légumerie")


@pytest.fixture
def section(project: Project, local: Person) -> TextSection:
    return open_section(project, "constat", initiative=project.initiative, by=local)


@pytest.fixture
def other(initiative: Initiative) -> Person:
    person = Person.objects.create(name="Camille")
    Membership.objects.create(initiative=initiative, person=person, role=Role.COORDINATOR)
    return person


def conflict(section: TextSection, text: str, *, based_on: int, by: Person) -> EditConflict:
    with pytest.raises(EditConflict) as refused:
        write_section(section, text, based_on=based_on, by=by)
    return refused.value


def texts(section: TextSection) -> list[tuple[int, int, str]]:
    return [(version.rank, version.base_rank, version.text) for version in history(section)]


def test_a_section_is_opened_once_and_follows_the_name_of_its_thing(section: TextSection, project: Project, local: Person) -> None:
    project.title = "Légumerie du plateau"

    again = open_section(project, "constat", initiative=project.initiative, by=local)

    assert (again.pk, str(again), last_version(again)) == (section.pk, "1. Légumerie du plateau: constat", None)


def test_each_writing_is_a_version_and_the_last_one_stands(section: TextSection, local: Person, other: Person) -> None:
    write_section(section, BASE, based_on=0, by=local)
    write_section(section, THEIRS, based_on=1, by=other, note="chiffre")

    assert texts(section) == [(2, 1, THEIRS), (1, 0, BASE)]
    assert [(version.by, version.note) for version in history(section)] == [(other, "chiffre"), (local, "")]


def test_a_double_click_writes_once(section: TextSection, local: Person) -> None:
    first, second = (write_section(section, BASE, based_on=0, by=local) for _ in range(2))

    assert (first, texts(section)) == (second, [(1, 0, BASE)])


def test_ends_of_lines_are_one_wherever_the_text_comes_from(section: TextSection, local: Person) -> None:
    write_section(section, "un\r\ndeux\rtrois\0", based_on=0, by=local)

    assert texts(section) == [(1, 0, "un\ndeux\ntrois")]


def test_the_second_writer_gets_both_texts_and_their_base(section: TextSection, local: Person, other: Person) -> None:
    write_section(section, BASE, based_on=0, by=local)
    write_section(section, THEIRS, based_on=1, by=other)

    found = conflict(section, MINE, based_on=1, by=local)

    assert (found.base, found.mine.text, found.theirs.text) == (BASE, MINE, THEIRS)
    assert (found.proposal.text, found.proposal.is_clean) == ("Dix cantines achètent loin.\n\nLes communes.", True)
    assert found.sentence == "Camille changed « observation » while you were writing. Your text is kept: bring the two together."
    assert texts(section)[0] == (2, 1, THEIRS)


def test_what_the_second_writer_typed_is_kept_once(section: TextSection, local: Person, other: Person) -> None:
    write_section(section, BASE, based_on=0, by=other)

    drafts = {conflict(section, MINE, based_on=0, by=local).mine for _ in range(3)}

    assert drafts == set(waiting_drafts(section))
    assert [(draft.text, draft.by, draft.base_rank) for draft in drafts] == [(MINE, local, 0)]


def test_two_texts_brought_together_are_one_version_and_nothing_waits(section: TextSection, local: Person, other: Person) -> None:
    write_section(section, BASE, based_on=0, by=local)
    write_section(section, THEIRS, based_on=1, by=other)
    found = conflict(section, MINE, based_on=1, by=local)

    version = merge_section(found.mine, found.proposal.text, based_on=2, by=local)

    assert texts(section)[0] == (3, 2, "Dix cantines achètent loin.\n\nLes communes.")
    assert (list(waiting_drafts(section)), SectionDraft.objects.get().merged_into) == ([], version)


def test_a_third_writer_before_the_merge_loses_nothing_either(section: TextSection, local: Person, other: Person) -> None:
    write_section(section, BASE, based_on=0, by=other)
    draft = conflict(section, MINE, based_on=0, by=local).mine
    write_section(section, THEIRS, based_on=1, by=other)

    with pytest.raises(EditConflict):
        merge_section(draft, BASE + MINE, based_on=1, by=local)

    assert [waiting.text for waiting in waiting_drafts(section)] == [MINE, BASE + MINE]


def test_keeping_the_other_text_settles_the_draft_without_a_version(section: TextSection, local: Person, other: Person) -> None:
    theirs = write_section(section, THEIRS, based_on=0, by=other)
    draft = conflict(section, MINE, based_on=0, by=local).mine

    assert merge_section(draft, THEIRS, based_on=1, by=local) == theirs
    assert (texts(section), list(waiting_drafts(section))) == ([(1, 0, THEIRS)], [])


def test_a_draft_set_aside_can_still_be_read_and_merged(section: TextSection, local: Person, other: Person) -> None:
    write_section(section, THEIRS, based_on=0, by=other)
    draft = conflict(section, MINE, based_on=0, by=local).mine

    set_draft_aside(draft, by=other)
    assert (list(waiting_drafts(section)), SectionDraft.objects.get().text) == ([], MINE)
    merge_section(draft, MINE, based_on=1, by=local)

    assert texts(section)[0] == (2, 1, MINE)


def test_an_earlier_text_is_taken_again_as_a_new_version(section: TextSection, local: Person, other: Person) -> None:
    first = write_section(section, BASE, based_on=0, by=local)
    write_section(section, THEIRS, based_on=1, by=other)

    restored = restore_section(first, based_on=2, by=local)

    assert (texts(section), restored.note) == ([(3, 2, BASE), (2, 1, THEIRS), (1, 0, BASE)], "text of version 1 taken again")


@pytest.mark.parametrize("odd", [-1, 7])
def test_a_version_that_never_was_is_no_base(section: TextSection, local: Person, other: Person, odd: int) -> None:
    write_section(section, THEIRS, based_on=0, by=other)

    found = conflict(section, MINE, based_on=odd, by=local)

    assert (found.base, found.mine.text, texts(section)) == ("", MINE, [(1, 0, THEIRS)])


def test_a_text_longer_than_a_section_is_refused_with_its_length(section: TextSection, local: Person) -> None:
    with pytest.raises(TextTooLong) as refused:
        write_section(section, "a" * (LONGEST_TEXT + 1), based_on=0, by=local)

    assert refused.value.sentence == "« observation » holds 100001 signs, 100000 at most: cut it, or attach a document."


def test_a_stranger_writes_nothing(section: TextSection, project: Project, local: Person) -> None:
    stranger = Person.objects.create(name="Passant")
    version = write_section(section, BASE, based_on=0, by=local)

    for gesture in (
        lambda: open_section(project, "enjeux", initiative=project.initiative, by=stranger),
        lambda: write_section(section, MINE, based_on=1, by=stranger),
        lambda: restore_section(version, based_on=1, by=stranger),
    ):
        with pytest.raises(NotAllowed):
            gesture()

    assert (TextSection.objects.count(), SectionVersion.objects.count(), SectionDraft.objects.count()) == (1, 1, 0)


def test_a_section_that_sheets_do_not_have_is_a_mistake(project: Project, local: Person) -> None:
    with pytest.raises(KeyError):
        open_section(project, "recette", initiative=project.initiative, by=local)


def test_the_journal_tells_who_wrote_where(section: TextSection, local: Person, other: Person) -> None:
    write_section(section, BASE, based_on=0, by=other)
    set_draft_aside(conflict(section, MINE, based_on=0, by=local).mine, by=local)

    lines = journal_of(section.initiative_id, kind="Project").lines

    assert [(line.by, line.sentence) for line in lines] == [
        ("local", "set aside a text written meanwhile for « observation » of « 1. Légumerie » (project)"),
        ("local", "wrote « observation » of « 1. Légumerie » (project) while somebody else did: the text waits to be brought together"),
        ("Camille", "wrote « observation » of « 1. Légumerie » (project) (version 1)"),
    ]


@pytest.mark.parametrize("size", [1, 3])
def test_the_texts_of_many_sheets_are_read_in_one_query(
    initiative: Initiative, local: Person, django_assert_num_queries: DjangoAssertNumQueries, size: int
) -> None:
    ids = []
    for rank in range(size):
        project = Project.objects.create(initiative=initiative, public_id=Person.objects.create(name="x").public_id, number=rank, title="P")
        section = open_section(project, "constat", initiative=initiative, by=local)
        for based_on in range(2):
            write_section(section, f"{rank} {based_on}", based_on=based_on, by=local)
        ids.append(project.public_id)

    with django_assert_num_queries(1):
        found = standing_texts(initiative.public_id, "Project", ids)

    assert {one: version["constat"].text for one, version in found.items()} == {one: f"{rank} 1" for rank, one in enumerate(ids)}


def test_a_rank_that_nobody_wrote_loses_nothing(section: TextSection, local: Person) -> None:
    write_section(section, BASE, based_on=7, by=local)
    refused = conflict(section, MINE, based_on=10**30, by=local)

    assert (texts(section), refused.mine.text, refused.mine.base_rank) == ([(1, 0, BASE)], MINE, 0)
