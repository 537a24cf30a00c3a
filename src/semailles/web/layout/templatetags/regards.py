"""How templates show what teams see: coverage in seeds, strength in a shape, places and figures in words."""

from collections.abc import Collection, Iterable

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from semailles.convergence.enums import Strength
from semailles.core.search import Piece
from semailles.publication import words
from semailles.workshop.enums import CommitmentRole

register = template.Library()
SHAPES = {Strength.STRONG: "yes", Strength.MEDIUM: "half", Strength.WEAK: "ring"}


@register.simple_tag
def cover(letters: Collection[str], teams: Collection[str]) -> SafeString:
    """One seed a team, empty where the team is silent, and the same in words."""
    seeds = format_html_join("", '<span class="{}">{}</span>', ((team.lower() if team in letters else "off", team) for team in teams))
    said = words.teams_words(len([team for team in teams if team in letters]), len(teams))
    return format_html(
        '<span class="cover"><span class="cover-seeds" aria-hidden="true">{}</span><span>{}<span class="hidden"> ({})</span></span></span>',
        seeds,
        said,
        words.listed([team for team in teams if team in letters]),
    )


@register.filter
def strength(value: str) -> SafeString:
    """« forte », with its shape: disc, lozenge, ring."""
    known = Strength(value)
    return format_html('<span class="state {}">{}</span>', SHAPES[known], known.label)


@register.filter
def nearness(score: float) -> str:
    return words.nearness(score)


@register.filter
def figure(score: float) -> str:
    return words.figure(score)


@register.filter
def level(value: str) -> str:
    """A rung of a commitment, or the status of a funding, in words."""
    return words.level_words(value)


@register.filter
def role(value: str) -> str:
    """What an actor commits itself to do, in words."""
    return str(CommitmentRole(value).label) if value in CommitmentRole.values else value


@register.filter
def capitalised(name: str) -> str:
    return words.capitalised(name)


@register.filter
def listed(items: Iterable[str]) -> str:
    """« A, B et C »."""
    return words.listed(list(items))


@register.filter
def highlighted(found: Iterable[Piece]) -> SafeString:
    """A text with what was found in it marked."""
    return format_html_join(
        "",
        "{}{}{}",
        ((SafeString("<mark>" if one.is_found else ""), one.text, SafeString("</mark>" if one.is_found else "")) for one in found),
    )
