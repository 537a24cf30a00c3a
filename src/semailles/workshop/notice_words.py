"""A notice in one sentence, the same on screen and in a mail. It names the thing and who did it, and tells nothing of what was written."""

from django.utils.translation import gettext as _

from semailles.core.enums import NoticeKind
from semailles.core.models import Notice


def notice_words(notice: Notice) -> str:
    named = {"person": notice.by.name, "thing": notice.label}
    return {
        NoticeKind.QUESTION: _("%(person)s asks you something about « %(thing)s ».") % named,
        NoticeKind.ANSWER: _("%(person)s answers what you wrote about « %(thing)s ».") % named,
        NoticeKind.REMARK: _("%(person)s remarks something on « %(thing)s », which you hold.") % named,
        NoticeKind.TEXTS: _("%(person)s wrote in « %(thing)s » at the same time as you: two texts wait to be brought together.") % named,
        NoticeKind.TASK: _("%(person)s gives you a task: « %(thing)s ».") % named,
        NoticeKind.LINK: _("%(person)s answered, by a personal link, about « %(thing)s ».") % named,
        NoticeKind.ORPHANS: _("%(thing)s no longer coordinates: the links that they gave are closed until somebody takes them over.")
        % named,
    }[NoticeKind(notice.kind)]
