"""What core's lines of the journal say."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "closed an account": _("closed the account of somebody"),
    "opened an account again": _("opened the account of somebody again"),
    "ended sessions": _("ended the open sessions of somebody (%(count)s)"),
    "named an administrator": _("named somebody administrator of the instance"),
    "unnamed an administrator": _("took the administration of the instance back from somebody"),
    "changed address": _("changed the address of their account"),
    "asked for": _("asked for a piece of work: %(subject)s"),
    "erased values": _("erased values from what was sealed, at the request of somebody whom they named"),
    "erased person": _("erased what was held about somebody"),
    "kept a draft": _("wrote « %(section)s » of %(subject)s while somebody else did: the text waits to be brought together"),
    "set aside a draft": _("set aside a text written meanwhile for « %(section)s » of %(subject)s"),
    "wrote": _("wrote « %(section)s » of %(subject)s (version %(rank)s)"),
}
KINDS = {"Job": _("work"), "Person": _("person"), "PersonalLink": _("personal link")}
