"""What the doctor looks at in a workspace or an instance: its folder, its work, its address, its mails, its clock. Nothing is changed."""

import os
import shutil
import stat
import tempfile
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from statistics import median

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from semailles import __version__
from semailles.cli import opening
from semailles.cli.finding import Finding
from semailles.cli.ground import ground, worker
from semailles.core.keys import KEY_FILE
from semailles.core.saved import last

LEAST_ROOM = 500 * 2**20
SLOWEST_WRITE = 0.1  # seconds: beyond, each gesture is felt
TRIED, BLOCK = 15, b"\0" * 4096
LATELY = timedelta(days=7)
TOO_LONG = timedelta(minutes=10)  # for a job that waits
LOCAL = {"127.0.0.1", "localhost", "::1"}
OTHERS = stat.S_IRWXG | stat.S_IRWXO


def examine(out: Path, *, mail_to: str = "") -> Iterator[Finding]:
    yield _room(out)
    yield _writes(out)
    yield _saved(out)
    stands = list(ground(out))
    yield from stands
    if (out / KEY_FILE).is_file():
        yield _rights(out)
        yield _address()
        yield _mail(mail_to)
    if any(finding.is_needed and not finding.is_fine for finding in stands):
        return  # a damaged database has no answer to what follows
    tables = _tables(out)
    yield tables
    if tables.is_fine:
        yield _clock()
        yield worker()
        yield _failed()
        yield _waiting()


