"""Every row of an initiative says so, and every reading starts from there."""

import uuid
from typing import TYPE_CHECKING, ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from semailles.core.audience import found_once, reads_everything

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Sentence

    from semailles.workshop.models import Initiative


MOST_KEYS = 500


class OwnedQuerySet(models.QuerySet):  # type: ignore[type-arg]  # generic over each model that uses it
    is_told_by_keys: ClassVar[bool] = (
        False  # a page asks many times which rows are told, and the answer leans on other tables: found once a page
    )

    def of(self, initiative: "Initiative") -> Self:
        """Only this initiative's rows: where every reading begins, and no further than the circle that reads may see."""
        mine = self.filter(initiative=initiative)
        if reads_everything():
            return mine
        keys = found_once((self.model, initiative.pk), lambda: self._told_keys(initiative)) if self.is_told_by_keys else None
        return mine.told() if keys is None else mine.filter(pk__in=keys)

    def readable(self) -> Self:
        return self if reads_everything() else self.told()

    def told(self) -> Self:
        """What others than the facilitator may read: everything, unless a kind of rows says less."""
        return self

    def _told_keys(self, initiative: "Initiative") -> list[int] | None:
        """Of all the initiative's rows, whatever was asked of these. None: so many that the question is shorter than its answer."""
        every = type(self)(self.model).filter(initiative=initiative)
        keys = list(every.told().order_by().values_list("pk", flat=True)[: MOST_KEYS + 1])
        return keys if len(keys) <= MOST_KEYS else None


class Owned(models.Model):
    initiative = models.ForeignKey("workshop.Initiative", on_delete=models.PROTECT, related_name="+")

    objects = OwnedQuerySet.as_manager()

    class Meta:
        abstract = True


class Revised(models.Model):
    """A row that people edit on screen: its revision goes up by one each time, so that two tabs never silently undo each other."""

    revision = models.PositiveIntegerField(default=0, editable=False)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        abstract = True


class EditableQuerySet(OwnedQuerySet):
    def standing(self) -> Self:
        """Rows that count: nobody set them aside."""
        return self.filter(set_aside_on=None)

    def set_aside(self) -> Self:
        return self.exclude(set_aside_on=None)


class Editable(Owned, Revised):
    """A row of the frame that people write, reorder and set aside with a reason; it is never deleted."""

    public_id = models.UUIDField(default=uuid.uuid4, editable=False)
    frame_key = models.CharField(max_length=700, blank=True, editable=False)  # its entry in demarche.toml, when it came from there
    rank = models.PositiveIntegerField(default=0)
    set_aside_on = models.DateField(null=True, blank=True, editable=False)
    set_aside_reason = models.CharField(max_length=500, blank=True, editable=False)

    objects = EditableQuerySet.as_manager()  # type: ignore[misc]  # its own vocabulary over that of every owned row

    class Meta:
        abstract = True
        constraints = [
            models.UniqueConstraint(fields=["initiative", "public_id"], name="one_%(class)s_an_id"),
            models.UniqueConstraint(fields=["initiative", "frame_key"], condition=~Q(frame_key=""), name="one_%(class)s_a_frame_key"),
            models.CheckConstraint(
                condition=Q(set_aside_on=None) | ~Q(set_aside_reason=""),
                name="a_%(class)s_set_aside_says_why",
                violation_error_message=_("Say in a few words why this is set aside."),
            ),
        ]

    @property
    def is_standing(self) -> bool:
        return self.set_aside_on is None


def not_before(later: str, earlier: str, *, name: str, sentence: "Sentence") -> models.CheckConstraint:
    """Two days in their order, when both are known."""
    ordered = Q(**{later: None}) | Q(**{earlier: None}) | Q(**{f"{later}__gte": models.F(earlier)})
    return models.CheckConstraint(condition=ordered, name=name, violation_error_message=sentence)
