"""How often the same may be done from the same place. Counted in the database: several processes count together."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from semailles.core.errors import TooMany
from semailles.core.models import Spent

HOUR = timedelta(hours=1)


@transaction.atomic
def spend(scope: str, key: str, *, limit: int, within: timedelta, now: datetime | None = None, refusal: type[TooMany] = TooMany) -> None:
    """Count one more for this key, and refuse beyond `limit` during `within`, saying when to come back. A refusal is not counted. Of the key only a keyed
    digest is kept, and no longer than `within`."""
    now = now or timezone.now()
    digest = salted_hmac(f"semailles.quotas.{scope}", key, algorithm="sha256").hexdigest()
    Spent.objects.filter(scope=scope, at__lte=now - within).delete()
    lately = list(Spent.objects.filter(scope=scope, key_digest=digest).order_by("-at").values_list("at", flat=True)[:limit])
    if len(lately) >= limit:
        raise refusal(lately[-1] + within - now)
    Spent.objects.create(scope=scope, key_digest=digest, at=now)
