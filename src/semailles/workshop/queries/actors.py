"""Actors as they are written."""

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID, uuid4

from django.db.models import Q
from django.utils.translation import ngettext

from semailles.core.identifiers import actor_id, named
from semailles.engines.words import fold
from semailles.workshop.engaging import Commitment
from semailles.workshop.models import Actor, Contact, Initiative, Likeness, Mandate, Spelling
from semailles.workshop.money import FundingLine


def by_spelling(initiative: Initiative, names: Iterable[str]) -> dict[str, Actor]:
    """Of these names, folded, the actors who bear them: by their own name, or by a spelling that is theirs alone. At most three queries."""
    wanted = {fold(name) for name in names}
    if not wanted:
        return {}
    owners: dict[str, set[int]] = defaultdict(set)
    for actor, into, text in Spelling.objects.of(initiative).values_list("actor", "actor__merged_into", "text"):
        if (written := fold(text)) in wanted:
            owners[written].add(into or actor)
    found = {text: actors.pop() for text, actors in owners.items() if len(actors) == 1}
    for actor, name in Actor.objects.of(initiative).order_by("-pk").values_list("pk", "name"):
        if (written := fold(name)) in wanted:
            found[written] = actor
    actors_found = Actor.objects.of(initiative).select_related("merged_into").in_bulk(set(found.values()))
    return {text: actors_found[actor].stands_as for text, actor in found.items()}


def contacts_of(actor: Actor) -> list[Contact]:
    """Those of the actors merged into it too."""
    ones = Q(actor=actor) | Q(actor__merged_into=actor)
    return list(Contact.objects.of(actor.initiative).filter(ones).select_related("actor"))


def pinned_spellings(initiative: Initiative) -> dict[str, Actor]:
    """Folded text → the actor whose it is, as people said; the one that stands for it.

    Of two actors told apart by one spelling, the others stay where they are too: words as close to it would follow it otherwise.
    """
    rows = list(Spelling.objects.of(initiative).pinned().select_related("actor__merged_into"))
    pins = {fold(row.text): row.actor.stands_as for row in rows}
    concerned = {key for row in rows for key in (row.actor_id, row.came_from_id) if key}
    told = Actor.objects.of(initiative).filter(pk__in=concerned).select_related("merged_into").prefetch_related("spellings")
    for actor in told if concerned else ():
        for text in (actor.name, *(spelling.text for spelling in actor.spellings.all())):
            pins.setdefault(fold(text), actor.stands_as)
    return pins


def free_id(initiative: Initiative, name: str) -> UUID:
    """That of the name, unless an actor who has changed names since was born under it."""
    taken = Actor.objects.of(initiative).filter(public_id=actor_id(name)).exists()
    return named("actor", name, str(uuid4())) if taken else actor_id(name)


def likenesses(initiative: Initiative) -> list[Likeness]:
    """Pairs on which people are still to be asked, both of them standing."""
    standing = Actor.objects.of(initiative).standing()
    asked = Likeness.objects.of(initiative).filter(is_told_apart=False, actor__in=standing, into__in=standing)
    return list(asked.select_related("actor", "into"))


def engagements_of(actor: Actor) -> list[str]:
    """What people wrote that leans on this actor, or on those merged into it, in words: « 1 commitment », « 2 mandates »."""
    ones = Actor.objects.of(actor.initiative).filter(Q(pk=actor.pk) | Q(merged_into=actor))
    commitments, fundings, mandates = (
        sum(model.objects.of(actor.initiative).filter(actor__in=ones, set_aside_on=None).count() for model in models)
        for models in (Commitment.__subclasses__(), FundingLine.__subclasses__(), [Mandate])  # of the process, and of each project
    )
    contacts = Contact.objects.of(actor.initiative).filter(actor__in=ones).count()
    said = (
        (commitments, ngettext("%(n)d commitment", "%(n)d commitments", commitments)),
        (fundings, ngettext("%(n)d resource of the budget", "%(n)d resources of the budget", fundings)),
        (mandates, ngettext("%(n)d mandate", "%(n)d mandates", mandates)),
        (contacts, ngettext("%(n)d contact", "%(n)d contacts", contacts)),
    )
    return [words % {"n": count} for count, words in said if count]
