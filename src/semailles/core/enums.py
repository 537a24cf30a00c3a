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
