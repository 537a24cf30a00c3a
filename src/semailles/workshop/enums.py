"""Words of the workshop that the database knows."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PlaceKind(models.TextChoices):
    COMMUNE = "commune", _("commune")
    DISTRICT = "quartier", _("district or hamlet")
    SITE = "site", _("site")
    WATER = "eau", _("river, lake or coast")
    INTERCOMMUNALITY = "epci", _("intercommunality")
    COUNTRY = "territoire", _("territory")


class ActorKind(models.TextChoices):
    ORGANISATION = "organisation", _("organisation")
    ROLE = "role", _("role")
    PERSON = "person", _("person")


class Role(models.TextChoices):
    """What a member may do in one initiative. Whoever has none is the public."""

    COORDINATOR = "coordinator", _("coordinator")
    SHAPER = "shaper", _("shaper of projects")
    WORKER = "worker", _("member of a working group")
    HOLDER = "holder", _("project holder")
    STEERING = "steering", _("member of the steering committee")
    READER = "reader", _("reader")


class BodyKind(models.TextChoices):
    STEERING = "pilotage", _("steering committee")
    WORKING_GROUP = "groupe", _("working group")
    ASSEMBLY = "assemblee", _("assembly")
    COUNCIL = "conseil", _("council")
    JURY = "jury", _("jury")


class BodyState(models.TextChoices):
    PREPARATORY = "préparatoire", _("preparatory")
    MANDATED = "mandatée", _("mandated")
    DISSOLVED = "dissoute", _("dissolved")


class Function(models.TextChoices):
    """What somebody does in a body."""

    PRESIDENT = "présidence", _("president")
    VICE = "vice-présidence", _("vice-president")
    SECRETARY = "secrétariat", _("secretary")
    MEMBER = "membre", _("member")
    OTHER = "autre", _("other function")


class AxisKind(models.TextChoices):
    VISION = "vision", _("vision")
    STRATEGY = "stratégie", _("strategy")


class Scale(models.TextChoices):
    """From the house to the region."""

    HOUSE = "maison", _("house")
    BLOCK = "îlot", _("block")
    NEIGHBOURHOOD = "quartier", _("neighbourhood")
    COMMUNE = "commune", _("commune")
    EPCI = "EPCI", _("group of communes")
    BASIN = "bassin", _("catchment area")
    DEPARTEMENT = "département", _("département")
    REGION = "région", _("region")


class MilestoneKind(models.TextChoices):
    MILESTONE = "jalon", _("milestone")
    MEETING = "réunion", _("meeting")
    DEADLINE = "échéance", _("deadline from outside")


class TaxBase(models.TextChoices):
    EXCLUDED = "HT", _("before tax")
    INCLUDED = "TTC", _("tax included")
    NONE = "sans objet", _("no tax applies")


class CostKind(models.TextChoices):
    INVESTMENT = "investissement", _("investment")
    RUNNING = "fonctionnement", _("running cost")


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


class CommitmentRole(models.TextChoices):
    CARRIES = "porte", _("carries")
    CO_CARRIES = "co-porte", _("carries with others")
    STEERS = "pilote", _("steers")
    FUNDS = "finance", _("funds")
    SUPPLIES = "fournit", _("supplies")
    EXPERTISE = "expertise", _("brings expertise")
    HOSTS = "héberge", _("hosts")
    AUTHORISES = "autorise", _("authorises")
    RELAYS = "relaie", _("relays")


class ProofKind(models.TextChoices):
    """What shows a level: the first two are words, the others are papers that can be shown."""

    WORD = "parole", _("spoken word")
    PASSAGE = "passage", _("passage of a document")
    MINUTES = "relevé", _("minutes of a meeting")
    LETTER = "courrier", _("posted letter")
    AGREEMENT = "convention", _("signed agreement")
    DELIBERATION = "délibération", _("deliberation")
    OTHER = "autre pièce", _("other document")
