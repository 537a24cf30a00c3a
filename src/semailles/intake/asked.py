"""What people ask about, of what teams brought."""

from semailles.intake.models import Idea
from semailles.workshop.asking import Asked

ASKED = {"Idea": Asked(lambda initiative: Idea.objects.of(initiative).select_related("team", "initiative"))}
