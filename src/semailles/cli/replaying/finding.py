"""Things by the words that people know them by: never by a key of the database."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from django.utils.translation import gettext as _

from semailles.cli.replaying.script import Row
from semailles.convergence.models import Family
from semailles.core.identifiers import normalised
from semailles.core.models import Person
from semailles.intake.models import Idea
from semailles.projects.models import Project
from semailles.workshop.models import Actor, Body, Initiative
from semailles.workshop.queries.actors import by_spelling

Thing = TypeVar("Thing")


@dataclass(slots=True)
class Scene:
    """Where the gestures are done, and who does them."""

    initiative: Initiative
    by: Person
    _ideas: list[tuple[str, str, Idea]] = field(default_factory=list)

    def ideas(self, words: Iterable[str], row: Row) -> list[Idea]:
        return [self.idea(one, row) for one in words]

    def idea(self, words: str, row: Row) -> Idea:
        """By its title, or by the first words of what it says."""
        if not self._ideas:
            self._ideas = [(normalised(idea.title), normalised(idea.text), idea) for idea in Idea.objects.of(self.initiative)]
        sought = normalised(words)
        exact = [idea for title, _said, idea in self._ideas if title == sought]
        found = exact or [idea for title, text, idea in self._ideas if title.startswith(sought) or text.startswith(sought)]
        return _only(found, row, words, _("No idea says « %(words)s »."), _("Several ideas say « %(words)s »: give more of their words."))

    def family(self, idea: Idea, row: Row) -> Family:
        found: list[Family] = list(Family.objects.of(self.initiative).current().filter(ideas=idea.merged_into or idea))
        none = _("« %(words)s » stands in no convergence.")
        return _only(found, row, idea.title, none, none)

    def family_called(self, title: str) -> Family | None:
        found: Family | None = Family.objects.of(self.initiative).current().filter(title=title).first()
        return found

    def project_called(self, title: str) -> Project | None:
        found: Project | None = Project.objects.of(self.initiative).standing().filter(title=title).first()
        return found

    def project(self, title: str, row: Row) -> Project:
        found = self.project_called(title)
        if found is None:
            raise row.refusal(_("No project is called « %(title)s ».") % {"title": title})
        return found

    def is_closed(self, title: str) -> bool:
        """Dropped or merged already, by an earlier replay or by people."""
        return Project.objects.of(self.initiative).closed().filter(title=title).exists()

    def body(self, name: str, row: Row) -> Body:
        found: list[Body] = list(Body.objects.of(self.initiative).standing().filter(name=name))
        none = _("No body is called « %(words)s ».")
        return _only(found, row, name, none, none)

    def actor_called(self, name: str) -> Actor | None:
        return next(iter(by_spelling(self.initiative, [name]).values()), None)

    def actor(self, name: str, row: Row) -> Actor:
        found = self.actor_called(name)
        if found is None:
            raise row.refusal(_("No actor is called « %(name)s »: name it under [[acteur]] first.") % {"name": name})
        return found


def _only(found: list[Thing], row: Row, words: str, none: str, several: str) -> Thing:
    if len(found) != 1:
        raise row.refusal((several if found else none) % {"words": words})
    return found[0]
