"""Words of convergence that the database knows."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Strength(models.TextChoices):
    STRONG = "forte", _("strong")
    MEDIUM = "moyenne", _("medium")
    WEAK = "faible", _("weak")
