"""The ideas found, where they were said, and what people did of them."""

from typing import Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from semailles.core.models import Person
from semailles.engines.covers import HIDDEN_COLUMN, HIDDEN_ROW, HIDDEN_SHEET
from semailles.intake.enums import OUT, WAITING, IdeaKind, IdeaState
from semailles.intake.models.documents import IN_ORDER, Excerpt, Passage
from semailles.workshop.models import Team
from semailles.workshop.ownership import Owned, OwnedQuerySet

ANY_HIDDEN_COLUMN = HIDDEN_COLUMN.partition("é")[0]  # as the database writes it, before its first accent


def kept(idea: str = "") -> Q:
    """People kept it, or another that speaks for it. `idea`: the path to it, « idea__ », from rows that lean on it."""
    return Q(**{f"{idea}state": IdeaState.KEPT}) | Q(**{f"{idea}state": IdeaState.MERGED, f"{idea}merged_into__state": IdeaState.KEPT})


class IdeaQuerySet(OwnedQuerySet):
    def told(self) -> Self:
        """What people decided: ideas kept, the duplicates that these speak for, and what was set aside with its reason, unless a workbook hides it."""
        hidden = Q(passage__path__0__in=(HIDDEN_SHEET, HIDDEN_ROW)) | Q(passage__cells__icontains=ANY_HIDDEN_COLUMN)
        is_hidden = Exists(Source.objects.filter(hidden, idea=OuterRef("pk")))
        return self.filter(kept() | (Q(state=IdeaState.SET_ASIDE) & ~is_hidden))

    def current(self) -> Self:
        """Ideas that stand: said by the latest version of a document, or touched by people; not set aside, nor said by another idea."""
        return self.exclude(state__in=OUT).filter(Q(state=IdeaState.KEPT) | Q(is_said=True) | Q(is_edited=True))

    def sortable(self) -> Self:
        """What there is to sort, and what was sorted: without the suggestions that no document says any more."""
        return self.exclude(state__in=WAITING, is_said=False, is_edited=False)

    def voiced(self) -> Self:
        """Ideas that stand, and their duplicates: a team that said the same thing as another has said it."""
        gone = Q(state=IdeaState.MERGED, merged_into__state__in=OUT)
        touched = Q(state__in=(IdeaState.KEPT, IdeaState.MERGED)) | Q(is_said=True) | Q(is_edited=True)
        return self.exclude(state__in=(IdeaState.SPLIT, IdeaState.SET_ASIDE)).exclude(gone).filter(touched)

    def foreign(self, lang: str) -> Self:
        """Said in another language than this one."""
        return self.exclude(lang__in=("", lang))


class Idea(Owned):
    """A candidate: title, text, kind, and why the machine suggests it. Its sources hold the exact words."""

    public_id = models.UUIDField()
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="ideas")
    number = models.PositiveIntegerField(
        null=True, blank=True
    )  # its rank in its team, once given never changed: what is written on paper stays true
    title = models.CharField(max_length=300)
    text = models.TextField()
    kind = models.CharField(max_length=20, choices=IdeaKind)
    lang = models.CharField(max_length=2, blank=True)
    translated_title = models.CharField(
        max_length=300, blank=True
    )  # by hand, in the language of the initiative, for an idea said in another
    score = models.FloatField()
    cues = models.JSONField(default=list, blank=True)
    state = models.CharField(max_length=20, choices=IdeaState, default=IdeaState.SUGGESTED)
    set_aside_reason = models.CharField(max_length=500, blank=True)
    merged_into = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="duplicates")
    split_from = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="parts")
    queue_rank = models.PositiveIntegerField(default=0)  # of what was put off: in that order, after all the others
    is_edited = models.BooleanField(default=False)  # people wrote its title or its text: no later run does
    revision = models.PositiveIntegerField(default=0)
    is_said = models.BooleanField(default=True)  # by the version that counts of a document; set as documents are received

    objects = IdeaQuerySet.as_manager()  # type: ignore[misc]  # its own vocabulary over that of every owned row

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["initiative", "public_id"], name="one_idea_an_id"),
            models.UniqueConstraint(fields=["team", "number"], name="one_idea_a_mark"),
            models.CheckConstraint(
                condition=~Q(state=IdeaState.SET_ASIDE) | ~Q(set_aside_reason=""),
                name="an_idea_set_aside_says_why",
                violation_error_message=_("Say in a few words why this is set aside."),
            ),
            models.CheckConstraint(
                condition=Q(state=IdeaState.MERGED, merged_into__isnull=False) | (~Q(state=IdeaState.MERGED) & Q(merged_into=None)),
                name="a_duplicate_says_of_what",
            ),
            models.CheckConstraint(condition=~Q(merged_into=F("id")), name="no_idea_is_its_own_duplicate"),
        ]
        indexes = [
            models.Index(fields=["initiative", "team", "number", "state", "is_said"], name="ideas_by_mark"),
            models.Index(fields=["initiative", "-score", "state", "is_said"], name="ideas_by_score"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_foreign(self) -> bool:
        """Said in another language than the initiative's."""
        return self.lang not in ("", self.initiative.lang)

    @property
    def comparable(self) -> str:
        """What tells it from the others: its title in the language of all when somebody wrote one, else its own words."""
        return self.translated_title or self.text


class Gesture(Owned):
    """What one person did to one or several ideas at once, with what each was before and after: it is undone whole."""

    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    verb = models.CharField(max_length=40)
    before = models.JSONField()  # fields by key of the idea
    after = models.JSONField()
    born = models.JSONField(default=list)  # keys of the ideas that it made
    is_undone = models.BooleanField(default=False)

    class Meta:
        ordering = ["-id"]
        indexes = [models.Index(fields=["initiative", "by", "is_undone", "-id"], name="gestures_to_undo")]

    def __str__(self) -> str:
        return self.verb


class Source(Excerpt):
    """Where an idea was said."""

    idea = models.ForeignKey(Idea, on_delete=models.CASCADE, related_name="sources")
    passage = models.ForeignKey(Passage, on_delete=models.PROTECT, related_name="sources")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["idea", "passage", "start"], name="a_source_stands_once"),
            models.CheckConstraint(condition=IN_ORDER, name="a_source_has_words"),
        ]
