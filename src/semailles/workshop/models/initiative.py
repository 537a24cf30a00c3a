"""The initiative, who works in it, and how it looks at its territory: teams, themes, axes."""

from zoneinfo import available_timezones

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from semailles.core.models import Person
from semailles.workshop.enums import AxisKind, Role, Scale
from semailles.workshop.ownership import Editable, Owned, Revised, not_before


def known_time_zone(name: str) -> None:
    if name not in available_timezones():
        raise ValidationError(gettext("« %(name)s » is no time zone. Write for instance Europe/Paris.") % {"name": name})


class Initiative(Revised):
    """One synthesis of one workshop, on one territory."""

    public_id = models.UUIDField(unique=True)
    name = models.CharField(max_length=300)
    slug = models.SlugField(max_length=80, unique=True, editable=False)  # in its address, on an instance
    territory = models.CharField(max_length=300, blank=True)
    lang = models.CharField(max_length=2, choices=[("fr", "français"), ("en", "English")], default="fr")
    time_zone = models.CharField(max_length=60, default="Europe/Paris", validators=[known_time_zone])
    starts_on = models.DateField(null=True, blank=True)
    deadline_on = models.DateField(null=True, blank=True)
    deadline_reason = models.CharField(max_length=300, blank=True)
    notice = models.CharField(max_length=500, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True, editable=False)  # on an instance: read, and changed no more, since then
    taken_frame = models.JSONField(
        default=dict, blank=True, editable=False
    )  # demarche.toml as it was last taken: tells what changed in it since

    class Meta:
        constraints = [
            not_before("deadline_on", "starts_on", name="a_deadline_after_the_start", sentence=_("The deadline is before the start.")),
        ]

    def __str__(self) -> str:
        return self.name


class Membership(Owned):
    """What a person may do in one initiative."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=20, choices=Role)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["initiative", "person", "role"], name="one_membership_a_role")]

    def __str__(self) -> str:
        return f"{self.person}, {self.role}"


class Team(Owned, Revised):
    """One of the workshop's teams; its name is its folder's, verbatim. The team without a folder holds the files at the root."""

    public_id = models.UUIDField()
    folder = models.CharField(max_length=300, blank=True)
    regard = models.CharField(max_length=300, blank=True)
    letter = models.CharField(max_length=3, blank=True)  # given when its first document comes, kept for ever

    class Meta:
        ordering = ["folder"]
        constraints = [models.UniqueConstraint(fields=["initiative", "folder"], name="one_team_a_folder")]

    def __str__(self) -> str:
        return self.regard or self.folder or gettext("no team")


class Theme(Editable):
    """A subject. Given by people, or found among the ideas; set aside, never deleted."""

    title = models.CharField(max_length=300)
    words = models.JSONField(default=list, blank=True)
    is_given = models.BooleanField(default=False)

    class Meta(Editable.Meta):
        ordering = ["rank", "id"]
        constraints = [*Editable.Meta.constraints, models.UniqueConstraint(fields=["initiative", "title"], name="one_theme_a_title")]

    def __str__(self) -> str:
        return self.title


class Axis(Editable):
    """One line of the vision, or of the strategy, at one scale of the territory."""

    text = models.CharField(max_length=500)
    kind = models.CharField(max_length=20, choices=AxisKind, default=AxisKind.STRATEGY)
    scale = models.CharField(max_length=20, choices=Scale, blank=True)

    class Meta(Editable.Meta):
        ordering = ["rank", "id"]
        verbose_name_plural = "axes"
        constraints = [*Editable.Meta.constraints, models.CheckConstraint(condition=~Q(text=""), name="an_axis_says_something")]

    def __str__(self) -> str:
        return self.text