def _room(out: Path) -> Finding:
    free = shutil.disk_usage(out).free
    said = _("%(free)d MB free") % {"free": free // 2**20}
    remedy = _("make some room: below 500 MB, a deposit or a print may be refused")
    return Finding(_("Room for %(out)s") % {"out": out.name}, free >= LEAST_ROOM, said, remedy)


def _writes(out: Path) -> Finding:
    """What a gesture waits for: a few bytes that are really on the disk."""
    name = _("Writing on the disk")
    try:
        took = median(_synced(out))
    except OSError as error:
        remedy = _("%(out)s cannot be written: give it to the person who runs Semailles (chown), or mount it for writing") % {"out": out}
        return Finding(name, is_fine=False, said=error.strerror or type(error).__name__, remedy=remedy)
    remedy = _("slow: each gesture waits for the disk; a network folder or an old card is no place for a database")
    return Finding(name, took <= SLOWEST_WRITE, _("%(ms).1f ms") % {"ms": 1000 * took}, remedy, is_needed=False)


def _synced(out: Path) -> list[float]:
    times = []
    with tempfile.TemporaryFile(dir=out) as file:
        for _turn in range(TRIED):
            began = time.perf_counter()
            file.write(BLOCK)
            file.flush()
            os.fsync(file.fileno())
            times.append(time.perf_counter() - began)
    return times


def _saved(out: Path) -> Finding:
    """Needed by nothing that runs, and by everything that happens."""
    name, found = _("Last backup"), last(out)
    if found is None:
        remedy = _("« semailles backup %(out)s --to PLACE » makes one, on another disk if there is one") % {"out": out}
        return Finding(name, is_fine=False, said=_("none was made"), remedy=remedy, is_needed=False)
    said = f"{timezone.localtime(found.made_at):%Y-%m-%d %H:%M}, {found.folder}"
    if not found.is_whole:
        remedy = _("files were missing already when it was made: « semailles verify %(out)s » names them") % {"out": out}
        return Finding(name, is_fine=False, said=said, remedy=remedy, is_needed=False)
    if not found.folder.is_dir():
        remedy = _("it is no longer there: bring its disk back, or make another one")
        return Finding(name, is_fine=False, said=said, remedy=remedy, is_needed=False)
    remedy = _("it is old: have the machine's clock call « semailles backup » every night")
    return Finding(name, not found.is_late(timezone.now()), said, remedy, is_needed=False)


def _tables(out: Path) -> Finding:
    try:
        is_fine = opening.is_up_to_date("default", said=out)
    except opening.LaterWorkspace as refusal:
        return Finding(_("Tables"), is_fine=False, said=_("of a later version"), remedy=refusal.sentence)
    remedy = _("« semailles serve » brings them up to date when it starts")
    return Finding(_("Tables"), is_fine, __version__ if is_fine else _("of an earlier version"), remedy, is_needed=False)


def _clock() -> Finding:
    """A machine whose battery is dead wakes up in the past: what is written then comes before what is known."""
    from semailles.core.models import Event

    latest = Event.objects.order_by("-at").values_list("at", flat=True).first()
    now = timezone.now()
    is_fine = latest is None or latest <= now + timedelta(minutes=5)
    remedy = _("the journal has an act of %(latest)s, later than this machine's clock: set the clock") % {
        "latest": timezone.localtime(latest).strftime("%Y-%m-%d %H:%M") if latest else ""
    }
    return Finding(_("Clock"), is_fine, timezone.localtime(now).strftime("%Y-%m-%d %H:%M %Z"), remedy)


def _failed() -> Finding:
    from semailles.core.enums import JobStatus
    from semailles.core.models import Job

    failed = Job.objects.filter(status=JobStatus.FAILED, ended_at__gte=timezone.now() - LATELY).order_by("-ended_at")
    number = failed.count()
    said = ngettext("%(n)d work failed in a week", "%(n)d works failed in a week", number) % {"n": number} if number else _("none failed")
    remedy = _("the last one said: %(reason)s") % {"reason": failed[0].reason if number else ""}
    return Finding(_("Long work"), not number, said, remedy, is_needed=False)


def _waiting() -> Finding:
    from semailles.core.enums import JobStatus
    from semailles.core.models import Job

    waiting = Job.objects.filter(status=JobStatus.WAITING, asked_at__lt=timezone.now() - TOO_LONG).count()
    said = ngettext("%(n)d work waits", "%(n)d works wait", waiting) % {"n": waiting} if waiting else _("nothing waits")
    remedy = _("nobody does it: start « semailles serve » again")
    return Finding(_("Work that waits"), not waiting, said, remedy, is_needed=False)


def _rights(out: Path) -> Finding:
    open_to_others = [path for path in (out, out / KEY_FILE) if path.stat().st_mode & OTHERS]
    remedy = _("other accounts of this machine can read it: %(line)s") % {"line": f"chmod go-rwx {' '.join(map(str, open_to_others))}"}
    return Finding(_("Rights"), not open_to_others, _("yours alone") if not open_to_others else _("open to others"), remedy)


def _address() -> Finding:
    """What people type, and what carries it."""
    address = settings.ADDRESS.geturl()
    is_local = settings.ADDRESS.hostname in LOCAL
    if not settings.IS_SECURE and not is_local:
        remedy = _("passwords travel in the clear: put a server with a certificate before it, and write https:// in SEMAILLES_ADDRESS")
        return Finding(_("Address"), is_fine=False, said=address, remedy=remedy)
    if settings.IS_SECURE and not settings.PROXIES:
        remedy = _(
            "https is held by another server: say how many stand before this one with SEMAILLES_PROXIES=1, or pages will go round in circles"
        )
        return Finding(_("Address"), is_fine=False, said=address, remedy=remedy)
    remedy = _("only this machine opens it: write the address that people type in SEMAILLES_ADDRESS")
    return Finding(_("Address"), not is_local, address, remedy, is_needed=False)


def _mail(to: str) -> Finding:
    name = _("Mail")
    if not settings.MAIL.hostname:
        remedy = _("mails are written on the terminal: say by which server they leave with SEMAILLES_MAIL")
        return Finding(name, is_fine=False, said=_("no server"), remedy=remedy, is_needed=False)
    server = f"{settings.EMAIL_HOST}:{settings.EMAIL_PORT}"
    if not to and not (settings.EMAIL_USE_SSL or settings.EMAIL_USE_TLS or settings.EMAIL_HOST in LOCAL):
        remedy = _("letters and their links travel in the clear: write smtps:// in SEMAILLES_MAIL, or a name and a password")
        return Finding(name, is_fine=False, said=server, remedy=remedy, is_needed=False)
    if not to:
        return Finding(name, is_fine=True, said=_("%(server)s, not tried: --mail ADDRESS sends a letter there") % {"server": server})
    from semailles.core.mailing import send

    has_left = send(to, _("Semailles: a letter to try"), _("This letter came from the doctor of Semailles: mail works."), kind="doctor")
    said = _("a letter left for %(to)s by %(server)s") if has_left else _("no letter left by %(server)s for %(to)s")
    remedy = _("look at the name, the password and the port in SEMAILLES_MAIL, and at what the line above says")
    return Finding(name, has_left, said % {"to": to, "server": server}, remedy)
