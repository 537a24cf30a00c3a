"""How somebody is written."""

from collections.abc import Iterable
from uuid import UUID

from django.utils import translation
from django.utils.translation import gettext as _

from semailles.core.models import Person, PersonalLink
from semailles.core.veiling import SHORTEST, written
from semailles.workshop.models import Actor, Initiative, Place

TITLES = frozenset(
    {"m", "mr", "mme", "mmes", "mlle", "madame", "monsieur", "mademoiselle", "dr", "docteur", "maitre", "me", "mrs", "ms", "miss"}
)


def names_of_actor(actor: Actor, also: Iterable[str] = ()) -> tuple[str, ...]:
    """Every spelling, those of the actors merged into it, `also` what somebody gives, and the family name alone where nobody else bears it."""
    return _with_family_names([actor.name, *actor.also_written, *also], actor.initiative, but=actor)


def names_of_person(person: Person, initiative: Initiative, also: Iterable[str] = ()) -> tuple[str, ...]:
    """Also by the addresses of their account, and to which links of theirs were sent."""
    sent_to = PersonalLink.objects.of(initiative.public_id).filter(person=person).exclude(sent_to="").values_list("sent_to", flat=True)
    return _with_family_names([person.name, *([person.email] if person.email else []), *sent_to, *also], initiative, but=None)


def pseudonym(public_id: UUID, lang: str) -> str:
    with translation.override(lang):
        return _("Erased person %(code)s") % {"code": public_id.hex[:4]}


def _with_family_names(names: Iterable[str], initiative: Initiative, *, but: Actor | None) -> tuple[str, ...]:
    given = [name for name in names if written(name)]
    every = [*given, *(form for name in given for form in _forms(name))]
    last = [_bare(name)[-1] for name in given if "@" not in name and len(written(name).split()) > 1]
    borne = _words_of_others(initiative, every, but)
    return tuple(dict.fromkeys([*every, *(name for name in last if len(name) > SHORTEST and name not in borne)]))


def _forms(name: str) -> list[str]:
    """Without « Mme » before it, and the family name first."""
    bare = _bare(name)
    return [" ".join(bare), " ".join([bare[-1], *bare[:-1]])] if len(bare) > 1 and "@" not in name else []


def _bare(name: str) -> list[str]:
    words = written(name).split()
    return words[next((rank for rank, word in enumerate(words) if word not in TITLES), 0) :]


def _words_of_others(initiative: Initiative, names: Iterable[str], but: Actor | None) -> set[str]:
    """Words of the names of other actors and of places: said alone, they may be theirs."""
    mine = {written(name) for name in names}
    actors = Actor.objects.of(initiative).exclude(pk=but.pk if but else None).exclude(merged_into=but or -1)
    others = [*actors.values_list("name", flat=True), *Place.objects.of(initiative).values_list("name", flat=True)]
    return {word for name in others if written(name) not in mine for word in written(name).split()}
