"""Which files the rows name: what says, of a folder, whether all of it is there."""

from collections import defaultdict

from django.utils.translation import gettext as _

from semailles.intake.models import DepositedFile, DocumentVersion
from semailles.workshop.models import CommitmentStep, Initiative


def kept_files() -> dict[str, list[str]]:
    """By SHA-256, what is kept under it in this workspace: documents and what was given on screen by their path, proofs by what they show."""
    found: dict[str, list[str]] = defaultdict(list)
    for initiative in Initiative.objects.all():
        for digest, path in DocumentVersion.objects.of(initiative).values_list("sha256", "document__path"):
            found[digest].append(path)
        for digest, path in DepositedFile.objects.of(initiative).values_list("sha256", "path"):
            if path not in found[digest]:
                found[digest].append(path)
        for step in CommitmentStep.objects.of(initiative).exclude(proof_sha256="").select_related("commitment__actor"):
            found[step.proof_sha256].append(_("proof of « %(commitment)s », %(on)s") % {"commitment": step.commitment, "on": step.on})
    return found
