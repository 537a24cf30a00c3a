"""The words of a form, apart from what the page itself put there. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

KEY, PAGE, TITLE = "draft_key", "draft_page", "draft_title"  # fields that the page adds to a form whose words are kept
ONCE = "sent_once"  # in every form: the same form sent twice counts once
LEFT_OUT = frozenset({KEY, PAGE, TITLE, ONCE, "csrfmiddlewaretoken"})
SECRET = ("password", "token", "otp")  # never kept, whatever the form
UNSPOKEN = frozenset({"revision", "based_on", "key"})  # kept to tell two writers apart, not to be read


@dataclass(frozen=True, slots=True)
class Typed:
    """A form as it was typed: where it stands, what it is called, its fields."""

    key: UUID
    page: str
    query: str
    title: str
    fields: Mapping[str, Sequence[str]]


def kept_fields(posted: Iterable[tuple[str, list[str]]]) -> dict[str, list[str]]:
    """What of a form may be kept: no secret, nothing that a database refuses."""
    return {name: [_whole(value) for value in values] for name, values in posted if name not in LEFT_OUT and not _is_secret(name)}


def spoken(fields: Mapping[str, Sequence[str]]) -> list[str]:
    """What a person reads of them: texts, without the page's own counters."""
    return [value for name, values in fields.items() if name not in UNSPOKEN for value in values if value.strip()]


def length(fields: Mapping[str, Sequence[str]]) -> int:
    return sum(len(value) for values in fields.values() for value in values)


def _is_secret(name: str) -> bool:
    return any(word in name.lower() for word in SECRET)


def _whole(value: str) -> str:
    return value.replace("\r\n", "\n").replace("\0", "")
