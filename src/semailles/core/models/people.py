"""Who acts in Semailles."""

import uuid
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models


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
        return self.name

    @property
    def is_visitor(self) -> bool:
        """Nobody that the database knows: somebody who reads without having signed in."""
        return self._state.adding
