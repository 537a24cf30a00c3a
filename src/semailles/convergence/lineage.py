"""The same family, run after run: an id is born with its members, carried over by overlap, never given twice."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from semailles.core.identifiers import named


def carry_over(before: Mapping[UUID, set[str]], after: Sequence[Sequence[str]], *, taken: set[UUID]) -> list[UUID]:
    """The id of each family of `after`. The pairs that share most come first; half of the old or of the new members must be common."""
    pairs: list[tuple[int, float, str, int]] = []
    for rank, members in enumerate(after):
        for public_id, old in before.items():
            common = len(old.intersection(members))
            if common and 2 * common >= min(len(old), len(members)):
                pairs.append((-common, -common / len(old.union(members)), str(public_id), rank))
    ids: dict[int, UUID] = {}
    for _, _, name, rank in sorted(pairs):
        if rank not in ids and UUID(name) not in ids.values():
            ids[rank] = UUID(name)
    used = set(taken)
    return [ids.get(rank) or born(members, used) for rank, members in enumerate(after)]


def born(members: Sequence[str], used: set[UUID]) -> UUID:
    """uuid5 of the sorted members; when a family of the past has it already, of the members and a rank."""
    rank = 0
    while (public_id := named("family", *sorted(members), *([str(rank)] if rank else []))) in used:
        rank += 1
    used.add(public_id)
    return public_id
