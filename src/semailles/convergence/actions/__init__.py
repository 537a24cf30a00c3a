"""What people do with convergences: the machine suggests, they correct, and what they corrected stays."""

from semailles.convergence.actions.moving import join_ideas, move_idea, part_ideas
from semailles.convergence.actions.proposing import (
    PROPOSING,
    ask_for_map,
    close_proposal,
    keep_proposal,
    leave_change,
    propose_map,
    take_change,
    take_every_change,
)
from semailles.convergence.actions.relating import judge_chain, judge_tension, keep_relations, unjudge_chain, unjudge_tension
from semailles.convergence.actions.settling import pin_idea, reopen_family, unpin_idea, validate_family
from semailles.convergence.actions.shaping import choose_theme, merge_families, quote_idea, rename_family, split_family
from semailles.convergence.actions.suggesting import keep_suggestions
from semailles.convergence.actions.undoing import undo_correction, undo_last_correction
from semailles.convergence.actions.vocabulary import confirm_equivalence, withdraw_equivalence
from semailles.convergence.actions.wall import arrange_wall
from semailles.convergence.wall import WallGroup

__all__ = [
    "PROPOSING",
    "WallGroup",
    "arrange_wall",
    "ask_for_map",
    "choose_theme",
    "close_proposal",
    "confirm_equivalence",
    "join_ideas",
    "judge_chain",
    "judge_tension",
    "keep_proposal",
    "keep_relations",
    "keep_suggestions",
    "leave_change",
    "merge_families",
    "move_idea",
    "part_ideas",
    "pin_idea",
    "propose_map",
    "quote_idea",
    "rename_family",
    "reopen_family",
    "split_family",
    "take_change",
    "take_every_change",
    "undo_correction",
    "undo_last_correction",
    "unjudge_chain",
    "unjudge_tension",
    "unpin_idea",
    "validate_family",
    "withdraw_equivalence",
]
