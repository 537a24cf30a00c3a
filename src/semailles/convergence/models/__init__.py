"""Families of ideas, what people corrected in them, the maps proposed to them, and the words that they made equal."""

from semailles.convergence.models.corrections import Correction, CorrectionQuerySet
from semailles.convergence.models.families import Family, FamilyMember, FamilyMemberQuerySet, FamilyQuerySet
from semailles.convergence.models.proposals import Proposal, ProposedChange, ProposedChangeQuerySet
from semailles.convergence.models.relations import Chain, ChainIdea, JudgedQuerySet, Tension
from semailles.convergence.models.vocabulary import Equivalence, EquivalenceQuerySet

__all__ = [
    "Chain",
    "ChainIdea",
    "Correction",
    "CorrectionQuerySet",
    "Equivalence",
    "EquivalenceQuerySet",
    "Family",
    "FamilyMember",
    "FamilyMemberQuerySet",
    "FamilyQuerySet",
    "JudgedQuerySet",
    "Proposal",
    "ProposedChange",
    "ProposedChangeQuerySet",
    "Tension",
]
