"""Which files the rows of projects name: what says, of a folder, whether all of it is there."""

from collections import defaultdict

from django.utils.translation import gettext as _

from semailles.projects.models import Picture, ProjectFunding, ProjectStep
from semailles.workshop.models import Initiative


def kept_files() -> dict[str, list[str]]:
    """By SHA-256, what projects keep in this workspace: pictures, proofs of commitments and of resources, by what they show."""
    found: dict[str, list[str]] = defaultdict(list)
    for initiative in Initiative.objects.all():
        for digest, alt, number in Picture.objects.of(initiative).values_list("sha256", "alt", "project__number"):
            found[digest].append(_("picture of the sheet %(number)d, « %(alt)s »") % {"number": number, "alt": alt})
        for step in ProjectStep.objects.of(initiative).exclude(proof_sha256="").select_related("commitment__actor", "commitment__project"):
            found[step.proof_sha256].append(_("proof of « %(commitment)s », %(on)s") % {"commitment": step.commitment, "on": step.on})
        for line in ProjectFunding.objects.of(initiative).exclude(proof_sha256=""):
            found[line.proof_sha256].append(_("document of the resource « %(line)s »") % {"line": line})
    return found
