"""Words of the workshop that the database knows."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ActorKind(models.TextChoices):
    ORGANISATION = "organisation", _("organisation")
    ROLE = "role", _("role")
    PERSON = "person", _("person")


class Role(models.TextChoices):
    """What a member may do in one initiative."""

    COORDINATOR = "coordinator", _("coordinator")


class BodyKind(models.TextChoices):
    STEERING = "pilotage", _("steering committee")
    WORKING_GROUP = "groupe", _("working group")
    ASSEMBLY = "assemblee", _("assembly")
    COUNCIL = "conseil", _("council")


class FundingStatus(models.TextChoices):
    THOUGHT_OF = "envisagé", _("considered")
    SOUGHT = "sollicité", _("sought")
    TO_CONFIRM = "à confirmer", _("to be confirmed")
    DECIDED = "décidé", _("decided")
    NOTIFIED = "notifié", _("notified")
    PAID = "versé", _("paid")
    REFUSED = "refusé", _("refused")


class Nature(models.TextChoices):
    GRANT = "subvention", _("grant")
    OWN_FUNDS = "fonds propres", _("own funds")
    LOAN = "prêt", _("loan")
    REVENUE = "recette", _("revenue")
    CITIZEN = "citoyen", _("citizen funding")
    IN_KIND = "en nature valorisé", _("in kind")
    VOLUNTEERING = "bénévolat non valorisé", _("volunteering")


class Level(models.TextChoices):
    """The ladder of commitments."""

    FORESEEN = "pressenti", _("foreseen")
    SOUGHT = "sollicité", _("sought")
    TO_CONFIRM = "à confirmer", _("to be confirmed")
    ORAL = "accord oral", _("oral agreement")
    WRITTEN = "engagement écrit", _("written commitment")
    FULFILLED = "réalisé", _("fulfilled")
    WITHDRAWN = "retiré", _("withdrawn")
