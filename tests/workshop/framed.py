"""Taking demarche.toml again and again."""

from semailles.core.models import Person
from semailles.workshop.actions import frame_initiative
from semailles.workshop.framing import read_framing
from semailles.workshop.models import Initiative, Phase


class Frame:
    """Taking a file, again and again."""

    def __init__(self, initiative: Initiative, by: Person) -> None:
        self.initiative, self.by = initiative, by

    def take(self, text: str) -> tuple[str, ...]:
        framing = read_framing(text.encode())
        return (*framing.warnings, *frame_initiative(self.initiative, framing, by=self.by))

    def phases(self) -> list[tuple[str, str]]:
        return [(phase.name, f"{phase.months.normalize():f}") for phase in Phase.objects.of(self.initiative).standing()]
