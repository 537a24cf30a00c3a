"""What an instance keeps about somebody with an account, for themselves: what is theirs word for word, what they did line by line.

The texts of others that name them are not here: they may speak of other people too. Those who coordinate an initiative answer for them, from its register.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from axes.models import AccessAttempt
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from semailles.core.journal import sentence_of
from semailles.core.models import Event, FormDraft, Mute, Notice, NoticeChoice, Person, PersonalLink
from semailles.publication.persons.rules import initiatives_of
from semailles.publication.persons.ties import tied_to
from semailles.workshop.models import Initiative, Mandate, Membership

Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class OwnPart:
    """`why`: what it is kept for, in one sentence. Each row says its values by what they are called."""

    name: str
    why: str
    rows: tuple[Row, ...]


def kept_about(person: Person) -> list[OwnPart]:
    """Whatever holds nothing is told too: that nothing is kept is an answer."""
    named = {one.public_id: one.name for one in Initiative.objects.all()}
    return [*_of_the_account(person), *_of_the_initiatives(person, named), *_done(person, named)]


def _of_the_account(person: Person) -> Iterator[OwnPart]:
    yield OwnPart(_("Your account"), _("to know you when you sign in, and to write to you"), (_account(person),))
    proofs = Authenticator.objects.filter(user=person).order_by("pk")
    yield OwnPart(
        _("Second proofs"),
        _("to make sure that it is you; their secrets are not shown"),
        _rows({_("kind"): one.get_type_display(), _("set up on"): one.created_at, _("last used on"): one.last_used_at} for one in proofs),
    )
    yield OwnPart(
        _("Identities elsewhere"),
        _("to sign in by the server of your organisation"),
        _rows({_("server"): one.provider, _("number there"): one.uid} for one in SocialAccount.objects.filter(user=person).order_by("pk")),
    )
    sessions = UserSession.objects.filter(user=person).order_by("pk")
    yield OwnPart(
        _("Sessions"),
        _("to keep you signed in, and to let you end those that are not yours"),
        _rows({_("address on the network"): one.ip, _("browser"): one.user_agent, _("last seen"): one.last_seen_at} for one in sessions),
    )
    tries = AccessAttempt.objects.filter(username__iexact=person.email or "").order_by("pk")
    yield OwnPart(
        _("Failed tries to sign in"),
        _("to stop whoever guesses your password"),
        _rows({_("address on the network"): one.ip_address, _("when"): one.attempt_time} for one in tries),
    )
    drafts = FormDraft.objects.filter(person=person).order_by("pk")
    yield OwnPart(_("Drafts"), _("to lose nothing of what you type; nobody else reads them"), _rows(_draft(one) for one in drafts))


def _of_the_initiatives(person: Person, named: dict[Any, str]) -> Iterator[OwnPart]:
    where = _("initiative")
    roles = Membership.objects.filter(person=person).select_related("initiative").order_by("pk")
    yield OwnPart(
        _("Roles"),
        _("to open to you what is yours to do"),
        _rows({where: one.initiative, _("role"): one.get_role_display()} for one in roles),
    )
    seats = Mandate.objects.filter(person=person).select_related("initiative", "body").order_by("pk")
    yield OwnPart(_("Seats"), _("to say who sits in a group"), _rows({where: one.initiative, _("group"): one.body} for one in seats))
    links = PersonalLink.objects.filter(person=person).order_by("pk")
    yield OwnPart(
        _("Personal links given to you"),
        _("to say who answered what"),
        _rows(
            {where: named.get(one.initiative_id), _("what for"): one, _("given on"): one.given_at, _("sent to"): one.sent_to}
            for one in links
        ),
    )
    told = Notice.objects.filter(person=person).order_by("pk")
    yield OwnPart(
        _("Notices"),
        _("to tell you what concerns you; they go after a year"),
        _rows({where: named.get(one.initiative_id), _("about"): one.label, _("when"): one.at} for one in told),
    )
    yield OwnPart(_("Choices of notices"), _("to tell you only what you want to be told"), _rows(_choices(person, named)))


def _done(person: Person, named: dict[Any, str]) -> Iterator[OwnPart]:
    where = _("initiative")
    lines = Event.objects.filter(by=person).order_by("pk")
    yield OwnPart(
        _("What you did"),
        _("the journal says who did what, so that decisions can be understood later"),
        _rows({where: named.get(one.initiative_id, _("the instance")), _("when"): one.at, _("what"): sentence_of(one)} for one in lines),
    )
    counts = ((known, one) for known in initiatives_of(person) for one in tied_to(person, known) if not one.is_deleted)
    yield OwnPart(
        _("What bears your name because you did it"),
        _("it stays if you leave, without your name"),
        _rows({where: known, _("what"): one.kind, _("how many"): one.count} for known, one in counts),
    )


def _account(person: Person) -> Row:
    said: dict[str, object] = {
        _("name"): person.name,
        _("e-mail"): person.email,
        _("address verified on"): person.proved_at,
        _("language"): person.lang or _("that of the initiative"),
        _("last signed in"): person.last_login,
        _("administers the instance"): _("yes") if person.is_administrator else _("no"),
    }
    return _row(said)


def _draft(draft: FormDraft) -> dict[str, object]:
    words = " / ".join(text for values in draft.fields.values() for text in values if text)
    return {_("page"): draft.title or draft.page, _("when"): draft.at, _("words"): words}


def _choices(person: Person, named: dict[Any, str]) -> Iterator[dict[str, object]]:
    where = _("initiative")
    for choice in NoticeChoice.objects.filter(person=person).order_by("pk"):
        yield {where: named.get(choice.initiative_id), _("about"): choice.get_kind_display(), _("how"): choice.get_how_display()}
    for mute in Mute.objects.filter(person=person).order_by("pk"):
        yield {where: named.get(mute.initiative_id), _("about"): mute.label, _("how"): _("nothing more")}


def _rows(said: Iterable[dict[str, object]]) -> tuple[Row, ...]:
    return tuple(_row(one) for one in said)


def _row(said: dict[str, object]) -> Row:
    return {name: _in_words(value) for name, value in said.items()}


def _in_words(value: object) -> str:
    if isinstance(value, datetime):
        return date_format(timezone.localtime(value), "DATETIME_FORMAT")
    return "" if value is None else str(value)
