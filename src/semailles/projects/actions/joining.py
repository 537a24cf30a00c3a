"""Accepting an invitation, with the project that was entrusted by it."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from semailles.core.models import Person, PersonalLink
from semailles.core.permits import require
from semailles.projects.actions.holding import let_hold
from semailles.projects.models import Project
from semailles.workshop.actions.inviting import accept_invitation
from semailles.workshop.models import Initiative


@transaction.atomic
def join(link: PersonalLink, *, on: date, by: Person) -> Initiative:
    """A project that was dropped since, or merged, is no longer entrusted: the role stays."""
    require(not by.is_visitor and link.is_standing(timezone.now()), by=by)
    initiative = accept_invitation(link, on=on, by=by)
    if link.subject_kind == "Project":
        project = Project.objects.of(initiative).filter(public_id=link.subject_id, set_aside_on=None, merged_into=None).first()
        if project is not None:
            let_hold(project, by, on=on, by=link.given_by)
    return initiative
