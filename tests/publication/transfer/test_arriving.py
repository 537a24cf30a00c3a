"""What a workspace brings to an instance, and what it may not take there."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from django.core.management import call_command
from django.utils import timezone
from pytest_django.fixtures import Settings
from tests.instance import account

from semailles.core.enums import LinkPurpose
from semailles.core.files import keep, sha256, stored_path
from semailles.core.models import Person, PersonalLink
from semailles.intake.models import Document, DocumentVersion
from semailles.publication.transfer.arriving import AlreadyHere, bring_in
from semailles.publication.transfer.databases import opened
from semailles.publication.transfer.files import NotWhole
from semailles.publication.transfer.renumbering import Contradicts
from semailles.workshop.folders import folder_of
from semailles.workshop.models import Initiative, Membership, Team

SECRET = b"what only the other initiative may read"
Workspace = Callable[..., Path]
FILE = "semailles.sqlite3"


@pytest.fixture
def workspace(tmp_path: Path, instance: None, db: None, settings: Settings) -> Workspace:
    """A folder with one initiative, of one document; `content`: None when its file is not there."""
    settings.WORKSPACE = tmp_path / "instance"
    laid = tmp_path / "laid.sqlite3"
    with opened(laid, "laid"):
        call_command("migrate", database="laid", verbosity=0)

    def made(name: str, content: bytes | None = b"an idea", *, digest: str = "") -> Path:
        folder = tmp_path / name
        folder.mkdir()
        (folder / FILE).write_bytes(laid.read_bytes())
        _fill(folder / FILE, name, digest or sha256(content or b""))
        if content is not None:
            kept = folder / "media" / sha256(content)[:2] / sha256(content)
            kept.parent.mkdir(parents=True)
            kept.write_bytes(content)
        (folder / "feuille-de-route.pdf").write_bytes(b"%PDF")
        return folder

    return made


def _fill(file: Path, name: str, digest: str) -> None:
    with opened(file, "filled"):
        local = Person.objects.using("filled").create(name="Somebody", is_local=True)
        initiative = Initiative.objects.using("filled").create(public_id=uuid4(), name=name, slug=name)
        Membership.objects.using("filled").create(initiative=initiative, person=local, role="coordinator")
        team = Team.objects.using("filled").create(initiative=initiative, public_id=uuid4(), folder="A")
        document = Document.objects.using("filled").create(initiative=initiative, public_id=uuid4(), team=team, path="A/n.txt")
        version = DocumentVersion(initiative=initiative, document=document, sha256=digest, status="read", received_at=timezone.now())
        version.save(using="filled")
        PersonalLink.objects.using("filled").create(
            initiative_id=initiative.public_id,
            digest=sha256(name.encode()),
            purpose=LinkPurpose.INVITE,
            given_by=local,
            given_at=timezone.now(),
            ends_at=timezone.now() + timedelta(hours=72),
        )


def brought(workspace: Path, slug: str = "") -> Initiative:
    coordinator = Person.objects.filter(name="Claire").first() or account("Claire")
    return bring_in(workspace / FILE, workspace, slug=slug, coordinator=coordinator)


def test_whoever_had_every_right_on_one_machine_has_none_here(workspace: Workspace) -> None:
    initiative = brought(workspace("vallee"))

    assert [(one.person.name, one.role) for one in Membership.objects.of(initiative)] == [("Claire", "coordinator")]
    assert not Person.objects.filter(is_local=True).exists()


def test_what_was_printed_and_received_comes_too(workspace: Workspace) -> None:
    initiative = brought(workspace("vallee"))

    assert (folder_of(initiative) / "feuille-de-route.pdf").read_bytes() == b"%PDF"
    assert stored_path(sha256(b"an idea")).read_bytes() == b"an idea"


def test_two_workspaces_of_one_name_have_each_their_address(workspace: Workspace) -> None:
    first, second = workspace("vallee"), workspace("plateau")
    with opened(second / FILE, "renamed"):
        Initiative.objects.using("renamed").update(slug="vallee")

    assert [brought(first).slug, brought(second).slug] == ["vallee", "vallee-2"]


def test_an_address_is_refused_when_another_stands_there_or_when_it_cannot_be_one(workspace: Workspace) -> None:
    brought(workspace("vallee"))
    other = workspace("plateau")

    with pytest.raises(AlreadyHere) as taken:
        brought(other, "vallee")
    with pytest.raises(Exception, match="cannot stand in an address"):
        brought(other, "Vallée !")

    assert taken.value.sentence == "Another initiative stands at /d/vallee/: choose another address with --slug."
    assert Initiative.objects.count() == 1


def test_a_workspace_that_names_the_file_of_another_initiative_does_not_read_it(workspace: Workspace) -> None:
    kept = keep(SECRET)

    with pytest.raises(NotWhole):
        brought(workspace("thief", None, digest=kept))

    assert (Initiative.objects.count(), stored_path(kept).read_bytes()) == (0, SECRET)


def test_a_file_that_is_no_longer_what_was_received_is_refused(workspace: Workspace) -> None:
    with pytest.raises(NotWhole):
        brought(workspace("vallee", b"changed", digest=sha256(b"received")))

    assert Initiative.objects.count() == 0


def test_an_import_that_fails_midway_leaves_neither_rows_nor_files(workspace: Workspace, tmp_path: Path) -> None:
    shared = keep(b"the same file elsewhere")
    folder = workspace("vallee")
    with closing(sqlite3.connect(folder / FILE)) as database, database:
        database.execute("UPDATE intake_document SET team_id = 999")

    with pytest.raises(Contradicts):
        brought(folder)

    assert (Initiative.objects.count(), Document.objects.count()) == (0, 0)
    assert (stored_path(sha256(b"an idea")).exists(), stored_path(shared).exists()) == (False, True)
    assert list((tmp_path / "instance" / "initiatives").iterdir()) == []


def test_invitations_made_elsewhere_open_nothing_here(workspace: Workspace) -> None:
    initiative = brought(workspace("vallee"))

    assert not PersonalLink.objects.of(initiative.public_id).standing(timezone.now()).exists()


def test_a_workspace_that_names_a_file_of_the_machine_is_refused(workspace: Workspace) -> None:
    with pytest.raises(NotWhole) as refused:
        brought(workspace("thief", digest="../../secret.key"))

    assert (Initiative.objects.count(), "../../secret.key" in refused.value.sentence) == (0, True)
