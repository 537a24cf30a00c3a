"""Mails answer each other and quote what they answer: what a thread says three times is one idea, with three sources."""

from uuid import UUID

from semailles.core.identifiers import normalised
from semailles.intake.models import DocumentVersion, Idea, Source

_MAIL = "eml"
_SHORTEST = 20  # signs: shorter words may well be said twice without being quoted


class Thread:
    """What the mails of one team already say, by their words. Of a document that is no mail: nothing."""

    def __init__(self, version: DocumentVersion) -> None:
        self._is_mail = version.kind == _MAIL
        self._said: dict[str, Idea] = {}
        if not self._is_mail:
            return
        others = Source.objects.of(version.initiative).filter(passage__version__kind=_MAIL, passage__version__is_latest=True)
        others = others.filter(idea__team=version.document.team).exclude(passage__version__document=version.document)
        for source in others.select_related("idea").order_by("passage__version__document__path", "passage__rank", "start", "id"):
            self.keep(source.quote, source.idea)

    def idea_of(self, quote: str, *, unless: UUID) -> Idea | None:
        """Unless these words bear an idea of their own already, from before: people may have sorted it."""
        idea = self._said.get(normalised(quote))
        if idea is None or Idea.objects.of(idea.initiative).filter(public_id=unless).exists():
            return None
        return idea

    def keep(self, quote: str, idea: Idea) -> None:
        if self._is_mail and len(quote) >= _SHORTEST:
            self._said.setdefault(normalised(quote), idea)
