"""People, their links, the journal, seals, jobs, texts, what can be searched, the versions that opened the database: what every other app leans on."""

from semailles.core.models.drafts import FormDraft
from semailles.core.models.erased import ErasedName
from semailles.core.models.events import Event
from semailles.core.models.finding import SearchEntry
from semailles.core.models.jobs import Job
from semailles.core.models.links import PersonalLink
from semailles.core.models.notices import Mute, Notice, NoticeChoice
from semailles.core.models.people import Person
from semailles.core.models.quotas import Spent
from semailles.core.models.releases import Release
from semailles.core.models.remembered import Remembered
from semailles.core.models.seals import Seal
from semailles.core.models.taken import TakenForm
from semailles.core.models.texts import SectionDraft, SectionVersion, TextSection

__all__ = [
    "ErasedName",
    "Event",
    "FormDraft",
    "Job",
    "Mute",
    "Notice",
    "NoticeChoice",
    "Person",
    "PersonalLink",
    "Release",
    "Remembered",
    "Seal",
    "SearchEntry",
    "SectionDraft",
    "SectionVersion",
    "Spent",
    "TakenForm",
    "TextSection",
]
