"""An evening of sorting: every gesture stays, can be undone, and loses nothing."""

import pytest

from semailles.core.errors import NotAllowed
from semailles.core.models import Event, Person
from semailles.engines.blocks import BlockKind
from semailles.engines.extracting.findings import Taught
from semailles.intake.actions import (
    describe_idea,
    keep_ideas,
    mark_duplicates,
    put_off,
    receive_document,
    set_aside_ideas,
    split_idea,
    take_back_ideas,
    undo_last,
    write_idea,
)
from semailles.intake.actions.wording import IdeaEntry, Part
from semailles.intake.errors import ChangedSince, NothingToUndo, NotInPassage, NotOneIdea, TooFewParts
from semailles.intake.marks import give_marks
from semailles.intake.models import Idea, Passage
from semailles.intake.queries import taught_ideas
from semailles.intake.queries.ideas import Wanted, sources_of
from semailles.intake.queries.sorting import idea_called, passage_holding, queue
from semailles.intake.readings import read_file
from semailles.workshop.errors import Incorrect, StaleEdit
from semailles.workshop.models import Initiative, Membership

PATH = "rives/notes.md"
NOTES = (
    "- Créer une légumerie partagée pour les cantines.\n- Replanter des haies le long de la rivière.\n"
    "- Ouvrir un pédibus entre la gare et l’école.\n- Installer une légumerie commune pour les cantines de la vallée.\n"
)
LEGUMERIE, HAIES, PEDIBUS, COMMUNE = range(4)


def _receive(initiative: Initiative, text: str, by: Person, path: str = PATH) -> None:
    receive_document(initiative, path, text.encode(), read_file(path, text.encode(), known=()), by=by)
    give_marks(initiative, by=by)


@pytest.fixture
def ideas(initiative: Initiative, local: Person) -> list[Idea]:
    _receive(initiative, NOTES, local)
    return list(Idea.objects.of(initiative).order_by("number"))


def _states(initiative: Initiative) -> list[str]:
    return list(Idea.objects.of(initiative).order_by("number").values_list("state", flat=True))


def test_several_ideas_are_sorted_at_once_and_undone_at_once(initiative: Initiative, local: Person, ideas: list[Idea]) -> None:
    keep_ideas(ideas[:3], by=local)
    kept = _states(initiative)
    undo_last(initiative, by=local)

    assert (kept, _states(initiative)) == (["kept", "kept", "kept", "suggested"], ["suggested"] * 4)


def test_each_gesture_is_undone_in_turn_down_to_the_first(initiative: Initiative, local: Person, ideas: list[Idea]) -> None:
    keep_ideas(ideas[:1], by=local)
    set_aside_ideas(ideas[1:2], "existe déjà", by=local)
    put_off(ideas[2:3], by=local)
    mark_duplicates(ideas[3:], of=ideas[0], by=local)
    steps = [_states(initiative)]
    for _ in range(4):
        undo_last(initiative, by=local)
        steps.append(_states(initiative))

    assert steps == [
        ["kept", "set_aside", "later", "merged"],
        ["kept", "set_aside", "later", "suggested"],
        ["kept", "set_aside", "suggested", "suggested"],
        ["kept", "suggested", "suggested", "suggested"],
        ["suggested"] * 4,
    ]
    with pytest.raises(NothingToUndo) as caught:
        undo_last(initiative, by=local)
    assert caught.value.sentence == "There is no gesture of yours left to undo."


def test_nobody_undoes_what_somebody_else_decided_since(initiative: Initiative, local: Person, ideas: list[Idea]) -> None:
    other = Person.objects.create(name="Anouk")
    Membership.objects.create(initiative=initiative, person=other, role="coordinator")
    keep_ideas(ideas[:1], by=local)
    set_aside_ideas(ideas[:1], "hors du périmètre", by=other)

    with pytest.raises(ChangedSince) as caught:
        undo_last(initiative, by=local)

    said = "« Créer une légumerie partagée pour les cantines » was changed since: open it, and decide again there."
    assert (caught.value.sentence, _states(initiative)[LEGUMERIE]) == (said, "set_aside")


