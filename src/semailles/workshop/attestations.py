"""What is kept as the proof of a signature given by a personal link: a text that anybody can read, whatever becomes of this software."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from semailles.core.models import PersonalLink
from semailles.workshop.calendar_words import day_words
from semailles.workshop.models import Initiative
from semailles.workshop.pledges import Pledge


@dataclass(frozen=True, slots=True)
class Signature:
    """`on`: the day of the step; `at`: the moment, of which the hour is said."""

    said_by: str
    on: date
    at: datetime


def attestation(initiative: Initiative, pledge: Pledge, link: PersonalLink, signature: Signature) -> str:
    hour = signature.at.astimezone(ZoneInfo(initiative.time_zone)).strftime("%H:%M")
    moment = {"day": day_words(signature.on), "hour": hour, "zone": initiative.time_zone}
    made = {
        "person": link.person,
        "by": link.detail.get("made_by") or link.given_by,
        "day": day_words(link.given_at.astimezone(ZoneInfo(initiative.time_zone)).date()),
    }
    lines = [
        _("Commitment signed online"),
        _("Process: %(initiative)s") % {"initiative": initiative.name},
        "",
        *pledge.sentences,
        "",
        _("Signed by: %(person)s") % {"person": signature.said_by},
        _("On behalf of: %(actor)s") % {"actor": pledge.actor},
        _("On: %(day)s, at %(hour)s (%(zone)s)") % moment,
        _("By ticking « I have read this text and I sign it », on the page opened by a personal link."),
        _("Personal link made for %(person)s by %(by)s on %(day)s.") % made,
        _("Number of the link: %(id)s") % {"id": link.public_id},
        _("Fingerprint of the words that were signed (SHA-256): %(digest)s") % {"digest": pledge.digest},
    ]
    return "\n".join(lines) + "\n"
