"""The time of the process: phases that follow each other, days that matter, people hired for a deliverable."""

from decimal import Decimal

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from semailles.workshop.enums import MilestoneKind, TaxBase
from semailles.workshop.models.bodies import Body
from semailles.workshop.models.money import ProcessCost
from semailles.workshop.money import NO_DEBT, never_negative
from semailles.workshop.ownership import Editable, not_before

ENDS_BEFORE = _("The end is before the start.")
NO_TIME = _("A phase lasts some time.")
SOME_TIME = MinValueValidator(Decimal("0.1"), message=NO_TIME)


class Phase(Editable):
    """A stage of the process. It starts when the one before ends, unless a day is set by hand."""

    name = models.CharField(max_length=200)
    months = models.DecimalField(max_digits=4, decimal_places=1, validators=[SOME_TIME])
    starts_on = models.DateField(null=True, blank=True)  # set by hand
    ended_on = models.DateField(null=True, blank=True)  # really ended

    class Meta(Editable.Meta):
        ordering = ["rank", "id"]
        constraints = [
            *Editable.Meta.constraints,
            models.CheckConstraint(condition=Q(months__gt=0), name="a_phase_lasts", violation_error_message=NO_TIME),
            not_before("ended_on", "starts_on", name="a_phase_ends_after_its_start", sentence=ENDS_BEFORE),
        ]

    def __str__(self) -> str:
        return self.name


class Milestone(Editable):
    """A day that matters: something to reach, a meeting of a body, a deadline from outside."""

    label = models.CharField(max_length=300)
    kind = models.CharField(max_length=20, choices=MilestoneKind, default=MilestoneKind.MILESTONE)
    planned_on = models.DateField(null=True, blank=True)
    happened_on = models.DateField(null=True, blank=True)
    responsible = models.CharField(max_length=200, blank=True)
    phase = models.ForeignKey(Phase, null=True, blank=True, on_delete=models.PROTECT, related_name="milestones")
    body = models.ForeignKey(Body, null=True, blank=True, on_delete=models.PROTECT, related_name="meetings")
    minutes_on = models.DateField(null=True, blank=True)  # the day its minutes were adopted
    note = models.CharField(max_length=500, blank=True)

    class Meta(Editable.Meta):
        ordering = ["rank", "id"]
        constraints = [
            *Editable.Meta.constraints,
            models.CheckConstraint(
                condition=Q(kind=MilestoneKind.MEETING) | Q(body=None, minutes_on=None),
                name="only_a_meeting_has_a_body_and_minutes",
                violation_error_message=_("Only a meeting has a body and minutes."),
            ),
            models.CheckConstraint(
                condition=Q(minutes_on=None) | Q(happened_on__isnull=False, minutes_on__gte=models.F("happened_on")),
                name="minutes_after_the_meeting",
                violation_error_message=_("Minutes come after the day the meeting was held: write that day first."),
            ),
        ]

    def __str__(self) -> str:
        return self.label


class Mission(Editable):
    """Somebody hired to shape projects: what they hand over, for which fee, until when."""

    who = models.CharField(max_length=200)
    deliverable = models.CharField(max_length=500, blank=True)
    projects = models.CharField(max_length=500, blank=True)
    fee = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True, validators=[NO_DEBT])
    tax_base = models.CharField(max_length=20, choices=TaxBase, default=TaxBase.NONE)
    cost = models.ForeignKey(ProcessCost, null=True, blank=True, on_delete=models.PROTECT, related_name="missions")  # the line that pays it
    due_on = models.DateField(null=True, blank=True)
    delivered_on = models.DateField(null=True, blank=True)
    paid_on = models.DateField(null=True, blank=True)

    class Meta(Editable.Meta):
        ordering = ["rank", "id"]
        constraints = [
            *Editable.Meta.constraints,
            models.CheckConstraint(condition=~Q(who=""), name="a_mission_is_somebodys"),
            never_negative("fee", name="a_mission_costs_nobody_less_than_nothing"),
        ]

    def __str__(self) -> str:
        return self.who
