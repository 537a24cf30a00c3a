"""Gestures of one word on things of the frame: held, adopted, ended, delivered, paid, decided, withdrawn."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from semailles.core.models import Person
from semailles.workshop import actions
from semailles.workshop.enums import FundingStatus

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Sentence

Typed = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Gesture:
    """`fields`: what it asks, by name; `on` is a day, today unless typed otherwise."""

    slug: str
    kind: str
    said: "Sentence"
    done: "Sentence"
    fields: tuple[str, ...]
    run: Callable[[Any, Typed, Person], object]
    stops: bool = False


def _status(row: Any, typed: Typed, by: Person) -> object:
    return actions.change_status(row, FundingStatus(typed["status"]), source=typed["source"], on=typed["on"], by=by)


GESTURES = {
    (gesture.kind, gesture.slug): gesture
    for gesture in (
        Gesture(
            "terminer",
            "phases",
            _("It has ended"),
            _("Written: the phase has ended."),
            ("on",),
            lambda row, typed, by: actions.end_phase(row, on=typed["on"], by=by),
        ),
        Gesture(
            "tenir",
            "jalons",
            _("It took place"),
            _("Written: it took place."),
            ("on",),
            lambda row, typed, by: actions.mark_happened(row, on=typed["on"], by=by),
        ),
        Gesture(
            "adopter",
            "jalons",
            _("Its minutes are adopted"),
            _("Written: the minutes are adopted."),
            ("on",),
            lambda row, typed, by: actions.record_minutes(row, on=typed["on"], by=by),
        ),
        Gesture(
            "livrer",
            "missions",
            _("It is delivered"),
            _("Written: delivered."),
            ("on",),
            lambda row, typed, by: actions.deliver_mission(row, on=typed["on"], by=by),
        ),
        Gesture(
            "payer",
            "missions",
            _("It is paid"),
            _("Written: paid."),
            ("on",),
            lambda row, typed, by: actions.pay_mission(row, on=typed["on"], by=by),
        ),
        Gesture(
            "cesser",
            "mandats",
            _("The mandate ends"),
            _("Written: the mandate has ended."),
            ("on",),
            lambda row, typed, by: actions.end_mandate(row, on=typed["on"], by=by),
        ),
        Gesture(
            "statut",
            "ressources",
            _("Change how sure it is"),
            _("Written. The three readings follow."),
            ("status", "on", "source"),
            _status,
        ),
        Gesture(
            "retirer",
            "ressources",
            _("The funder withdraws"),
            _("Written. Its euros leave every total; the line stays with its reason."),
            ("reason", "on"),
            lambda row, typed, by: actions.withdraw_funding(row, typed["reason"], on=typed["on"], by=by),
            stops=True,
        ),
    )
}


def gestures_of(kind: str) -> list[Gesture]:
    return [gesture for gesture in GESTURES.values() if gesture.kind == kind]
