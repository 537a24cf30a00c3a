"""A project, from the draft that the program drew to what people carry; the ideas that feed it."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from semailles.convergence.models import Family
from semailles.intake.models import Idea
from semailles.intake.models.ideas import kept
from semailles.projects.enums import Form, Maturity, Participation, ProjectKind, Sphere, Status, StrategyVerb
from semailles.workshop.enums import Scale
from semailles.workshop.models import Axis, Body, Theme
from semailles.workshop.ownership import Editable, EditableQuerySet, Owned, OwnedQuerySet


class ProjectQuerySet(EditableQuerySet):
    is_told_by_keys = True

    def told(self) -> Self:
        """What people took up, what was entrusted to a holder or to a group, and drafts of a convergence that is told."""
        held = self.model.objects.filter(holdings__isnull=False, holdings__until=None).values("pk")
        return self.filter(~Q(taken_up_on=None) | ~Q(group=None) | Q(pk__in=held) | Q(family__in=Family.objects.told()))

    def drafts(self) -> Self:
        """Drawn by the program, taken up by nobody, and whose convergence still stands."""
        return self.filter(taken_up_on=None, family__is_current=True)

    def standing(self) -> Self:
        """Drafts, and what people have taken up and neither dropped nor merged."""
        return self.filter(~Q(taken_up_on=None) | Q(family__is_current=True), set_aside_on=None, merged_into=None)

    def left_behind(self) -> Self:
        """Drafts whose convergence was absorbed by another."""
        return self.filter(taken_up_on=None, family__is_current=False)

    def taken_up(self) -> Self:
        return self.exclude(taken_up_on=None).filter(set_aside_on=None, merged_into=None)

    def closed(self) -> Self:
        """Dropped, or merged into another: kept, with the reason."""
        return self.exclude(set_aside_on=None, merged_into=None)


class Project(Editable):
    """What could be carried. A draft is born from a convergence; once people take it up, no reading of documents changes it. Its number is kept for ever."""

    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=20, choices=ProjectKind, default=ProjectKind.PROJECT)
    title = models.CharField(max_length=300)
    tagline = models.CharField(max_length=300, blank=True)
    maturity = models.CharField(max_length=30, choices=Maturity, default=Maturity.IDEA)
    family = models.ForeignKey(Family, null=True, blank=True, on_delete=models.SET_NULL, related_name="projects")
    other_families = models.ManyToManyField(Family, blank=True, related_name="also_projects")
    ideas = models.ManyToManyField(Idea, through="ProjectIdea", related_name="projects")
    taken_up_on = models.DateField(null=True, blank=True, editable=False)
    opened_with = models.UUIDField(null=True, blank=True, editable=False, unique=True)  # the form that was sent: twice, it is one gesture

    sphere = models.CharField(max_length=40, choices=Sphere, blank=True)
    themes = models.ManyToManyField(Theme, blank=True, related_name="+")
    strategy_verb = models.CharField(max_length=30, choices=StrategyVerb, blank=True)
    axis = models.ForeignKey(Axis, null=True, blank=True, on_delete=models.PROTECT, related_name="projects")
    keywords = models.JSONField(default=list, blank=True)
    scale = models.CharField(max_length=20, choices=Scale, blank=True)
    intended_form = models.CharField(max_length=20, choices=Form, blank=True)
    participation = models.CharField(max_length=30, choices=Participation, blank=True)
    facilitator = models.CharField(max_length=200, blank=True)
    group = models.ForeignKey(Body, null=True, blank=True, on_delete=models.PROTECT, related_name="projects")
    competent_body = models.ForeignKey(Body, null=True, blank=True, on_delete=models.PROTECT, related_name="examined_projects")
    public_contact = models.CharField(max_length=200, blank=True)
    licence = models.CharField(max_length=100, blank=True)
    emerged_on = models.DateField(null=True, blank=True)
    lead_months = models.DecimalField(max_digits=5, decimal_places=1, null=True, blank=True)
    deadline_on = models.DateField(null=True, blank=True)
    deadline_reason = models.CharField(max_length=300, blank=True)
    next_review_on = models.DateField(null=True, blank=True)
    not_quantified_reason = models.CharField(max_length=500, blank=True)

    status = models.CharField(max_length=20, choices=Status, default=Status.TO_COME)
    blocked_by = models.CharField(max_length=500, blank=True)
    unblocked_when = models.CharField(max_length=500, blank=True)
    status_owner = models.CharField(max_length=200, blank=True)
    status_on = models.DateField(null=True, blank=True)
    remind_on = models.DateField(null=True, blank=True)

    merged_into = models.ForeignKey("self", null=True, blank=True, editable=False, on_delete=models.PROTECT, related_name="absorbed")
    merge_reason = models.CharField(max_length=500, blank=True, editable=False)
    parted_from = models.ForeignKey("self", null=True, blank=True, editable=False, on_delete=models.PROTECT, related_name="parts")

    objects = ProjectQuerySet.as_manager()  # type: ignore[misc]  # its own vocabulary over that of every owned row

    class Meta(Editable.Meta):
        ordering = ["number"]
        constraints = [
            *Editable.Meta.constraints,
            models.UniqueConstraint(fields=["initiative", "number"], name="one_project_a_number"),
            models.CheckConstraint(condition=Q(merged_into=None) | ~Q(merge_reason=""), name="a_merged_project_says_why"),
            models.CheckConstraint(
                condition=~Q(status__in=(Status.BLOCKED, Status.PAUSED, Status.DROPPED))
                | (~Q(blocked_by="") & ~Q(unblocked_when="") & ~Q(status_owner="") & Q(status_on__isnull=False)),
                name="what_stops_says_what_would_unblock_it",
                violation_error_message=_("Say what stops it, what would unblock it, who sees to it and since when."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.title}"

    @property
    def is_draft(self) -> bool:
        return self.taken_up_on is None

    @property
    def is_standing(self) -> bool:
        return self.set_aside_on is None and self.merged_into_id is None

    @property
    def is_transverse(self) -> bool:
        return self.kind == ProjectKind.TRANSVERSE

    @property
    def is_decided(self) -> bool:
        """A body validated it, whatever it became since."""
        steps = list(Maturity)
        return steps.index(Maturity(self.maturity)) >= steps.index(Maturity.VALIDATED)


class ProjectIdeaQuerySet(OwnedQuerySet):
    def told(self) -> Self:
        return self.filter(kept("idea__"))


class ProjectIdea(Owned):
    """An idea that feeds a project; it may feed several. `part`: what of it was taken, when not all."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="feeds")
    idea = models.ForeignKey(Idea, on_delete=models.PROTECT, related_name="feeds")
    rank = models.PositiveIntegerField(default=0)
    part = models.CharField(max_length=300, blank=True)

    objects = ProjectIdeaQuerySet.as_manager()  # type: ignore[misc]  # its own vocabulary over that of every owned row

    class Meta:
        ordering = ["rank"]
        constraints = [models.UniqueConstraint(fields=["project", "idea"], name="an_idea_feeds_a_project_once")]

    def __str__(self) -> str:
        return f"{self.project} ← {self.idea}"


class FormerFeed(Owned):
    """An idea that people took off a project, and why: it can be put back, and its source is never lost."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="former_feeds")
    idea = models.ForeignKey(Idea, on_delete=models.PROTECT, related_name="+")
    part = models.CharField(max_length=300, blank=True)
    reason = models.CharField(max_length=500)
    on = models.DateField()

    class Meta:
        ordering = ["on", "id"]
        constraints = [models.UniqueConstraint(fields=["project", "idea"], name="an_idea_leaves_a_project_once")]

    def __str__(self) -> str:
        return f"{self.project} ← {self.idea}"
