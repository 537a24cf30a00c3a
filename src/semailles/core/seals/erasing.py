"""Taking a value out of seals, in sight: the chain holds, and says which values went."""

from semailles.core.journal import Subject
from semailles.core.models import Person, Seal
from semailles.core.seals.sealing import seal
from semailles.core.seals.verifying import ERASED
from semailles.core.veiling import Veil


def erase_from_seals(veil: Veil, *, initiative: Subject, by: Person) -> list[str]:
    """Values in which the veil finds a name lose it, and their salt with it. « 3 label » of each."""
    gone = [name for link in Seal.objects.of(initiative.public_id).order_by("rank") for name in _erased(link, veil)]
    if gone:
        seal(ERASED, initiative, {"values": gone}, by=by, initiative=initiative)
    return gone


def _erased(link: Seal, veil: Veil) -> list[str]:
    masked = {name: veil.within(value) for name, (value, _salt) in link.told.items()}
    changed = [name for name, (value, _salt) in link.told.items() if masked[name] != value]
    if changed:
        told = {name: (masked[name], "" if name in changed else salt) for name, (_value, salt) in link.told.items()}
        Seal.objects.filter(pk=link.pk).update(told=told)
    return [f"{link.rank} {name}" for name in changed]
