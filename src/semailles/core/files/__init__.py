"""Originals, stored by content, and what becomes of them on the disk."""

from semailles.core.files.drifting import Drift, drift, is_of_a_desktop
from semailles.core.files.receiving import Limits, NoRoom, TooLarge, check_room, is_short_of_room
from semailles.core.files.storing import keep, replace, sha256, sha256_of, stored_path

__all__ = [
    "Drift",
    "Limits",
    "NoRoom",
    "TooLarge",
    "check_room",
    "drift",
    "is_of_a_desktop",
    "is_short_of_room",
    "keep",
    "replace",
    "sha256",
    "sha256_of",
    "stored_path",
]
