"""Texts that were signed by personal links: kept as proofs, told to whoever asks what is held about them, masked when they are erased."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from django.db import models, transaction

from semailles.core import files
from semailles.core.enums import LinkPurpose
from semailles.core.models import PersonalLink
from semailles.core.veiling import Veil
from semailles.projects.models import ProjectStep
from semailles.workshop.models import CommitmentStep, Initiative

KINDS: tuple[type[models.Model], ...] = (CommitmentStep, ProjectStep)


def attested(initiative: Initiative) -> Iterator[str]:
    return (path.read_text() for _step, path in _attestations(initiative))


def veil_attestations(initiative: Initiative, veil: Veil) -> None:
    """Another text takes the place of the first: the same words, without the name. The seal keeps the fingerprint of what was signed, and says that its
    values were erased."""
    for step, path in list(_attestations(initiative)):
        text = path.read_text()
        masked = veil.within(text)
        if masked != text:
            former, step.proof_sha256 = step.proof_sha256, files.keep(masked.encode())
            step.save(update_fields=["proof_sha256"])
            if not any(_of(kind, initiative).filter(proof_sha256=former).exists() for kind in KINDS):
                transaction.on_commit(partial(path.unlink, missing_ok=True))


def _attestations(initiative: Initiative) -> Iterator[tuple[Any, Path]]:
    answered = PersonalLink.objects.of(initiative.public_id).filter(purpose=LinkPurpose.ANSWER).values_list("detail", flat=True)
    steps = [detail["step"] for detail in answered if "step" in detail]
    for kind in KINDS:
        for step in _of(kind, initiative).filter(public_id__in=steps).exclude(proof_sha256="").order_by("pk"):
            path = files.stored_path(step.proof_sha256)
            if path.is_file():
                yield step, path


def _of(kind: type[models.Model], initiative: Initiative) -> models.QuerySet[Any]:
    rows: models.QuerySet[Any] = kind._base_manager.filter(initiative=initiative)  # noqa: SLF001  # the one of Django that leaves no row out
    return rows
