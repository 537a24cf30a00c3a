"""What the lines of the journal about the frame say."""

from django.utils.translation import gettext_lazy as _

from semailles.workshop import words
from semailles.workshop.enums import Level, Role

VERBS = {
    "added": _("added %(subject)s"),
    "brought in": _("brought %(subject)s in from a workspace"),
    "closed an initiative": _("closed %(subject)s: it is read, and changed no more"),
    "opened an initiative again": _("opened %(subject)s again"),
    "climbed": _("noted a step of the commitment %(subject)s: %(level)s"),
    "deadline set": _("set the deadline of %(subject)s"),
    "delivered": _("noted that %(subject)s was delivered"),
    "described": _("changed %(subject)s"),
    "ended": _("noted the end of %(subject)s"),
    "ended a role": _("ended the role of %(subject)s: %(role)s"),
    "erased": _("erased %(subject)s"),
    "disowned a link": _("was told that a link came to somebody else: %(subject)s"),
    "framed": _("took the frame from demarche.toml"),
    "gave a link": _("gave %(subject)s"),
    "gave a role": _("gave a role to %(subject)s: %(role)s"),
    "handed out": _("exported the contacts (%(contacts)s)"),
    "held": _("noted that %(subject)s was held"),
    "imported": _("imported actors (new: %(new)s, changed: %(changed)s)"),
    "joined": _("joined the initiative as %(role)s"),
    "invited": _("invited somebody as %(role)s"),
    "likened": _("said that %(subject)s is the same actor as « %(into)s »"),
    "minutes adopted": _("noted that the minutes of %(subject)s were adopted"),
    "moved": _("moved %(subject)s to another day"),
    "named": _("named %(subject)s"),
    "opened": _("opened %(subject)s"),
    "paid": _("noted that %(subject)s was paid"),
    "put back": _("put %(subject)s back"),
    "reordered": _("changed an order in the frame"),
    "respelt": _("said that « %(text)s », taken for %(subject)s, is « %(to)s »"),
    "sent a link": _("sent %(subject)s by mail"),
    "seated": _("said who sits with %(subject)s"),
    "set aside": _("set %(subject)s aside"),
    "status changed": _("changed the status of %(subject)s"),
    "told apart": _("said that %(subject)s and « %(other)s » are two actors"),
    "unspelt": _("said that %(subject)s is not written « %(text)s »"),
    "withdrawn": _("noted that %(subject)s was withdrawn"),
    "took a link over": _("took %(subject)s over"),
    "withdrew a link": _("withdrew %(subject)s"),
}
KINDS = words.KINDS
CHOICES = {"level": Level, "role": Role}  # kept by their key, said in the language of whoever reads
