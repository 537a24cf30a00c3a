"""Documents and their versions, and what was read in them."""

from django.db import models
from django.db.models import F, Q

from semailles.engines.covers import Cover, cover_of
from semailles.intake.enums import Diffusion, PassageKind, Platform, ReadStatus
from semailles.workshop.models import Team
from semailles.workshop.ownership import Owned

FINGERPRINT = 12  # signs of a SHA-256, enough to tell it
IN_ORDER = Q(start__gte=0) & Q(end__gt=F("start"))


def fingerprint(sha256: str, reading: int) -> str:
    return f"{sha256[:FINGERPRINT]}-{reading}" if reading > 1 else sha256[:FINGERPRINT]


class Document(Owned):
    """A file that a team left. Its path, relative to the folder, is its name for ever."""

    public_id = models.UUIDField()
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="documents")
    path = models.CharField(max_length=1000)
    is_deposited = models.BooleanField(default=False)  # given on screen: no folder is asked for it
    author = models.CharField(max_length=300, blank=True)  # in the person's own words; never printed
    dated_on = models.DateField(null=True, blank=True)
    licence = models.CharField(max_length=100, blank=True)
    diffusion = models.CharField(max_length=20, choices=Diffusion, default=Diffusion.INTERNAL)
    consent = models.CharField(max_length=500, blank=True)  # what was agreed with those who wrote it or are named in it; never printed
    is_in_folder = models.BooleanField(default=True)  # as the last run saw it; what was read in a document that is gone stays

    class Meta:
        ordering = ["path"]
        constraints = [models.UniqueConstraint(fields=["initiative", "path"], name="one_document_a_path")]

    def __str__(self) -> str:
        return self.path


class DocumentVersion(Owned):
    """The document as it was received once, and read: its bytes are kept under their SHA-256. The same bytes read again are another `reading`."""

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="versions")
    sha256 = models.CharField(max_length=64)
    reading = models.PositiveSmallIntegerField(default=1)
    edition = models.PositiveSmallIntegerField(default=0)  # of the readers that read it; 0: before editions were counted
    is_given = models.BooleanField(default=False)  # on screen: no run on an older folder brings the version before back
    kind = models.CharField(max_length=20, blank=True)
    lang = models.CharField(max_length=2, blank=True)
    pages = models.PositiveIntegerField(default=0)
    status = models.CharField(max_length=20, choices=ReadStatus)
    reason = models.CharField(max_length=40, blank=True)
    detail = models.JSONField(default=dict, blank=True)
    platform = models.CharField(max_length=40, blank=True, choices=Platform)  # whose export it is
    told = models.JSONField(default=list, blank=True)  # of its rows that could not be read: [row, RowTrouble, words]
    is_latest = models.BooleanField(default=True)
    received_at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["document", "sha256", "reading"], name="a_version_is_read_once_a_reading"),
            models.UniqueConstraint(fields=["document"], condition=Q(is_latest=True), name="one_latest_version"),
            models.CheckConstraint(condition=Q(status=ReadStatus.READ) | ~Q(reason=""), name="unreadable_says_why"),
        ]

    def __str__(self) -> str:
        return f"{self.document} {self.sha256[:8]}"

    @property
    def fingerprint(self) -> str:
        """What tells it in an address: some signs of its SHA-256, and which reading of these bytes it is."""
        return fingerprint(self.sha256, self.reading)


class Passage(Owned):
    """A located block of a version, in reading order from `rank` 0."""

    version = models.ForeignKey(DocumentVersion, on_delete=models.CASCADE, related_name="passages")
    rank = models.PositiveIntegerField()
    kind = models.CharField(max_length=20, choices=PassageKind)
    text = models.TextField()
    level = models.PositiveSmallIntegerField(default=0)
    path = models.JSONField(default=list, blank=True)
    locator = models.JSONField()
    lang = models.CharField(max_length=2, blank=True)
    cells = models.JSONField(default=list, blank=True)  # of a table's row: [header, start, end] of each cell that is not empty

    class Meta:
        ordering = ["version_id", "rank"]
        constraints = [models.UniqueConstraint(fields=["version", "rank"], name="one_passage_a_rank")]

    def __str__(self) -> str:
        return self.text[:60]

    def cover_of(self, start: int, end: int) -> Cover:
        """Under what a workbook hides these words."""
        return cover_of(self.path, self.cells, start, end)


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

    @property
    def cover(self) -> Cover:
        return self.passage.cover_of(self.start, self.end)
