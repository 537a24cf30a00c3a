"""What the seven verbs share: the initiative and its frame."""

from semailles.workshop.models.bodies import Body, Mandate
from semailles.workshop.models.calendar import Milestone, Mission, Phase
from semailles.workshop.models.commitments import CommitmentStep, ProcessCommitment
from semailles.workshop.models.contacts import Contact
from semailles.workshop.models.directory import Actor, Likeness, Place, Spelling
from semailles.workshop.models.initiative import Axis, Initiative, Membership, Team, Theme
from semailles.workshop.models.money import ProcessCost, ProcessFunding
from semailles.workshop.models.questions import Question

__all__ = [
    "Actor",
    "Axis",
    "Body",
    "CommitmentStep",
    "Contact",
    "Initiative",
    "Likeness",
    "Mandate",
    "Membership",
    "Milestone",
    "Mission",
    "Phase",
    "Place",
    "ProcessCommitment",
    "ProcessCost",
    "ProcessFunding",
    "Question",
    "Spelling",
    "Team",
    "Theme",
]
