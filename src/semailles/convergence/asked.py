"""What people ask about, of what teams share."""

from semailles.convergence.models import Family
from semailles.workshop.asking import Asked

ASKED = {"Family": Asked(lambda initiative: Family.objects.of(initiative).select_related("initiative"))}
