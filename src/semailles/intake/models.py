"""From paper to passages: documents and their versions, what was read in them, and the ideas found."""

from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from semailles.core.models import Person
from semailles.intake.enums import OUT, WAITING, BudgetPart, BudgetSide, Heading, IdeaKind, IdeaState, PassageKind, ReadStatus
from semailles.workshop.enums import FundingStatus, Level, Nature, TaxBase
from semailles.workshop.models import Actor, Place, ProcessCost, ProcessFunding, Team
from semailles.workshop.ownership import Owned, OwnedQuerySet

IN_ORDER = Q(start__gte=0) & Q(end__gt=F("start"))


class Document(Owned):
    """A file that a team left. Its path, relative to the folder, is its name for ever."""

    public_id = models.UUIDField()
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="documents")
    path = models.CharField(max_length=1000)
    is_in_folder = models.BooleanField(default=True)  # as the last run saw it; what was read in a document that is gone stays

    class Meta:
        ordering = ["path"]
        constraints = [models.UniqueConstraint(fields=["initiative", "path"], name="one_document_a_path")]

    def __str__(self) -> str:
        return self.path


class DocumentVersion(Owned):
    """The document as it was received once: its bytes are kept under their SHA-256."""

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="versions")
    sha256 = models.CharField(max_length=64)
    kind = models.CharField(max_length=20, blank=True)
    lang = models.CharField(max_length=2, blank=True)
    pages = models.PositiveIntegerField(default=0)
    status = models.CharField(max_length=20, choices=ReadStatus)
    reason = models.CharField(max_length=40, blank=True)
    detail = models.JSONField(default=dict, blank=True)
    is_latest = models.BooleanField(default=True)
    received_at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["document", "sha256"], name="a_version_comes_once"),
            models.UniqueConstraint(fields=["document"], condition=Q(is_latest=True), name="one_latest_version"),
            models.CheckConstraint(condition=Q(status=ReadStatus.READ) | ~Q(reason=""), name="unreadable_says_why"),
        ]

    def __str__(self) -> str:
        return f"{self.document} {self.sha256[:8]}"


class Passage(Owned):
    """A located block of a version, in reading order from `rank` 0."""

    version = models.ForeignKey(DocumentVersion, on_delete=models.CASCADE, related_name="passages")
    rank = models.PositiveIntegerField()
    kind = models.CharField(max_length=20, choices=PassageKind)
    text = models.TextField()
    level = models.PositiveSmallIntegerField(default=0)
    path = models.JSONField(default=list, blank=True)
    locator = models.JSONField()
    cells = models.JSONField(default=list, blank=True)  # of a table's row: [header, start, end] of each cell that is not empty

    class Meta:
        ordering = ["version_id", "rank"]
        constraints = [models.UniqueConstraint(fields=["version", "rank"], name="one_passage_a_rank")]

    def __str__(self) -> str:
        return self.text[:60]


class IdeaQuerySet(OwnedQuerySet):
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


class Excerpt(Owned):
    """Exact words of a passage: `passage.text[start:end]`."""

    passage = models.ForeignKey(Passage, on_delete=models.PROTECT, related_name="+")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    quote = models.TextField()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.quote


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


class Mention(Excerpt):
    """Where an actor is named. `actor` is empty until spellings are brought together."""

    actor = models.ForeignKey(Actor, null=True, on_delete=models.SET_NULL, related_name="mentions")
    kind = models.CharField(max_length=20)

    class Meta:
        ordering = ["id"]
        constraints = [models.CheckConstraint(condition=IN_ORDER, name="a_mention_has_words")]


class PlaceMention(Excerpt):
    place = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="mentions")

    class Meta:
        ordering = ["id"]
        constraints = [models.CheckConstraint(condition=IN_ORDER, name="a_place_mention_has_words")]


class Claim(Excerpt):
    """A passage that says how far somebody is committed; two claims may disagree, both stay."""

    surface = models.CharField(max_length=300)
    actor = models.ForeignKey(Actor, null=True, on_delete=models.SET_NULL, related_name="claims")
    role = models.CharField(max_length=20, blank=True)
    level = models.CharField(max_length=20, choices=[*Level.choices, ("décidé", "décidé")])
    weight = models.FloatField()

    class Meta:
        ordering = ["id"]
        constraints = [models.CheckConstraint(condition=IN_ORDER, name="a_claim_has_words")]


class Remark(Excerpt):
    """A sentence that is no idea and tells about one: a figure, a public, a first step, an example."""

    heading = models.CharField(max_length=20, choices=Heading)
    score = models.FloatField()

    class Meta:
        ordering = ["id"]
        constraints = [models.CheckConstraint(condition=IN_ORDER, name="a_remark_has_words")]


class LedgerLineQuerySet(OwnedQuerySet):
    def current(self) -> Self:
        """Lines of the latest version of their document."""
        return self.filter(passage__version__is_latest=True)

    def taken(self) -> Self:
        """Lines that a person took into the process budget."""
        return self.exclude(cost=None, funding=None)


class LedgerLine(Excerpt):
    """A passage of a budget of the process, as a document writes it. It counts nowhere until a person takes it."""

    side = models.CharField(max_length=20, choices=BudgetSide, blank=True)
    part = models.CharField(max_length=20, choices=BudgetPart)
    rank = models.PositiveIntegerField()
    label = models.CharField(max_length=300, blank=True)
    surface = models.CharField(max_length=300, blank=True)
    actor = models.ForeignKey(Actor, null=True, on_delete=models.SET_NULL, related_name="ledger_lines")
    amount = models.DecimalField(max_digits=12, decimal_places=2, null=True)
    tax_base = models.CharField(max_length=20, choices=TaxBase, blank=True)
    status = models.CharField(max_length=20, choices=FundingStatus, blank=True)
    nature = models.CharField(max_length=40, choices=Nature, blank=True)
    detail = models.CharField(max_length=500, blank=True)
    sure = models.JSONField(default=list)  # why this status: a code, and the words that say so
    weight = models.FloatField()  # how surely this budget is the process's own
    cost = models.ForeignKey(ProcessCost, null=True, on_delete=models.SET_NULL, related_name="read_in")
    funding = models.ForeignKey(ProcessFunding, null=True, on_delete=models.SET_NULL, related_name="read_in")

    objects = LedgerLineQuerySet.as_manager()  # type: ignore[misc]  # its own vocabulary over that of every owned row

    class Meta:
        ordering = ["passage__version__document__path", "rank"]
        constraints = [models.CheckConstraint(condition=IN_ORDER, name="a_ledger_line_has_words")]

    @property
    def name(self) -> str:
        """Who funds, as everybody calls them; what is paid for, as it is written."""
        return self.actor.name if self.actor and self.side == BudgetSide.FUNDING else self.label
