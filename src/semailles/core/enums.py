"""Words of core that the database knows."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class JobStatus(models.TextChoices):
    WAITING = "waiting", _("waiting")
    RUNNING = "running", _("running")
    DONE = "done", _("done")
    FAILED = "failed", _("failed")


class LinkPurpose(models.TextChoices):
    """What a personal link lets somebody do without an account."""

    INVITE = "invite", _("join the initiative")
    CONTRIBUTE = "contribute", _("bring ideas")
    DEPOSIT = "deposit", _("deposit files")
    COMMENT = "comment", _("make remarks on a project")
    ANSWER = "answer", _("sign or decline a commitment")
    READ = "read", _("read one thing")
    FOLLOW = "follow", _("see what became of a contribution")


class NoticeKind(models.TextChoices):
    """What somebody is told without having looked for it."""

    QUESTION = "question", _("a question or a remark is addressed to me")
    ANSWER = "answer", _("somebody answers what I asked or remarked")
    REMARK = "remark", _("somebody remarks on a project that I hold")
    TEXTS = "texts", _("somebody wrote at the same time as I did: two texts wait to be brought together")
    TASK = "task", _("a task is given to me")
    LINK = "link", _("somebody answers by a link that I gave, or commits to a project that I hold")
    ORPHANS = "orphans", _("links of somebody who no longer coordinates wait to be taken over")


class MailedHow(models.TextChoices):
    NOW = "now", _("as soon as possible")
    DIGEST = "digest", _("in the day’s mail")
    NEVER = "never", _("never by mail")
