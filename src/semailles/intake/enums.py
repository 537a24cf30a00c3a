"""Words of intake that the database knows."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class IdeaKind(models.TextChoices):
    NEED = "besoin", _("need")
    PROPOSAL = "proposition", _("proposal")
    PROJECT = "projet", _("project")
    VISION = "vision", _("vision")


class IdeaState(models.TextChoices):
    """The machine only suggests; all the others are people's."""

    SUGGESTED = "suggested", _("to be validated")
    LATER = "later", _("put off")
    KEPT = "kept", _("kept")
    MERGED = "merged", _("duplicate")
    SPLIT = "split", _("split")
    SET_ASIDE = "set_aside", _("set aside")


WAITING = (IdeaState.SUGGESTED, IdeaState.LATER)  # nobody has decided yet
OUT = (IdeaState.MERGED, IdeaState.SPLIT, IdeaState.SET_ASIDE)  # what another idea says, or nobody wants


class ReadStatus(models.TextChoices):
    READ = "read", _("read")
    UNREADABLE = "unreadable", _("unreadable")


class PassageKind(models.TextChoices):
    TITLE = "title", _("title")
    HEADING = "heading", _("heading")
    PARAGRAPH = "paragraph", _("paragraph")
    ITEM = "item", _("list entry")
    ROW = "row", _("table row")
    NOTE = "note", _("note")


class Platform(models.TextChoices):
    """Where an export comes from."""

    DECIDIM = "decidim", _("Decidim")
    POLIS = "polis", _("Polis")
    ADHOCRACY = "adhocracy", _("adhocracy")
    TET = "territoires-en-transitions", _("Territoires en Transitions")
    BOARD = "board", _("a board of sticky notes")


class Heading(models.TextChoices):
    """Headings of a sheet that a passage may feed."""

    OBSERVATION = "constat", _("observation")
    STAKES = "enjeux", _("stakes")
    PLACE = "lieu", _("place")
    AUDIENCE = "pour qui", _("for whom")
    LAUNCH = "comment le lancer", _("how to start")
    EXAMPLES = "exemples", _("examples")


class FigureKind(models.TextChoices):
    SUM = "montant", _("sum")
    DATE = "date", _("date")
    QUANTITY = "quantité", _("quantity")


class BudgetSide(models.TextChoices):
    COST = "dépense", _("cost")
    FUNDING = "ressource", _("resource")


class BudgetPart(models.TextChoices):
    """What a passage of a budget is: only lines are added up."""

    LINE = "ligne", _("line")
    TOTAL = "total", _("total")
    APART = "hors budget", _("left out of the budget")


class Diffusion(models.TextChoices):
    """How far the document itself may go: the widest circle that it may be handed to."""

    INTERNAL = "interne", _("internal")
    GROUPS = "groupes", _("working groups")
    PUBLIC = "publique", _("public")


class FileFate(models.TextChoices):
    """What became of a file that somebody gave."""

    WAITING = "waiting", _("waiting to be read")
    READ = "read", _("read")
    KNOWN = "known", _("already there")
    NEW_VERSION = "new_version", _("new version")
    REFUSED = "refused", _("refused")


class ContributionState(models.TextChoices):
    """What became of an idea that the public proposed."""

    WAITING = "waiting", _("to be read")
    KEPT = "kept", _("kept")
    DUPLICATE = "duplicate", _("said by another idea")
    REFUSED = "refused", _("not kept")
    SPAM = "spam", _("unwanted")
    WITHDRAWN = "withdrawn", _("withdrawn by whoever wrote it")
