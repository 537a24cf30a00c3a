"""Files for other platforms: ideas that leave, and what of them stays behind. Nobody's name leaves in a text."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from semailles.core.errors import Refusal
from semailles.engines.exchange import decidim
from semailles.intake.enums import Platform
from semailles.intake.models import Origin
from semailles.publication.audiences import for_working_document
from semailles.publication.queries import snapshot
from semailles.publication.views import IdeaView, Snapshot
from semailles.workshop.models import Initiative

# Fields of Idea and of Origin → the column of Decidim's file that holds them.
WRITTEN_IDEA: Mapping[str, str] = {
    "title": "title/<l>",
    "text": "body/<l>",
    "lang": "title/<l>",
    "number": "body/<l>",
    "public_id": "body/<l>",
    "origin": "id",
}
WRITTEN_ORIGIN: Mapping[str, str] = {
    "external_id": "id",
    "component": "component/id",
    "url": "url",
    "author": "author/name",
    "place": "address",
    "latitude": "latitude",
    "longitude": "longitude",
}
_DECIDED = gettext_lazy("what people decided: kept, put off, set aside and why, duplicates, splits")
_GATHERED = gettext_lazy("convergences and themes")
_DRAFTED = gettext_lazy("draft sheets, with their holders, commitments, money and milestones")
_HISTORY = gettext_lazy("history")
_WHY = gettext_lazy("the kind of idea, and why it was proposed")
_THERE = gettext_lazy("theme, state, date and counters on the platform it comes from")
# … and those that no column holds, by what people call them. « » is of no interest outside the database.
DROPPED_IDEA: Mapping[str, Promise | str] = {
    "sources": gettext_lazy("sources and exact quotes"),
    "team": gettext_lazy("the team's name (its letter stays in the mark)"),
    "translated_title": gettext_lazy("the title given in the language of the others"),
    **dict.fromkeys(("families", "memberships", "corrections"), _GATHERED),
    **dict.fromkeys(("projects", "feeds"), _DRAFTED),
    **dict.fromkeys(("kind", "score", "cues"), _WHY),
    **dict.fromkeys(("state", "set_aside_reason", "merged_into", "duplicates", "split_from", "parts", "queue_rank"), _DECIDED),
    **dict.fromkeys(("is_edited", "revision", "is_said", "contributions"), _HISTORY),
    **dict.fromkeys(("id", "initiative"), ""),
}
DROPPED_ORIGIN: Mapping[str, Promise | str] = {
    **dict.fromkeys(("theme", "state", "written_at", "counts"), _THERE),
    **dict.fromkeys(("id", "initiative", "idea", "platform"), ""),
}


class NothingToExport(Refusal):
    def __init__(self, *, only_kept: bool) -> None:
        none = _("There is no idea to export: give documents first, or put back ideas that were set aside.")
        super().__init__(_("Nobody has kept an idea yet: sort them first, or leave --kept out.") if only_kept else none)


@dataclass(frozen=True, slots=True)
class Export:
    """`dropped`: what no column holds, in words; `notes`: what to know before the file is handed on."""

    content: bytes
    rows: int
    dropped: tuple[str, ...]
    notes: tuple[str, ...]


def decidim_export(initiative: Initiative, *, only_kept: bool = False) -> Export:
    """Ideas that stand, as the file of proposals that Decidim imports. `only_kept`: those that people validated."""
    with translation.override(initiative.lang):
        full = snapshot(initiative)
        working = for_working_document(full)
    ideas = [idea for idea in working.ideas if idea.is_validated or not only_kept]
    if not ideas:
        raise NothingToExport(only_kept=only_kept)
    origins = {str(origin.idea.public_id): origin for origin in Origin.objects.of(initiative).select_related("idea")}
    proposals = [_proposal(idea, origins.get(idea.id), initiative.lang) for idea in ideas]
    return Export(decidim.write(proposals), len(ideas), tuple(_dropped(origins.values())), tuple(_notes(full, ideas, proposals)))


def _dropped(origins: Collection[Origin]) -> Iterator[str]:
    """Each once, in the order of the fields."""
    labels = [*DROPPED_IDEA.values(), *(DROPPED_ORIGIN.values() if origins else ())]
    if any(origin.author and origin.platform != Platform.DECIDIM for origin in origins):
        labels.append(_("who wrote on a platform other than Decidim"))
    yield from filter(None, dict.fromkeys(map(str, labels)))


def _proposal(idea: IdeaView, origin: Origin | None, lang: str) -> decidim.Proposal:
    spoken = idea.lang if idea.lang in decidim.LANGS else lang
    signature = f"{idea.mark} · {idea.id}"
    if origin is None:
        return decidim.Proposal(idea.title, idea.text, signature, spoken)
    is_of_decidim = origin.platform == Platform.DECIDIM
    return decidim.Proposal(
        idea.title,
        idea.text,
        signature,
        spoken,
        external_id=origin.external_id if is_of_decidim else "",
        component=origin.component if is_of_decidim else "",
        url=origin.url,
        author=origin.author if is_of_decidim else "",
        address=origin.place,
        point=origin.point,
    )


def _notes(full: Snapshot, ideas: Sequence[IdeaView], proposals: Sequence[decidim.Proposal]) -> Iterator[str]:
    masked = sum((idea.title, idea.text) != (full.idea(idea.id).title, full.idea(idea.id).text) for idea in ideas)
    waiting = sum(not idea.is_validated for idea in ideas)
    signed = sum(bool(one.author) for one in proposals)
    yield _("Decidim creates each row anew, under the organisation's name: import the file once, or remove what it created first.")
    if waiting:
        yield _("Ideas that the machine only suggests, and that nobody has validated: %(n)d. With --kept, they stay here.") % {"n": waiting}
    if masked:
        yield _("Ideas in which a person or a contact is masked: %(n)d.") % {"n": masked}
    if signed:
        sentence = _("Authors named in the column author/name, which Decidim does not read: %(n)d. Remove it before others get the file.")
        yield sentence % {"n": signed}
