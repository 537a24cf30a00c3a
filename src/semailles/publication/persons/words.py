"""What the tables that may name somebody are called."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from semailles.core.journal.words import kind_name

SIGNED = _("texts signed by a personal link")
NAMES = {
    "Authenticator": _("second proofs of the account"),
    "Deposit": _("deposits of files"),
    "EmailAddress": _("addresses of the account"),
    "FormDraft": _("drafts of forms"),
    "Gesture": _("gestures of sorting"),
    "Holding": _("projects held"),
    "MaturityStep": _("steps of maturity"),
    "Membership": _("roles"),
    "Mute": _("subjects to hear no more of"),
    "Notice": _("notices"),
    "NoticeChoice": _("choices of notices"),
    "SocialAccount": _("identities elsewhere"),
    "UserSession": _("sessions"),
    "Claim": _("commitments said by documents"),
    "Comment": _("remarks"),
    "Contact": _("contacts"),
    "Contribution": _("ideas proposed by the public"),
    "Event": _("lines of the journal"),
    "Figure": _("figures"),
    "LedgerLine": _("lines of a budget"),
    "Mention": _("mentions of an actor"),
    "Origin": _("ideas of another platform"),
    "Passage": _("passages of documents"),
    "PersonalLink": _("personal links"),
    "PlaceMention": _("mentions of a place"),
    "Question": _("questions"),
    "Remark": _("remarks read in documents"),
    "Seal": _("seals"),
    "SectionDraft": _("texts that wait"),
    "SectionVersion": _("texts that people wrote"),
    "SheetStatement": _("sentences of sheets"),
    "Source": _("sources of ideas"),
    "Spelling": _("spellings of an actor"),
}


def table_name(model: type[models.Model]) -> str:
    name = model.__name__
    return str(NAMES[name]) if name in NAMES else kind_name(name) or str(_("other rows"))
