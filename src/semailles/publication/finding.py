"""Answers to a few typed words: what is called so on paper, then what holds them, narrowed and counted by facets."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from semailles.core.audience import Audience
from semailles.core.search import MOST_MATCHES, THING, Found, counted, matches, narrowed, opened, readable
from semailles.intake.models import Idea
from semailles.projects.models import Project
from semailles.publication.answering import KINDS, Answer, Beside, idea_answer, plain, sheet_answer
from semailles.workshop.models import Initiative

MARK, SHEET = (
    re.compile(r"\s*([a-z]{1,3})\s?(\d{1,5})\s*", re.IGNORECASE),
    re.compile(r"\s*(?:fiche|sheet|projet|project)?\s*(\d{1,4})\s*", re.IGNORECASE),
)
MOST_COUNTED = 500  # answers counted at each letter that is typed
FACETS = (THING, "team", "theme", "place", "state")


@dataclass(frozen=True, slots=True)
class Answers:
    """The best ones. `total`: of all that answers, these included. `is_cut`: more was found than is counted."""

    answers: tuple[Answer, ...]
    total: int
    is_cut: bool = False


@dataclass(frozen=True, slots=True)
class Looked:
    """One page of all that answers. `counts`: by facet, how many would answer under each value. `is_cut`: more was found than is counted."""

    called: tuple[Answer, ...]
    answers: tuple[Answer, ...]
    total: int
    counts: Mapping[str, "Counter[str]"]
    number: int
    pages: int
    is_cut: bool


def answers(initiative: Initiative, question: str, *, reader: Audience, limit: int) -> Answers:
    """What is called so on paper (« A12 », « fiche 4 ») comes first, then what holds the words, best first."""
    called = _called(initiative, question, reader)
    answering = matches(initiative.public_id, question, reader=reader, kinds=KINDS, limit=MOST_COUNTED)
    known = {one.key for one in called}
    told = [one for one in _told(initiative, opened(initiative.public_id, question, answering[:limit])) if one.key not in known]
    total = max(len(answering), len(called) + len(told))
    return Answers((*called, *told)[:limit], total, is_cut=len(answering) == MOST_COUNTED)


def look(initiative: Initiative, question: str, chosen: Mapping[str, str], *, reader: Audience, page: int, per_page: int) -> Looked:
    """`chosen`: by facet, the value wanted. `page` from 1; one that is not there is the nearest that is."""
    answering = matches(initiative.public_id, question, reader=reader, kinds=KINDS)
    left = narrowed(answering, chosen)
    pages = max(1, -(-len(left) // per_page))
    number = min(max(page, 1), pages)
    some = opened(initiative.public_id, question, left[(number - 1) * per_page : number * per_page])
    return Looked(
        called=() if any(chosen.values()) or number > 1 else _called(initiative, question, reader),
        answers=_told(initiative, some),
        total=len(left),
        counts=counted(answering, chosen, FACETS),
        number=number,
        pages=pages,
        is_cut=len(answering) == MOST_MATCHES,
    )


def _told(initiative: Initiative, found: Sequence[Found]) -> tuple[Answer, ...]:
    beside = Beside(initiative, found)
    return tuple(answer for one in found if (answer := beside.told(one)))


def _called(initiative: Initiative, question: str, reader: Audience) -> tuple[Answer, ...]:
    if mark := MARK.fullmatch(question):
        ideas = Idea.objects.of(initiative).select_related("team", "merged_into__team")
        rows = {str(idea.public_id): idea for idea in ideas.filter(team__letter=mark[1].upper(), number=int(mark[2]))}
        return tuple(idea_answer(rows[key], plain(rows[key].title)) for key in _readable(initiative, "idea", rows, reader))
    if sheet := SHEET.fullmatch(question):
        projects = {str(project.public_id): project for project in Project.objects.of(initiative).filter(number=int(sheet[1]))}
        return tuple(sheet_answer(projects[key], plain(projects[key].title)) for key in _readable(initiative, "project", projects, reader))
    return ()


def _readable(initiative: Initiative, kind: str, rows: Mapping[str, object], reader: Audience) -> Sequence[str]:
    """The facilitator finds what was not indexed yet too."""
    if reader == Audience.FACILITATOR or not rows:
        return list(rows)
    known = readable(initiative.public_id, kind, rows, reader=reader)
    return [key for key in rows if key in known]
