"""Who acts in Semailles."""

import uuid
from functools import cache
from typing import ClassVar

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils import translation
from django.utils.translation import gettext_lazy as _

SOMEBODY = _("Somebody on this machine")  # the one person of a workspace, until a name is given


class PersonManager(BaseUserManager["Person"]):
    """Also what signing in looks people up with."""


class Person(AbstractBaseUser):
    """Somebody who acts in Semailles. In local mode there is one, who holds every right; an instance knows many.

    Who has no e-mail has no account: a name in the journal, somebody who answered by a personal link.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(max_length=200)
    is_local = models.BooleanField(default=False)
    email = models.EmailField(max_length=254, unique=True, null=True, blank=True)
    proved_at = models.DateTimeField(null=True, blank=True)  # when the owner of this address first came by a way that nobody else has
    lang = models.CharField(max_length=2, blank=True)  # of what is sent to them; the initiative's otherwise
    is_active = models.BooleanField(default=True)
    is_administrator = models.BooleanField(default=False)  # of the instance: opens initiatives, invites their first coordinators

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    objects = PersonManager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["is_local"], condition=models.Q(is_local=True), name="one_local_person")]

    def __str__(self) -> str:
        return str(SOMEBODY) if self.is_local and self.name in _in_each_language() else self.name

    @property
    def is_visitor(self) -> bool:
        """Nobody that the database knows: somebody who reads without having signed in."""
        return self._state.adding


@cache
def _in_each_language() -> frozenset[str]:
    """How somebody without a name was called in the language of the first run."""
    found = set()
    for lang, _name in settings.LANGUAGES:
        with translation.override(lang):
            found.add(str(SOMEBODY))
    return frozenset(found)
