"""What of the process people ask about."""

from semailles.workshop.asking import Asked
from semailles.workshop.models import ProcessCommitment

ASKED = {"ProcessCommitment": Asked(lambda initiative: ProcessCommitment.objects.of(initiative).select_related("actor", "initiative"))}
