"""What was just read loses the names that were erased here. For actions only, inside their transaction."""

from django.db import models

from semailles.core.veiling import BLANK, Veil, veil_of
from semailles.engines.words import fold
from semailles.intake.models import DocumentVersion, Idea, Mention, Origin, Passage
from semailles.intake.models.documents import Excerpt
from semailles.workshop.models import Initiative


def veil_version(version: DocumentVersion) -> None:
    veil = veil_of(version.initiative.public_id)
    if veil:
        veil_passages(version.initiative, veil, version=version)
        veil_ideas(Idea.objects.of(version.initiative).filter(sources__passage__version=version).distinct(), veil)
        _veil_origins(version, veil)


def veil_passages(initiative: Initiative, veil: Veil, *, version: DocumentVersion | None = None) -> int:
    """Names leave the passages, and each excerpt says again exactly what its passage says. Gives how many passages said one."""
    passages = Passage.objects.of(initiative)
    changed = [one for one in (passages.filter(version=version) if version else passages).iterator() if _is_veiled(one, veil)]
    Passage.objects.bulk_update(changed, ["text", "path", "cells"], batch_size=200)
    texts = {one.pk: one.text for one in changed}
    for kind in Excerpt.__subclasses__():
        rows = list(kind.objects.of(initiative).filter(passage__in=texts))
        names = _texts_of(kind)
        for row in rows:
            for name in names:
                setattr(row, name, veil(getattr(row, name)))
            row.quote = texts[row.passage_id][row.start : row.end]
        kind.objects.bulk_update(rows, names, batch_size=200)
    _forget_who_is_named(initiative, texts)
    return len(changed)


def _texts_of(kind: type[Excerpt]) -> list[str]:
    """The quote, and what else was read there: the surface of a claim, the label of a line."""
    fields = kind._meta.concrete_fields  # noqa: SLF001 - Django gives its description of a model no other name
    return [field.name for field in fields if isinstance(field, models.CharField | models.TextField) and not field.choices]


def _is_veiled(passage: Passage, veil: Veil) -> bool:
    before = (passage.text, passage.path, passage.cells)
    passage.text, passage.path, passage.cells = (veil.within(value) for value in before)
    return before != (passage.text, passage.path, passage.cells)


def _forget_who_is_named(initiative: Initiative, texts: dict[int, str]) -> None:
    """Nobody is named by blanks."""
    named = Mention.objects.of(initiative).filter(passage__in=texts, quote__contains=BLANK)
    Mention.objects.filter(pk__in=[one.pk for one in named]).delete()


def veil_ideas(ideas: "models.QuerySet[Idea, Idea]", veil: Veil) -> None:
    """Words by which an idea was found, and that it no longer says, go with the name."""
    changed = [idea for idea in ideas.iterator() if _is_idea_veiled(idea, veil)]
    for idea in changed:
        said = fold(f"{idea.title} {idea.text}")
        idea.cues = [cue for cue in idea.cues if not cue[1] or fold(str(cue[1])) in said]
    Idea.objects.bulk_update(changed, ["title", "text", "cues"], batch_size=200)


def _is_idea_veiled(idea: Idea, veil: Veil) -> bool:
    before = (idea.title, idea.text)
    idea.title, idea.text = veil(idea.title), veil(idea.text)
    return before != (idea.title, idea.text)


def _veil_origins(version: DocumentVersion, veil: Veil) -> None:
    signed = list(Origin.objects.of(version.initiative).filter(idea__sources__passage__version=version).distinct())
    for origin in signed:
        origin.author = veil(origin.author)
    Origin.objects.bulk_update(signed, ["author"], batch_size=200)
