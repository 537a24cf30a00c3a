"""Deny by default: a view answers only through the rule that it names."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar, cast

from semailles.core.models import Person
from semailles.workshop.models import Initiative
from semailles.workshop.rules import may_read

Rule = Callable[[Person, Initiative], bool]
Finder = Callable[..., Any]
View = TypeVar("View", bound=Callable[..., Any])


def asks(rule: Callable[[Person, Any], bool], *, of: Finder | None = None) -> Callable[[View], View]:
    """Mark a view with the rule that opens it; `PresenceMiddleware` refuses the others. `of` finds the thing that the rule is asked of, from the
    initiative and what the address names (`layout.addressed`); without it, the rule is asked of the initiative."""

    def marked(view: View) -> View:
        view.rule, view.of = rule, of  # type: ignore[attr-defined]  # a function carries what is hung on it
        return view

    return marked


def opens(view: Callable[..., Any], person: Person, initiative: Initiative, named: Mapping[str, Any]) -> bool:
    """A thing is looked for only by those who read this initiative: to others, none is there."""
    rule, find = getattr(view, "rule", None), getattr(view, "of", None)
    if rule is None:
        return False
    if find is None:
        return cast("bool", rule(person, initiative))
    return may_read(person, initiative) and cast("bool", rule(person, find(initiative, **named)))


def everybody(person: Person, initiative: Initiative) -> bool:
    """For pages that open to a secret of their own, in their address."""
    return True


def asks_at_root(rule: Callable[[Person], bool]) -> Callable[[View], View]:
    """The same for a page of the instance itself, which stands in no initiative."""

    def marked(view: View) -> View:
        view.root_rule = rule  # type: ignore[attr-defined]  # a function carries what is hung on it
        return view

    return marked


def anybody(person: Person) -> bool:
    """For pages of the instance that tell nothing about anybody."""
    return True


def signed_in(person: Person) -> bool:
    return not person.is_visitor
