"""From paper to passages: documents and their versions, what was read in them, and the ideas found."""

from semailles.intake.models.contributions import Contribution, ContributionQuerySet, Welcome
from semailles.intake.models.deposits import Deposit, DepositedFile
from semailles.intake.models.documents import Document, DocumentVersion, Excerpt, Passage
from semailles.intake.models.findings import Claim, Figure, LedgerLine, Mention, PlaceMention, Remark
from semailles.intake.models.ideas import Gesture, Idea, IdeaQuerySet, Source
from semailles.intake.models.origins import Origin

__all__ = [
    "Claim",
    "Contribution",
    "ContributionQuerySet",
    "Deposit",
    "DepositedFile",
    "Document",
    "DocumentVersion",
    "Excerpt",
    "Figure",
    "Gesture",
    "Idea",
    "IdeaQuerySet",
    "LedgerLine",
    "Mention",
    "Origin",
    "Passage",
    "PlaceMention",
    "Remark",
    "Source",
    "Welcome",
]
