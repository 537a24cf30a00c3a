"""data/synthese.json: the whole synthesis for machines, valid against its schema; the same input gives the same bytes."""

from collections import defaultdict
from typing import Any

from django.utils.translation import gettext as _

from semailles.publication.contradictions import contradictions
from semailles.publication.views import ExcerptView, FamilyView, IdeaView, ProjectView, Snapshot
from semailles.publication.words import explanation, reason

Tree = dict[str, Any]


def synthesis(full: Snapshot) -> Tree:
    team_ids = {team.letter: team.id for team in full.teams}
    themes = _themes_of_ideas(full)
    return {
        "format": "semailles/synthese",
        "version": 1,
        "initiative": _initiative(full),
        "teams": [
            {"id": team.id, "name": team.folder or _("no team"), "letter": team.letter, "regard": team.regard} for team in full.teams
        ],
        "documents": [_document(one, team_ids) for one in full.documents],
        "ideas": [_idea(idea, team_ids, themes) for idea in full.ideas],
        "themes": [{"id": theme.id, "title": theme.title, "ideas": list(theme.ideas)} for theme in full.themes],
        "families": [_family(family, team_ids) for family in full.families],
        "convergences": [_convergence(family, full, team_ids) for family in full.convergences],
        "actors": [_actor(actor) for actor in full.actors],
        "places": [{"id": place.id, "name": place.name, "insee": place.insee} for place in full.places],
        "projects": [_project(project) for project in full.projects],
        "budget": _budget(full),
    }


def _initiative(full: Snapshot) -> Tree:
    frame = full.frame
    return {"name": frame.name, "territory": frame.territory, "lang": frame.lang, "notice": frame.notice, "state": _("to be validated")}


def _document(one: Any, team_ids: dict[str, str]) -> Tree:
    named = {"id": one.id, "path": one.path, "sha256": one.sha256, "team": team_ids[one.letter]}
    return {**named, "kind": one.kind, "lang": one.lang, "pages": one.pages, "status": one.status, "reason": one.reason}


def _idea(idea: IdeaView, team_ids: dict[str, str], themes: dict[str, list[str]]) -> Tree:
    return {
        "id": idea.id,
        "mark": idea.mark,
        "title": idea.title,
        "text": idea.text,
        "lang": idea.lang,
        "team": team_ids[idea.letter],
        "kind": idea.kind,
        "themes": themes[idea.id],
        "places": list(idea.places),
        "actors": list(idea.actors),
        "score": idea.score,
        "reason": reason(idea),
        "validated": idea.is_validated,
        "sources": [{**_mention(source), "start": source.start, "end": source.end} for source in idea.sources],
    }


def _mention(excerpt: ExcerptView) -> Tree:
    said: Tree = {"document": excerpt.document.id, "locator": dict(excerpt.locator), "quote": excerpt.quote}
    return {**said, "hidden": str(excerpt.cover)} if excerpt.cover else said


def _family(family: FamilyView, team_ids: dict[str, str]) -> Tree:
    return {
        "id": family.id,
        "title": family.title,
        "ideas": list(family.ideas),
        "teams": [team_ids[letter] for letter in family.letters],
        "themes": [family.theme] if family.theme else [],
        "medoid": family.medoid,
        "cohesion": family.cohesion,
        "validated": family.is_validated,
        "to_place": list(family.doubtful),
    }


def _convergence(family: FamilyView, full: Snapshot, team_ids: dict[str, str]) -> Tree:
    plain = _family(family, team_ids)
    return {
        **{key: plain[key] for key in ("id", "title", "ideas", "teams", "themes")},
        "score": family.cohesion,
        "strength": family.strength,
        "beyond_chance": family.beyond_chance,
        "balance": family.balance,
        "explanation": explanation(family, full),
        "links": [{"a": link.a, "b": link.b, "score": link.score, "words": list(link.words)} for link in family.links],
        "validated": family.is_validated,
    }


def _actor(actor: Any) -> Tree:
    named = {"id": actor.id, "name": actor.name, "kind": actor.kind, "aliases": list(actor.aliases), "college": actor.college}
    return {**named, "mentions": [_mention(mention) for mention in actor.mentions]}


def _project(project: ProjectView) -> Tree:
    return {
        "id": project.id,
        "number": project.number,
        "title": project.title,
        "maturity": project.maturity,
        "convergence": project.family,
        "ideas": list(project.ideas),
        "commitments": [
            {"actor": one.actor, "role": one.role, "level": one.level, "source": _mention(one.excerpt) if one.excerpt else None}
            for one in project.commitments
        ],
        "costs": [],
        "funding": [],
        "effects": [],
        "validated": False,
    }


def _budget(full: Snapshot) -> Tree:
    found = [
        {"actor": one.actor.id, "levels": list(one.levels), "mentions": [_mention(excerpt) for excerpt in one.excerpts]}
        for one in contradictions(full)
    ]
    state = {"contradictions": found, "validated": full.balance is not None and not full.budget.is_found}
    if full.balance is None:
        return {"needs": 0, "hoped": 0, "confirmed": 0, "gap": 0, "in_kind": [], **state}
    totals = {name: float(getattr(full.balance, name)) for name in ("needs", "hoped", "confirmed", "gap")}
    return {**totals, "in_kind": [{"actor": line.label, "what": line.detail} for line in full.balance.in_kind], **state}


def _themes_of_ideas(full: Snapshot) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for theme in full.themes:
        for idea in theme.ideas:
            found[idea].append(theme.id)
    return found
