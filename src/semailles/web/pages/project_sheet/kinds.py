"""The lines of a sheet, as screens know them: what hinders it, where it was done already, how it stands to others."""

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from semailles.projects.entries import EffectEntry, ExampleEntry, LinkEntry, ObstacleEntry, PictureEntry
from semailles.projects.models import Effect, Example, Obstacle, Picture, ProjectLink

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Sentence


@dataclass(frozen=True, slots=True)
class LineKind:
    """`place`: where the overview shows its lines. `is_added`: by the form of its fields alone; a picture comes with its file."""

    slug: str
    model: type[Any]
    entry: type[Any]
    fields: tuple[str, ...]
    place: str
    new: "Sentence"
    hint: "Sentence"
    is_added: bool = True


KINDS = {
    kind.slug: kind
    for kind in (
        LineKind(
            "freins",
            Obstacle,
            ObstacleEntry,
            ("obstacle", "lever", "owner", "due_on", "unblocked_when", "lifted_on"),
            "obstacles",
            _("Add an obstacle and its lever"),
            _("What hinders, what would free it, who sees to it and by when."),
        ),
        LineKind(
            "exemples",
            Example,
            ExampleEntry,
            ("where", "result", "source", "contact"),
            "examples",
            _("Add an example"),
            _("Where it was done, with which result, and who says so."),
        ),
        LineKind(
            "liens",
            ProjectLink,
            LinkEntry,
            ("kind", "other", "share", "note"),
            "links",
            _("Link it to another project"),
            _("The other sheet shows the link too, read from its side."),
        ),
        LineKind(
            "effets",
            Effect,
            EffectEntry,
            tuple(field.name for field in fields(EffectEntry)),
            "effects",
            _("Add an effect"),
            _("A range with its unit, its method and its source; or, honestly, why there is no figure yet."),
        ),
        LineKind(
            "images",
            Picture,
            PictureEntry,
            ("credit", "alt", "caption"),
            "pictures",
            _("Add a picture"),
            _("Who made it and what it shows: both are printed, and read aloud."),
            is_added=False,
        ),
    )
}
