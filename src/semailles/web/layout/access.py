"""Deny by default: a view answers only through the rule that it names."""

from collections.abc import Callable
from typing import Any, TypeVar

from semailles.core.models import Person
from semailles.workshop.models import Initiative

Rule = Callable[[Person, Initiative], bool]
View = TypeVar("View", bound=Callable[..., Any])


def asks(rule: Rule) -> Callable[[View], View]:
    """Mark a view with the rule that opens it; `PresenceMiddleware` refuses the others."""

    def marked(view: View) -> View:
        view.rule = rule  # type: ignore[attr-defined]  # a function carries what is hung on it
        return view

    return marked


def everybody(person: Person, initiative: Initiative) -> bool:
    """For pages that tell nothing about an initiative."""
    return True
