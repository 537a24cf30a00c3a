"""The answer of whoever was asked, by a personal link, to sign a commitment or to decline it. Whose ladder it is, its own app says."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from semailles.core import files
from semailles.core.enums import NoticeKind
from semailles.core.links import ForwardedLink, spend
from semailles.core.models import Person, PersonalLink
from semailles.core.permits import require
from semailles.engines.words import fold
from semailles.workshop.actions.climbing import take_step
from semailles.workshop.attestations import Signature, attestation
from semailles.workshop.engaging import Commitment
from semailles.workshop.entries import Proof
from semailles.workshop.enums import Level, ProofKind
from semailles.workshop.errors import ReasonMissing, WordsChanged
from semailles.workshop.ladder import AnyStep
from semailles.workshop.linked import may_answer
from semailles.workshop.models import CommitmentStep, ProcessCommitment
from semailles.workshop.notices import tell
from semailles.workshop.pledges import Pledge, pledge_to_process


@dataclass(frozen=True, slots=True)
class Answer:
    """What somebody types on the page that a link opened. `seen`: the digest of the words they read; `reason`: why they decline."""

    link: PersonalLink
    name: str
    position: str = ""
    seen: str = ""
    reason: str = ""

    @property
    def said_by(self) -> str:
        return ", ".join(part for part in (" ".join(self.name.split()), self.position.strip()) if part)[:200]


@transaction.atomic
def sign_commitment(commitment: ProcessCommitment, answer: Answer, *, on: date, by: Person) -> CommitmentStep:
    require(may_answer(by, commitment), by=by)
    step = sign(commitment, CommitmentStep, pledge_to_process(commitment), answer, on=on, by=by)
    tell(answer.link.given_by, NoticeKind.LINK, commitment, initiative=commitment.initiative, by=by)
    return step


@transaction.atomic
def decline_commitment(commitment: ProcessCommitment, answer: Answer, *, on: date, by: Person) -> CommitmentStep:
    require(may_answer(by, commitment), by=by)
    step = decline(commitment, CommitmentStep, answer, on=on, by=by)
    tell(answer.link.given_by, NoticeKind.LINK, commitment, initiative=commitment.initiative, by=by)
    return step


@transaction.atomic
def sign(commitment: Commitment, kind: type[AnyStep], pledge: Pledge, answer: Answer, *, on: date, by: Person) -> AnyStep:
    """A written commitment, shown by the text that says who signed which words, when and by which link."""
    require(may_answer(by, commitment), by=by)
    _require_named(answer, by)
    if pledge.digest != answer.seen:
        raise WordsChanged(_("The words of this commitment changed while you were reading them: read them again, then sign."))
    signature = Signature(answer.said_by, on, timezone.now())
    text = attestation(commitment.initiative, pledge, answer.link, signature)
    proof = Proof(kind=ProofKind.OTHER, reference=_reference(answer.link), sha256=files.keep(text.encode()), said_by=answer.said_by)
    return _kept(take_step(commitment, kind, Level.WRITTEN, proof, on=on, by=by), answer)


@transaction.atomic
def decline(commitment: Commitment, kind: type[AnyStep], answer: Answer, *, on: date, by: Person) -> AnyStep:
    """Nothing is asked of them any more; the reason is read by those who run the process."""
    require(may_answer(by, commitment), by=by)
    _require_named(answer, by)
    if not answer.reason.strip():
        raise ReasonMissing(_("Say in a few words why: those who asked you will know what to do next."))
    proof = Proof(reference=_reference(answer.link), said_by=answer.said_by, note=answer.reason.strip()[:500])
    return _kept(take_step(commitment, kind, Level.WITHDRAWN, proof, on=on, by=by), answer)


def _kept(step: AnyStep, answer: Answer) -> AnyStep:
    """The link has served; what it says of it is what its holder can read again."""
    spend(answer.link)
    answer.link.detail = {**answer.link.detail, "level": step.level, "step": str(step.public_id)}
    answer.link.save(update_fields=["detail"])
    return step


def _require_named(answer: Answer, by: Person) -> None:
    """Signing is writing one's own name: that of whom the link was made for, whatever stands around it."""
    wanted, typed = set(fold(by.name).split()), set(fold(answer.name).replace(",", " ").split())
    if not wanted <= typed:
        raise ForwardedLink(by.name)


def _reference(link: PersonalLink) -> str:
    return _("answer given online, personal link %(id)s") % {"id": link.public_id}