def test_what_is_put_off_comes_last_in_the_order_in_which_it_was(initiative: Initiative, local: Person, ideas: list[Idea]) -> None:
    put_off([ideas[HAIES]], by=local)
    put_off([ideas[LEGUMERIE]], by=local)

    found = queue(initiative, Wanted())

    order = [ideas[at].public_id for at in (PEDIBUS, COMMUNE, HAIES, LEGUMERIE)]
    assert ([line.public_id for line in found.lines], found.sorted, found.left) == (order, 0, 4)


def test_a_duplicate_gives_its_sources_and_loses_none(initiative: Initiative, local: Person, ideas: list[Idea]) -> None:
    mark_duplicates([ideas[COMMUNE]], of=ideas[LEGUMERIE], by=local)

    ideas[LEGUMERIE].refresh_from_db()
    quotes = [source.quote for source in sources_of(ideas[LEGUMERIE])]
    standing = list(Idea.objects.of(initiative).current().order_by("number"))
    assert quotes == ["Créer une légumerie partagée pour les cantines", "Installer une légumerie commune pour les cantines de la vallée"]
    assert standing == ideas[:3]
    assert list(Idea.objects.of(initiative).voiced().order_by("number")) == ideas


def test_what_was_a_duplicate_of_a_duplicate_follows_it(initiative: Initiative, local: Person, ideas: list[Idea]) -> None:
    mark_duplicates([ideas[COMMUNE]], of=ideas[LEGUMERIE], by=local)
    mark_duplicates([ideas[LEGUMERIE]], of=ideas[PEDIBUS], by=local)

    followed = dict(Idea.objects.of(initiative).filter(state="merged").values_list("pk", "merged_into"))
    assert followed == {ideas[COMMUNE].pk: ideas[PEDIBUS].pk, ideas[LEGUMERIE].pk: ideas[PEDIBUS].pk}
    undo_last(initiative, by=local)
    followed = dict(Idea.objects.of(initiative).filter(state="merged").values_list("pk", "merged_into"))
    assert followed == {ideas[COMMUNE].pk: ideas[LEGUMERIE].pk}


def test_no_idea_is_a_duplicate_of_itself_nor_of_what_was_set_aside(local: Person, ideas: list[Idea]) -> None:
    with pytest.raises(NotOneIdea):
        mark_duplicates([ideas[HAIES]], of=ideas[HAIES], by=local)
    set_aside_ideas([ideas[PEDIBUS]], "existe déjà", by=local)
    with pytest.raises(NotOneIdea) as caught:
        mark_duplicates([ideas[HAIES]], of=ideas[PEDIBUS], by=local)

    said = "« Ouvrir un pédibus entre la gare et l’école » is set aside: put it back first, or choose another."
    assert caught.value.sentence == said


def test_words_of_people_are_never_overwritten_by_a_later_run(initiative: Initiative, local: Person, ideas: list[Idea]) -> None:
    entry = IdeaEntry("Une légumerie à quatre communes", "Une légumerie que quatre communes portent ensemble.", "projet")
    describe_idea(ideas[LEGUMERIE], entry, revision=0, by=local)

    _receive(initiative, NOTES + "- Ouvrir une ressourcerie.\n", local)

    kept = Idea.objects.of(initiative).get(pk=ideas[LEGUMERIE].pk)
    quotes = {source.quote for source in sources_of(kept)}
    assert (kept.title, kept.text, kept.kind) == (entry.title, entry.text, entry.kind)
    assert quotes == {"Créer une légumerie partagée pour les cantines"}


