"""Who acts in Semailles."""

import uuid

from django.db import models


class Person(models.Model):
    """Somebody who acts in Semailles. In local mode there is one, who holds every right."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(max_length=200)
    is_local = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["is_local"], condition=models.Q(is_local=True), name="one_local_person")]

    def __str__(self) -> str:
        return self.name
