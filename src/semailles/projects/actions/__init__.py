"""What people do with projects: take drafts up, write them, carry them. Everything done to a draft takes it up."""

from semailles.projects.actions.drafting import LEAST_SAID, MOST_DRAFTS, draft_projects
from semailles.projects.actions.taking import take_up

__all__ = ["LEAST_SAID", "MOST_DRAFTS", "draft_projects", "take_up"]
