"""`semailles digest DIR`: mails to each person of an instance what waits for them, once; called by the machine's own clock (cron)."""

import argparse
from gettext import gettext as _
from gettext import ngettext

from semailles.cli.instance import open_instance
from semailles.cli.terminal import say, say_json


def digest(arguments: argparse.Namespace, lang: str) -> int:
    open_instance(arguments, lang)
    from semailles.core.enums import MailedHow
    from semailles.publication.narrowing import narrowed_for
    from semailles.workshop.letters import mail_letters

    sent = mail_letters(MailedHow.NOW if arguments.now else MailedHow.DIGEST, narrowed=narrowed_for)
    if arguments.json:
        say_json({"ok": True, "letters": sent})
    else:
        say(ngettext("%(n)d letter sent.", "%(n)d letters sent.", sent) % {"n": sent} if sent else _("Nothing waits to be mailed."))
    return 0
