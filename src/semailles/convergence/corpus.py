"""Texts grouped afresh, placed beside families that stand, or described as people arranged them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise

from semailles.engines.grouping import Constraints, Family, GivenTheme, Grouping, Text, group

NO_CONSTRAINTS = Constraints()


@dataclass(frozen=True, slots=True)
class Standing:
    """A family that stands already: its key, its members, the title of its theme or « »."""

    key: str
    members: tuple[str, ...]
    theme: str = ""


@dataclass(frozen=True, slots=True)
class Corpus:
    texts: tuple[Text, ...]
    lang: str = "fr"

    def group(self, given: Sequence[GivenTheme] = (), constraints: Constraints = NO_CONSTRAINTS) -> Grouping:
        return group(self.texts, given=given, constraints=constraints, lang=self.lang)

    def place(
        self, standing: Sequence[Standing], given: Sequence[GivenTheme] = (), constraints: Constraints = NO_CONSTRAINTS
    ) -> "tuple[Grouping, list[str]]":
        """The grouping, and the key of each family: « » for one that is born."""
        anchors = [family.members[0] for family in standing if family.members]
        together = [pair for family in standing for pair in pairwise(family.members)]
        apart = list(combinations(anchors, 2))
        whole = Constraints((*constraints.together, *together), (*constraints.apart, *apart))
        grouping = self.group(given, whole)
        keys = {member: family.key for family in standing for member in family.members}
        return grouping, [next((keys[member] for member in found.members if member in keys), "") for found in grouping.families]

    def describe(self, standing: Sequence[Standing], given: Sequence[GivenTheme] = ()) -> dict[str, Family]:
        """By key: the evidence of each family, as it stands."""
        wanted = {member for family in standing for member in family.members}
        rest = [Standing("", (text.id,)) for text in self.texts if text.id not in wanted]
        grouping, keys = self.place([*standing, *rest], given)
        return {key: replace(found) for key, found in zip(keys, grouping.families, strict=True) if key}