def test_the_second_who_writes_gets_both_texts(local: Person, ideas: list[Idea]) -> None:
    describe_idea(ideas[0], IdeaEntry("Une légumerie", ideas[0].text, ideas[0].kind), revision=0, by=local)

    with pytest.raises(StaleEdit) as caught:
        describe_idea(ideas[0], IdeaEntry("La légumerie de la vallée", ideas[0].text, ideas[0].kind), revision=0, by=local)

    conflict = caught.value.conflicts[0]
    assert (conflict.field, conflict.kept, conflict.typed) == ("title", "Une légumerie", "La légumerie de la vallée")


def test_a_translated_title_is_what_others_are_compared_with_until_it_is_undone(
    initiative: Initiative, local: Person, ideas: list[Idea]
) -> None:
    english = ideas[PEDIBUS]
    entry = IdeaEntry(english.title, "A walking bus to the school", english.kind, translated_title="Ouvrir un pédibus")

    told = describe_idea(english, entry, revision=0, by=local)
    undo_last(initiative, by=local)

    assert (told.text, told.comparable) == ("A walking bus to the school", "Ouvrir un pédibus")
    assert Idea.objects.get(pk=english.pk).comparable == english.text


def test_an_idea_without_a_title_is_refused_in_words(local: Person, ideas: list[Idea]) -> None:
    with pytest.raises(Incorrect) as caught:
        describe_idea(ideas[0], IdeaEntry(" ", "Du texte", "projet"), revision=0, by=local)

    assert caught.value.errors == {"title": ("Give it a title: a few words that are understood alone.",)}


def test_one_idea_becomes_two_and_each_keeps_its_source(initiative: Initiative, local: Person, ideas: list[Idea]) -> None:
    words = "Ouvrir un pédibus"
    first, second = split_idea(ideas[PEDIBUS], [Part(words, words), Part("Un chemin sûr de la gare à l’école")], by=local)

    whole = "Ouvrir un pédibus entre la gare et l’école"
    assert [[source.quote for source in one.sources.all()] for one in (first, second)] == [[words], [whole]]
    assert [(one.number, one.state, one.split_from_id) for one in (first, second)] == [(5, "kept", ideas[2].pk), (6, "kept", ideas[2].pk)]
    assert _states(initiative) == ["suggested", "suggested", "split", "suggested", "kept", "kept"]
    undo_last(initiative, by=local)
    assert _states(initiative) == ["suggested", "suggested", "suggested", "suggested", "set_aside", "set_aside"]


def test_parts_keep_their_ids_for_themselves(initiative: Initiative, local: Person, ideas: list[Idea]) -> None:
    before = split_idea(ideas[PEDIBUS], [Part("Un pédibus"), Part("Une gare")], by=local)
    undo_last(initiative, by=local)
    ideas[PEDIBUS].refresh_from_db()
    after = split_idea(ideas[PEDIBUS], [Part("Un pédibus"), Part("Une gare")], by=local)

    assert len({one.public_id for one in (*before, *after)}) == 4


def test_one_line_does_not_split_an_idea(local: Person, ideas: list[Idea]) -> None:
    with pytest.raises(TooFewParts) as caught:
        split_idea(ideas[PEDIBUS], [Part("Un pédibus"), Part("  ")], by=local)

    assert caught.value.sentence == "Give two titles at least: one for each idea."


def test_an_idea_is_written_from_the_words_of_a_passage(initiative: Initiative, local: Person) -> None:
    text = "L’assemblée a parlé des berges. Le marché du samedi manque de place, dit une marchande.\n"
    _receive(initiative, text, local)
    document = Passage.objects.of(initiative).get().version.document
    words = "Le marché du samedi\n manque de place"

    passage = passage_holding(initiative, document.public_id, words)
    idea = write_idea(passage, words, IdeaEntry("Agrandir le marché du samedi", "", "besoin"), by=local)

    (source,) = sources_of(idea)
    assert (source.quote, passage.text[source.start : source.end]) == ("Le marché du samedi manque de place",) * 2
    assert (idea.title, idea.text, idea.kind, idea.state, idea.is_edited) == (
        "Agrandir le marché du samedi",
        "Le marché du samedi manque de place",
        "besoin",
        "kept",
        True,
    )


