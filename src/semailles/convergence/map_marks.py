"""What tells one state of the map from another."""

import hashlib
import json
from collections.abc import Mapping


def mark_of(place: Mapping[str, str]) -> str:
    """SHA-256 of who stands where: families by idea, whatever the order."""
    return hashlib.sha256(json.dumps(sorted(place.items())).encode()).hexdigest()
