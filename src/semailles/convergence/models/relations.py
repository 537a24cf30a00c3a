"""What ideas of several teams are to each other: chains that they fill together, pairs that may clash. Suggested by the machine, judged by people."""

from typing import Self

from django.db import models
from django.db.models import Case, IntegerField, Q, Value, When

from semailles.convergence.enums import Judgement, TensionKind
from semailles.core.models import Person
from semailles.intake.models import Idea
from semailles.workshop.ownership import Owned, OwnedQuerySet

ORDER = (Judgement.TO_CHECK, Judgement.REAL, Judgement.NOT_ONE)


class JudgedQuerySet(OwnedQuerySet):
    def told(self) -> Self:
        """Those that people hold for real."""
        return self.filter(state=Judgement.REAL)

    def current(self) -> Self:
        """Those that the ideas of today still show, or that people hold for real."""
        return self.filter(is_current=True)

    def judged(self) -> Self:
        return self.exclude(state=Judgement.TO_CHECK)

    def by_state(self) -> Self:
        """To be checked first, what is none last."""
        places = [When(state=state, then=Value(place)) for place, state in enumerate(ORDER)]
        placed: Self = self.annotate(place=Case(*places, output_field=IntegerField())).order_by("place", "rank", "pk")
        return placed


class Judged(Owned):
    """Its id comes from what it joins: what people said of it is found again by every later run."""

    public_id = models.UUIDField(editable=False)
    rank = models.PositiveIntegerField(default=0)
    is_current = models.BooleanField(default=True)
    state = models.CharField(max_length=20, choices=Judgement, default=Judgement.TO_CHECK)
    reason = models.CharField(max_length=500, blank=True)
    judged_at = models.DateTimeField(null=True, blank=True)
    judged_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    objects = JudgedQuerySet.as_manager()  # type: ignore[misc]  # its own vocabulary over that of every owned row

    class Meta:
        abstract = True
        ordering = ["rank", "id"]
        constraints = [
            models.UniqueConstraint(fields=["initiative", "public_id"], name="one_%(class)s_an_id"),
            models.CheckConstraint(condition=Q(state=Judgement.TO_CHECK) | ~Q(reason=""), name="a_judged_%(class)s_says_why"),
        ]

    @property
    def is_to_check(self) -> bool:
        return self.state == Judgement.TO_CHECK


class Chain(Judged):
    """A resource that several teams take in charge one after the other, or one place or body where each does something else.

    `key`: of the lexicon. `name`: the place or the body. `ties`: [idea, idea, [step, step], [shared words]].
    """

    key = models.CharField(max_length=40)
    name = models.CharField(max_length=300, blank=True)
    ideas = models.ManyToManyField(Idea, through="ChainIdea", related_name="+")
    ties = models.JSONField(default=list, blank=True)

    class Meta(Judged.Meta):
        pass

    def __str__(self) -> str:
        return self.name or self.key


class ChainIdea(Owned):
    """An idea at a step of a chain."""

    chain = models.ForeignKey(Chain, on_delete=models.CASCADE, related_name="places")
    idea = models.ForeignKey(Idea, on_delete=models.CASCADE, related_name="+")
    step = models.CharField(max_length=40)
    rank = models.PositiveIntegerField()

    class Meta:
        ordering = ["rank", "id"]
        constraints = [models.UniqueConstraint(fields=["chain", "idea"], name="an_idea_stands_once_in_a_chain")]

    def __str__(self) -> str:
        return f"{self.chain}: {self.idea}"


class Tension(Judged):
    """Two ideas that may not both hold. Read by the facilitator alone, never told as a fact.

    `axis`: which dispute, which opposites or which unit. `about`: words that both write. `said`: the words of each that seem to clash.
    """

    kind = models.CharField(max_length=20, choices=TensionKind)
    axis = models.CharField(max_length=40)
    first = models.ForeignKey(Idea, on_delete=models.CASCADE, related_name="+")
    second = models.ForeignKey(Idea, on_delete=models.CASCADE, related_name="+")
    about = models.JSONField(default=list, blank=True)
    said = models.JSONField(default=list, blank=True)

    class Meta(Judged.Meta):
        pass

    def __str__(self) -> str:
        """By their marks alone: the journal, which all members read, tells no more of it."""
        return " / ".join(f"{idea.team.letter}{idea.number or ''}" for idea in (self.first, self.second))
