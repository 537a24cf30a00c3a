"""Words of convergence that the database knows."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Strength(models.TextChoices):
    STRONG = "forte", _("strong")
    MEDIUM = "moyenne", _("medium")
    WEAK = "faible", _("weak")


class CorrectionVerb(models.TextChoices):
    """Gestures on the map."""

    MOVED = "moved idea", _("moved")
    JOINED = "joined ideas", _("kept together")
    PARTED = "parted ideas", _("kept apart")
    SPLIT = "split family", _("split")
    MERGED = "merged families", _("merged")
    RENAMED = "renamed family", _("renamed")
    QUOTED = "quoted idea", _("quoted")
    THEMED = "chose theme", _("put under a theme")
    PINNED = "pinned idea", _("pinned")
    UNPINNED = "unpinned idea", _("unpinned")
    VALIDATED = "validated family", _("validated")
    REOPENED = "reopened family", _("reopened")
    ARRANGED = "arranged wall", _("arranged as on the wall")
    TAKEN = "took changes", _("taken from a proposed map")


class ProposalState(models.TextChoices):
    OPEN = "open", _("open")
    CLOSED = "closed", _("closed")


class ChangeState(models.TextChoices):
    WAITING = "waiting", _("to be decided")
    TAKEN = "taken", _("taken")
    LEFT = "left", _("left as it was")


class Judgement(models.TextChoices):
    """What people say of a chain or of a tension that the machine suggests."""

    TO_CHECK = "to_check", _("to be checked")
    REAL = "real", _("real")
    NOT_ONE = "not_one", _("not one")


class TensionKind(models.TextChoices):
    DISPUTE = "dispute", _("two sides")
    OPPOSITE = "opposite", _("opposite wishes")
    FIGURE = "figure", _("two figures")
