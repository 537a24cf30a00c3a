"""Words of projects that the database knows."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Maturity(models.TextChoices):
    """The ladder from idea to seed; each step has its condition of entry."""

    IDEA = "idée", _("idea")
    CONVERGENT = "convergente", _("convergent")
    SHAPED = "mise en forme", _("being shaped")
    CARRIED = "portée", _("carried")
    PROPOSED = "proposée", _("proposed")
    VALIDATED = "validée", _("validated")
    IN_ROADMAP = "en feuille de route", _("in the roadmap")
    LAUNCHED = "lancée", _("launched")
    DEMONSTRATOR = "démonstrateur", _("demonstrator")
    SOWN = "essaimée", _("sown elsewhere")


class Section(models.TextChoices):
    """The seven headings of a sheet, in their printed order."""

    DESCRIPTION = "description", _("description")
    STAKES = "enjeux", _("stakes")
    OBSERVATION = "constat", _("observation")
    PLACE = "lieu", _("place")
    AUDIENCE = "pour qui", _("for whom")
    LAUNCH = "comment le lancer", _("how to start")
    EXAMPLES = "exemples", _("examples")
