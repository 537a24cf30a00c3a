"""An initiative goes whole to another database: a new model, or a new value with room for keys, says here how it goes."""

from django.apps import apps
from django.db import models

from semailles.core.declared import declared
from semailles.publication.transfer.belonging import belongings, is_elsewhere

# Of the instance or of its persons, in every initiative or in none: they stay where they are. Others of other people's apps too.
STAYS = {"core.FormDraft", "core.Person", "core.Release", "core.Remembered", "core.Spent", "core.TakenForm"}

# What they hold names no row of any table by its key (public ids, words, figures): nothing changes in them on the way.
KEYLESS = {
    "convergence.Chain.ties",
    "convergence.Correction.pairs",
    "convergence.Correction.words",
    "convergence.Equivalence.forms",
    "convergence.Family.links",
    "convergence.Family.terms",
    "convergence.ProposedChange.words",
    "convergence.Tension.about",
    "convergence.Tension.said",
    "core.Event.detail",
    "core.Job.arguments",
    "core.Job.result",
    "core.PersonalLink.detail",
    "core.SearchEntry.facets",
    "intake.DepositedFile.detail",
    "intake.DocumentVersion.detail",
    "core.Seal.told",
    "intake.DocumentVersion.told",
    "intake.Idea.cues",
    "intake.LedgerLine.sure",
    "intake.Origin.counts",
    "intake.Passage.cells",
    "intake.Passage.locator",
    "intake.Passage.path",
    "projects.Project.keywords",
    "projects.ProjectPlace.shape",
    "workshop.Actor.by_hand",
    "workshop.Actor.taken_off",
    "workshop.Initiative.taken_frame",
    "workshop.Theme.words",
}

# 64 signs that name no stored file.
NO_FILE = {
    "convergence.Proposal.made_on",
    "core.ErasedName.digest",
    "core.PersonalLink.digest",
    "core.Seal.digest",
    "core.Seal.previous",
    "core.SearchEntry.digest",
}


def test_every_model_of_ours_belongs_to_an_initiative_or_stays() -> None:
    ours = {model._meta.label for model in apps.get_models(include_auto_created=True) if model.__module__.startswith("semailles.")}

    assert ours - {one.label for one in belongings()} == STAYS


def test_no_row_leads_out_of_its_initiative() -> None:
    assert [f"{one.label}.{field.name}" for one in belongings() for field in one.fields if is_elsewhere(field)] == []


def test_every_value_with_room_for_keys_says_whether_it_holds_some() -> None:
    fields = {f"{one.label}.{field.name}" for one in belongings() for field in one.fields if isinstance(field, models.JSONField)}

    assert fields - declared("written_keys", "WRITTEN_KEYS").keys() == KEYLESS


def test_keys_are_only_rewritten_where_there_is_a_field() -> None:
    fields = {f"{one.label}.{field.name}" for one in belongings() for field in one.fields}

    assert declared("written_keys", "WRITTEN_KEYS").keys() - fields == set()


def test_every_field_that_names_a_file_is_known_by_its_name() -> None:
    digests = {(one, field.name) for one in belongings() for field in one.fields if field.max_length == 64}

    assert {f"{one.label}.{name}" for one, name in digests if name not in one.files} == NO_FILE
