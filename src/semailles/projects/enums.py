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


class Ground(models.TextChoices):
    """What shows that a step of maturity was really reached."""

    CONVERGENCE = "convergence", _("a convergence that people kept")
    CHOICE = "choix", _("a recorded choice")
    GROUP = "groupe", _("a working group or somebody who leads it")
    COMMITMENT = "engagement", _("a commitment")
    AGENDA = "ordre du jour", _("an agenda")
    DECISION = "décision", _("a decision")
    ROADMAP = "feuille de route", _("a roadmap")
    MILESTONE = "jalon", _("a milestone that was reached")
    RESULT = "résultat", _("a documented result")
    COPY = "copie", _("a copy elsewhere")


class Status(models.TextChoices):
    """How it goes, apart from maturity."""

    TO_COME = "à venir", _("to come")
    UNDER_WAY = "en cours", _("under way")
    DONE = "réalisé", _("done")
    PAUSED = "en pause", _("paused")
    DROPPED = "abandonné", _("dropped")
    BLOCKED = "bloqué", _("blocked")
    LATE = "en retard", _("late")
    TO_DISCUSS = "à discuter", _("to be discussed")


class Sphere(models.TextChoices):
    """The field of action; the last one crosses the others."""

    FOOD = "alimentation", _("food")
    TRAVEL = "déplacements", _("travel")
    BUILDINGS = "bâtiments", _("buildings")
    ENERGY = "énergies renouvelables", _("renewable energy")
    BIODIVERSITY = "biodiversité", _("biodiversity")
    LEARNING = "éducation populaire et formation", _("popular education and training")


class StrategyVerb(models.TextChoices):
    PRODUCE = "produire", _("to produce")
    MOVE = "se déplacer", _("to move about")
    SERVE = "servir", _("to serve")
    BUY = "acheter autrement", _("to buy otherwise")


class Form(models.TextChoices):
    """The legal form that is aimed at."""

    ASSOCIATION = "association", _("association")
    SCIC = "SCIC", _("cooperative of common interest (SCIC)")
    REGIE = "régie", _("public operator (régie)")
    SEM = "SEM", _("semi-public company (SEM)")
    COMPANY = "entreprise", _("company")
    COLLECTIVE = "collectif", _("informal group")


class Participation(models.TextChoices):
    NONE = "pas de participation", _("no participation")
    INFORMATION = "information", _("information")
    CONSULTATION = "consultation", _("consultation")
    DIALOGUE = "concertation", _("dialogue")
    CO_BUILDING = "co-construction", _("building together")


class Cliff(models.TextChoices):
    """The three cliffs that stop small projects."""

    TECHNICAL = "technique", _("technical")
    INSTITUTIONAL = "institutionnel", _("institutional")
    FINANCIAL = "financier", _("financial")


class LinkKind(models.TextChoices):
    """How one project stands to another. `SERVES`: what it holds is shared by the other."""

    COMPLETES = "complète", _("completes")
    DEPENDS = "dépend de", _("depends on")
    MERGES = "fusionne", _("merges with")
    COMPETES = "concurrence", _("competes with")
    SERVES = "sert", _("serves")


class ProjectKind(models.TextChoices):
    PROJECT = "projet", _("project")
    TRANSVERSE = "transverse", _("shared by several projects")


class Precision(models.TextChoices):
    EXACT = "exact", _("exact")
    ROUGH = "approximatif", _("rough")
    TO_FIND = "à trouver", _("to be found")


class Effort(models.TextChoices):
    """How work is counted when it is not in euros."""

    FTE = "ETP", _("full-time equivalents")
    DAYS = "jours", _("days")


class Note(models.TextChoices):
    """Texts of a sheet beside its seven headings."""

    SUMMARY = "résumé", _("summary in 20 lines")
    LIMITS = "limites", _("what the project is not")
    PEOPLE = "population", _("people and jobs concerned")
    FLOWS = "flux", _("flows between town and country")
    POTENTIAL = "gisement", _("how many cases, here and elsewhere")
    SAVINGS = "économies", _("expected savings")


class EffectKind(models.TextChoices):
    """What changes. The last four are said in words as well as in figures."""

    ENERGY = "énergie", _("energy")
    GREENHOUSE_GASES = "GES", _("greenhouse gases")
    JOBS = "emplois", _("jobs")
    PURCHASING_POWER = "pouvoir d'achat", _("purchasing power")
    LAND = "foncier", _("land")
    WELL_BEING = "bien-être", _("well-being")
    BIODIVERSITY = "biodiversité", _("biodiversity")
    SOCIAL_TIES = "lien social", _("social ties")
    EQUALITY = "égalité", _("equality")


class TimeBase(models.TextChoices):
    ANNUAL = "annuel", _("a year")
    LIFETIME = "durée de vie", _("over the whole lifetime")


class Perimeter(models.TextChoices):
    """What is counted: all that is caused, what happens on the territory, or what does not happen thanks to the project."""

    FOOTPRINT = "empreinte", _("footprint")
    INVENTORY = "inventaire territorial", _("inventory of the territory")
    AVOIDED = "évité", _("avoided")


class Confidence(models.TextChoices):
    MAGNITUDE = "ordre de grandeur", _("order of magnitude")
    ESTIMATED = "estimé", _("estimated")
    CALCULATED = "calculé", _("calculated")
    MEASURED = "mesuré", _("measured")
