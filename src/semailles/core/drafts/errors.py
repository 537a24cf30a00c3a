"""Why a draft cannot be kept here."""

from django.utils.translation import gettext as _

from semailles.core.errors import Refusal

LONGEST_DRAFT = 400_000  # signs of a form, all fields together
MOST_DRAFTS = 300  # of one person


class DraftTooLong(Refusal):
    def __init__(self, found: int) -> None:
        named = {"length": found, "most": LONGEST_DRAFT}
        super().__init__(_("This draft holds %(length)d signs, %(most)d at most: save it as a document, and cut it here.") % named)


class TooManyDrafts(Refusal):
    def __init__(self) -> None:
        super().__init__(_("You have %(most)d drafts that wait: send some, or set some aside, in « My drafts ».") % {"most": MOST_DRAFTS})
