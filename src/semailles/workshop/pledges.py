"""What somebody signs: the words of a commitment, the same on screen, on paper and in what is kept as its proof."""

import hashlib
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from semailles.workshop.engaging import Commitment
from semailles.workshop.enums import CommitmentRole

TO_PROJECT = {
    CommitmentRole.CARRIES: gettext_lazy("to carry the project « %(project)s »"),
    CommitmentRole.CO_CARRIES: gettext_lazy("to carry the project « %(project)s » with others"),
    CommitmentRole.STEERS: gettext_lazy("to steer the project « %(project)s »"),
    CommitmentRole.FUNDS: gettext_lazy("to take part in the funding of the project « %(project)s »"),
    CommitmentRole.SUPPLIES: gettext_lazy("to supply goods or services to the project « %(project)s »"),
    CommitmentRole.EXPERTISE: gettext_lazy("to bring expertise to the project « %(project)s »"),
    CommitmentRole.HOSTS: gettext_lazy("to host the project « %(project)s »"),
    CommitmentRole.AUTHORISES: gettext_lazy("to authorise the project « %(project)s »"),
    CommitmentRole.RELAYS: gettext_lazy("to relay the project « %(project)s »"),
}
TO_PROCESS = {
    CommitmentRole.CARRIES: gettext_lazy("to carry the process « %(process)s »"),
    CommitmentRole.CO_CARRIES: gettext_lazy("to carry the process « %(process)s » with others"),
    CommitmentRole.STEERS: gettext_lazy("to steer the process « %(process)s »"),
    CommitmentRole.FUNDS: gettext_lazy("to take part in the funding of the process « %(process)s »"),
    CommitmentRole.SUPPLIES: gettext_lazy("to supply goods or services to the process « %(process)s »"),
    CommitmentRole.EXPERTISE: gettext_lazy("to bring expertise to the process « %(process)s »"),
    CommitmentRole.HOSTS: gettext_lazy("to host the process « %(process)s »"),
    CommitmentRole.AUTHORISES: gettext_lazy("to authorise the process « %(process)s »"),
    CommitmentRole.RELAYS: gettext_lazy("to relay the process « %(process)s »"),
}


@dataclass(frozen=True, slots=True)
class Pledge:
    """`sentences`: what is signed, in the language of whoever reads it."""

    actor: str
    sentences: tuple[str, ...]

    @property
    def digest(self) -> str:
        """Says whether the words that are signed are those that were read."""
        return hashlib.sha256("\n".join(self.sentences).encode()).hexdigest()


def pledge_to_process(commitment: Commitment) -> Pledge:
    return pledged(commitment, TO_PROCESS[CommitmentRole(commitment.role)] % {"process": commitment.initiative.name})


def pledged(commitment: Commitment, to: str) -> Pledge:
    """`to`: « to carry the project « Cantines locales » »."""
    actor = str(commitment.actor.stands_as)
    sentences = [_("%(actor)s undertakes %(to)s.") % {"actor": actor, "to": to}]
    if commitment.scope:
        sentences.append(_("This commitment covers: %(scope)s.") % {"scope": commitment.scope.rstrip(".")})
    sentences.append(_("It may be withdrawn at any time, by a dated letter that says why; what was done before stays written."))
    return Pledge(actor, tuple(sentences))
