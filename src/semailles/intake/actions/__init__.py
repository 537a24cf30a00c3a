"""What people do with documents and ideas."""

from semailles.intake.actions.dismissing import dismiss_actor, recall_actor
from semailles.intake.actions.forgetting import drop_spelling, mend_actor
from semailles.intake.actions.merging import separate_actor, unite_actors
from semailles.intake.actions.receiving import bring_spellings_together, look_through_folder, receive_document, take_budget_lines
from semailles.intake.actions.seeking import seek_actors
from semailles.intake.actions.sorting import (
    keep_idea,
    keep_ideas,
    mark_duplicates,
    put_off,
    set_aside_ideas,
    set_idea_aside,
    take_back,
    take_back_ideas,
    undo_last,
)
from semailles.intake.actions.spelling import detach_spelling, return_spelling
from semailles.intake.actions.wording import describe_idea, split_idea, write_idea

__all__ = [
    "bring_spellings_together",
    "describe_idea",
    "detach_spelling",
    "dismiss_actor",
    "drop_spelling",
    "keep_idea",
    "keep_ideas",
    "look_through_folder",
    "mark_duplicates",
    "mend_actor",
    "put_off",
    "recall_actor",
    "receive_document",
    "return_spelling",
    "seek_actors",
    "separate_actor",
    "set_aside_ideas",
    "set_idea_aside",
    "split_idea",
    "take_back",
    "take_back_ideas",
    "take_budget_lines",
    "undo_last",
    "unite_actors",
    "write_idea",
]
