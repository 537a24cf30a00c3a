"""Families of ideas, what people corrected in them, the maps proposed to them, and the words that they made equal."""

from semailles.convergence.models.corrections import Correction, CorrectionQuerySet
from semailles.convergence.models.families import Family, FamilyMember, FamilyMemberQuerySet, FamilyQuerySet
from semailles.convergence.models.proposals import Proposal, ProposedChange, ProposedChangeQuerySet
from semailles.convergence.models.vocabulary import Equivalence, EquivalenceQuerySet

__all__ = [
    "Correction",
    "CorrectionQuerySet",
    "Equivalence",
    "EquivalenceQuerySet",
    "Family",
    "FamilyMember",
    "FamilyMemberQuerySet",
    "FamilyQuerySet",
    "Proposal",
    "ProposedChange",
    "ProposedChangeQuerySet",
]
