"""What is carried: projects, their sheets, who holds them, with which money, when, where."""

from semailles.projects.models.absorptions import Absorption, AbsorptionQuerySet
from semailles.projects.models.calendar import Dependency, ProjectMilestone
from semailles.projects.models.commitments import ProjectCommitment, ProjectStep
from semailles.projects.models.drafts import SaidCommitment, SheetStatement
from semailles.projects.models.effects import Effect
from semailles.projects.models.holding import Holding
from semailles.projects.models.ladder import MaturityStep
from semailles.projects.models.money import ProjectCost, ProjectFunding
from semailles.projects.models.places import ProjectPlace
from semailles.projects.models.project import FormerFeed, Project, ProjectIdea, ProjectQuerySet
from semailles.projects.models.sheet import Comment, Example, Obstacle, Picture, ProjectLink
from semailles.projects.models.support import Offer, SupportNeed
from semailles.projects.models.work import GroupNote, ProjectMission, SavedView, WorkTask

__all__ = [
    "Absorption",
    "AbsorptionQuerySet",
    "Comment",
    "Dependency",
    "Effect",
    "Example",
    "FormerFeed",
    "GroupNote",
    "Holding",
    "MaturityStep",
    "Obstacle",
    "Offer",
    "Picture",
    "Project",
    "ProjectCommitment",
    "ProjectCost",
    "ProjectFunding",
    "ProjectIdea",
    "ProjectLink",
    "ProjectMilestone",
    "ProjectMission",
    "ProjectPlace",
    "ProjectQuerySet",
    "ProjectStep",
    "SaidCommitment",
    "SavedView",
    "SheetStatement",
    "SupportNeed",
    "WorkTask",
]
