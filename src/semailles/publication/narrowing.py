"""Names and contacts taken out of any text that a screen shows outside the facilitator's circle, as print takes them out of what it sets."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import lru_cache

from django.db.models import Count, Max, Q, Sum
from django.utils.translation import get_language

from semailles.core.audience import Audience, read_by
from semailles.core.models import Event, Person
from semailles.engines.words import fold
from semailles.intake.models import Idea, Mention, Origin, Welcome
from semailles.projects.models import Project
from semailles.publication.audiences import CONTACT, SIGNATURE, masking
from semailles.publication.queries import frame_of
from semailles.publication.signed import names_said, signatures
from semailles.publication.views import ActorView, IdeaView, PlaceView, Snapshot
from semailles.workshop.enums import ActorKind
from semailles.workshop.models import Actor, Initiative, Place, Spelling
from semailles.workshop.rules import circle_of

Mask = Callable[[str], str]
TEXTS_KEPT = 1 << 13  # labels and navigation come back on every page
_Moment = tuple[object, ...]
_known: dict[tuple[str, str], tuple[_Moment, _Moment, Mask]] = {}


def narrowing(initiative: Initiative) -> Mask:
    """Made again only when the journal has grown and somebody's name may have changed. In the language of the screen, whoever reads it."""
    with read_by(Audience.FACILITATOR):
        return _narrowing(initiative)


def narrowed_for(person: Person, initiative: Initiative, text: str) -> str:
    """As a screen would show it to them."""
    return text if circle_of(person, initiative) is Audience.FACILITATOR else narrowing(initiative)(text)


def _narrowing(initiative: Initiative) -> Mask:
    key, line = (str(initiative.public_id), get_language() or ""), _last_line(initiative)
    before, moment, mask = _known.get(key, (None, None, None))
    if mask is None or before != line:
        now = _what_names_depend_on(initiative)
        mask = mask if mask and now == moment else lru_cache(maxsize=TEXTS_KEPT)(_mask(initiative))
        _known[key] = (line, now, mask)
    return mask


def _last_line(initiative: Initiative) -> _Moment:
    lines = Event.objects.filter(initiative_id=initiative.public_id).order_by("-id")
    return lines.values_list("id", "at").first() or ()


def _what_names_depend_on(initiative: Initiative) -> _Moment:
    """Told apart by counting: six sums instead of every row; and how one may be reached."""
    persons = Count("pk", filter=Q(kind=ActorKind.PERSON))
    actors = Actor.objects.of(initiative).aggregate(
        Count("pk"), Sum("revision"), Count("merged_into"), Count("set_aside_on"), persons=persons
    )
    ideas = Idea.objects.of(initiative).aggregate(Count("pk"), Sum("revision"), Max("pk"))
    others = (model.objects.of(initiative).aggregate(Count("pk"), Max("pk")) for model in (Spelling, Mention, Origin, Place))
    return (*(tuple(found.values()) for found in (actors, ideas, *others)), _given(initiative))


def _mask(initiative: Initiative) -> Mask:
    mask, public = masking(_named(initiative)), _given(initiative)
    if not public:
        return mask
    given = re.compile("(" + "|".join(map(re.escape, public)) + ")")
    return lambda text: "".join(piece if piece in public else mask(piece) for piece in given.split(text))


def _given(initiative: Initiative) -> tuple[str, ...]:
    """Addresses and numbers that people wrote for everybody: on a sheet, as its contact; in the notice; on the public page. Longest first."""
    projects = Project.objects.of(initiative).exclude(public_contact="").order_by().values_list("public_contact", flat=True)
    said = (*projects, initiative.notice, *Welcome.objects.of(initiative).values_list("words", flat=True))
    return tuple(sorted({found for text in said for found in CONTACT.findall(text)}, key=lambda one: (-len(one), one)))


def _named(initiative: Initiative) -> Snapshot:
    """What masking asks of a snapshot: who and where is named, under which spellings, and the words that ideas use. Nothing else is read."""
    ideas = tuple(_idea(*row) for row in Idea.objects.of(initiative).order_by("pk").values_list("title", "text"))
    actors = tuple(_actors(initiative))
    places = tuple(PlaceView("", name, insee) for name, insee in Place.objects.of(initiative).values_list("name", "insee"))
    known = {fold(name) for actor in actors if not actor.is_person for name in (actor.name, *actor.aliases)}
    words = {fold(word) for name in (*known, *(place.name for place in places)) for word in name.split()}
    return Snapshot(
        frame=frame_of(initiative),
        teams=(),
        documents=(),
        ideas=ideas,
        themes=(),
        families=(),
        actors=(*actors, *_signing(initiative, known, words)),
        places=places,
        claims=(),
        projects=(),
    )


def _idea(title: str, text: str) -> IdeaView:
    return IdeaView("", "", "", title, text, "", "", 0.0, (), is_validated=False, sources=(), actors=(), places=())


def _actors(initiative: Initiative) -> Iterator[ActorView]:
    """As documents and people spell them, in every version of a document."""
    heard: dict[int, set[str]] = defaultdict(set)
    for key, quote in Mention.objects.of(initiative).exclude(actor=None).order_by().values_list("actor", "quote").distinct():
        heard[key].add(quote)
    for actor in Actor.objects.of(initiative).standing().prefetch_related("spellings", "absorbed__spellings"):
        yield ActorView("", actor.name, actor.kind, "", (*actor.also_written, *sorted(heard[actor.pk])), ())


def _signing(initiative: Initiative, known: set[str], words: set[str]) -> Iterator[ActorView]:
    """Those who signed an idea elsewhere: by their whole name and its parts, or, when it is a pseudonym, as their own idea says it."""
    for several, title, text in Origin.objects.of(initiative).exclude(author="").values_list("author", "idea__title", "idea__text"):
        for author in several.split(", "):
            if fold(author) in known:
                continue
            if SIGNATURE.fullmatch(author):
                yield ActorView("", author, ActorKind.PERSON, "", (), ())
            else:
                signed = tuple(signatures([author]))
                said = (name for one in (title, text) for name in names_said(one, signed, ordinary=words))
                yield from (ActorView("", name, ActorKind.PERSON, "", (), ()) for name in said)