def test_what_is_written_by_hand_stands_after_a_new_run_and_is_not_said_twice(
    initiative: Initiative, local: Person, ideas: list[Idea]
) -> None:
    passage = ideas[HAIES].sources.get().passage
    set_aside_ideas([ideas[HAIES]], "existe déjà", by=local)

    idea = write_idea(passage, "Replanter des haies le long de la rivière", IdeaEntry("Replanter les haies", "", "projet"), by=local)
    _receive(initiative, NOTES + "- Ouvrir une ressourcerie.\n", local)

    idea.refresh_from_db()
    assert (idea.pk, idea.state, idea.title) == (ideas[HAIES].pk, "kept", "Replanter les haies")
    assert Idea.objects.of(initiative).count() == 5


def test_words_that_the_document_does_not_say_are_no_source(initiative: Initiative, local: Person, ideas: list[Idea]) -> None:
    document = ideas[0].sources.get().passage.version.document
    with pytest.raises(NotInPassage) as caught:
        passage_holding(initiative, document.public_id, "Planter mille arbres")

    said = "« Planter mille arbres » does not stand in this passage: copy its very words, without changing any."
    assert caught.value.sentence == said


def test_a_mark_noted_on_paper_finds_its_idea(initiative: Initiative, local: Person, ideas: list[Idea]) -> None:
    found = [idea_called(initiative, mark) for mark in ("A2", " a 2 ", "A9", "2", "Z", "")]

    assert found == [ideas[HAIES], ideas[HAIES], None, None, None, None]


def test_the_journal_tells_each_gesture_in_words(initiative: Initiative, local: Person, ideas: list[Idea]) -> None:
    mark_duplicates([ideas[COMMUNE]], of=ideas[LEGUMERIE], by=local)
    undo_last(initiative, by=local)
    put_off([ideas[HAIES]], by=local)
    split_idea(ideas[PEDIBUS], [Part("Un pédibus"), Part("Une gare")], by=local)

    verbs = Event.objects.filter(subject_kind="Idea").order_by("id").values_list("verb", flat=True)
    assert list(verbs) == ["merged", "undid", "put off", "split"]


def test_a_stranger_sorts_nothing(initiative: Initiative, ideas: list[Idea]) -> None:
    stranger = Person.objects.create(name="passante")
    entry = IdeaEntry("Titre", "Texte", "projet")
    passage = ideas[0].sources.get().passage
    for gesture in (
        lambda: keep_ideas(ideas, by=stranger),
        lambda: set_aside_ideas(ideas, "pour rien", by=stranger),
        lambda: put_off(ideas, by=stranger),
        lambda: mark_duplicates(ideas[1:], of=ideas[0], by=stranger),
        lambda: take_back_ideas(ideas, by=stranger),
        lambda: describe_idea(ideas[0], entry, revision=0, by=stranger),
        lambda: split_idea(ideas[0], [Part("a"), Part("b")], by=stranger),
        lambda: write_idea(passage, "Créer", entry, by=stranger),
        lambda: undo_last(initiative, by=stranger),
    ):
        with pytest.raises(NotAllowed):
            gesture()

    assert _states(initiative) == ["suggested"] * 4


def test_what_was_kept_and_what_is_no_idea_teach_the_next_document(initiative: Initiative, ideas: list[Idea], local: Person) -> None:
    keep_ideas([ideas[HAIES]], by=local)
    set_aside_ideas([ideas[LEGUMERIE]], "Ce n’est pas une idée", by=local)
    set_aside_ideas([ideas[PEDIBUS]], "Hors sujet", by=local)

    assert taught_ideas(initiative) == (
        Taught("Créer une légumerie partagée pour les cantines", is_idea=False, block=BlockKind.ITEM),
        Taught("Replanter des haies le long de la rivière", is_idea=True, block=BlockKind.ITEM),
    )
