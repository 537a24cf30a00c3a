"""A workspace in the browser: this machine only, one person with every right, no login. Or an instance: accounts, roles, many initiatives."""

import argparse
import errno
import http.client
import os
import socket
import sys
import tempfile
import threading
import time
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager
from gettext import gettext as _
from ipaddress import ip_address
from pathlib import Path

from semailles.cli import opening
from semailles.cli.terminal import say
from semailles.cli.worker import keep_worker
from semailles.core.errors import Refusal
from semailles.core.keys import KEY_FILE

LOOPBACK = "127.0.0.1"
PORTS_TRIED = 20
MOST_PROCESSES = 4  # each takes some 200 MB
THREADS = 16  # of a process: a few make pages, the others are for forms that wait for their turn to write
PAUSE = 0.05  # seconds between two looks at the port
LAST_PORT = 65535
SHARED_MEMORY = "/dev/shm"  # noqa: S108  # a folder of the system, in which ours has a name that nobody guesses


class PortHeld(opening.WorkspaceBusy):
    """By a program that may end: trying again is no bad usage."""


def serve(arguments: argparse.Namespace, lang: str) -> int:
    out = arguments.out.resolve()
    opening.refuse_no_workspace(out, arguments.out)
    _refuse_the_other_mode(out, arguments)
    _refuse_open_doors(arguments)
    has_address = arguments.instance and bool(os.environ.get("SEMAILLES_ADDRESS"))  # what people type leads to one port
    os.environ["SEMAILLES_LANG"] = lang
    with held_port(arguments.port, tried=1 if has_address else PORTS_TRIED) as held, _counted():
        port = held.getsockname()[1]
        if arguments.instance:
            os.environ["SEMAILLES_INSTANCE"] = "1"
            os.environ.setdefault("SEMAILLES_ADDRESS", f"http://{LOOPBACK}:{port}")
        return _serve(arguments, out, port, lang)


@contextmanager
def _counted() -> Iterator[None]:
    """Where the processes of this server count what they answer, and add it up. In memory: pages of a file that a full disk cannot hold would kill them."""
    with tempfile.TemporaryDirectory(
        prefix="semailles-figures-", dir=SHARED_MEMORY if os.access(SHARED_MEMORY, os.W_OK) else None
    ) as folder:
        os.environ["PROMETHEUS_MULTIPROC_DIR"] = folder
        yield


def _serve(arguments: argparse.Namespace, out: Path, port: int, lang: str) -> int:
    opening.start(out, lang)
    _close_connections()
    announcing = threading.Thread(
        target=_announce, args=(_opened(arguments), port), kwargs={"opens": not arguments.no_browser and sys.stdout.isatty()}, daemon=True
    )
    announcing.start()
    stop = threading.Event()
    keepers = [] if arguments.no_worker else [threading.Thread(target=keep_worker, args=(out, lang, stop))]
    for keeper in keepers:
        keeper.start()
    try:
        _answer(arguments.host, port, processes=_processes() if arguments.instance else 1)
    finally:
        stop.set()
        for keeper in keepers:
            keeper.join()
    return 0


def _refuse_the_other_mode(out: Path, arguments: argparse.Namespace) -> None:
    """An instance without its accounts would be open to whoever is at this machine; a workspace has none."""
    is_instance = (out / KEY_FILE).is_file()
    if arguments.instance and not os.environ.get("SEMAILLES_SECRET_KEY"):
        opening.refuse_no_instance(out, arguments.out)
    if is_instance and not arguments.instance:
        raise Refusal(
            _("%(out)s is an instance, with its accounts: open it with « semailles serve --instance %(out)s ».") % {"out": arguments.out}
        )


def _refuse_open_doors(arguments: argparse.Namespace) -> None:
    """Whoever reaches a workspace has every right in it, and says by what name they call it."""
    try:
        address = ip_address(arguments.host)
    except ValueError:
        sentence = _("%(host)s is no address to listen on: give its figures with --host, as in 127.0.0.1.")
        raise Refusal(sentence % {"host": arguments.host}) from None
    if not arguments.instance and not address.is_loopback:
        raise Refusal(
            _(
                "A workspace has no accounts: whoever reaches it could change everything, so it opens on this machine only. "
                "For several people, make an instance with « semailles instance create FOLDER »."
            )
        )


def held_port(first: int, *, tried: int = PORTS_TRIED) -> socket.socket:
    """The first port that nobody holds, from this one on. Held from now on: a server that starts at the same moment takes another, rather than half of the visitors."""
    if not 1 <= first <= LAST_PORT:
        raise Refusal(_("%(first)d is no port: give a number from 1 to %(last)d with --port.") % {"first": first, "last": LAST_PORT})
    for port in range(first, min(first + tried, LAST_PORT + 1)):
        if (held := _held(port)) is not None:
            return held
    if tried == 1:
        raise PortHeld(_("Port %(port)d is held by another program: stop that one, or give another port with --port.") % {"port": first})
    raise Refusal(_("No free port from %(first)d on: give another one with --port.") % {"first": first})


def _held(port: int) -> socket.socket | None:
    held = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        held.bind((LOOPBACK, port))
    except OSError as error:
        held.close()
        if error.errno not in (errno.EADDRINUSE, errno.EACCES):
            raise
        return None
    held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 0)
    held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)  # for the server's own processes, which listen there
    return held


def _close_connections() -> None:
    """The server's own processes open theirs."""
    from django.db import connections

    connections.close_all()


def _opened(arguments: argparse.Namespace) -> str:
    if arguments.instance:
        return _("The instance is open: %(address)s (Ctrl-C to close)")
    return _("The workspace is open: %(address)s (Ctrl-C to close)")


def _announce(sentence: str, port: int, *, opens: bool) -> None:
    """Say the address once somebody answers there."""
    address = f"http://{LOOPBACK}:{port}/"
    while not _answers(port):
        time.sleep(PAUSE)
    say(sentence % {"address": address})
    sys.stdout.flush()
    if opens:
        webbrowser.open(address)


def _answers(port: int) -> bool:
    """Whether a page comes back, whatever it says: a port listens before its worker is there."""
    asking = http.client.HTTPConnection(LOOPBACK, port, timeout=5)
    try:
        asking.request("HEAD", "/")
        asking.getresponse()
    except (OSError, http.client.HTTPException):
        return False
    finally:
        asking.close()
    return True


def _processes() -> int:
    """Of an instance: as many as there are cores, since one process answers on one core only."""
    return min(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1, MOST_PROCESSES)


def _answer(host: str, port: int, *, processes: int) -> None:
    from granian import Granian
    from granian.constants import Interfaces

    Granian(
        target="semailles.cli.local:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=processes,
        blocking_threads=THREADS,
        log_enabled=False,
    ).serve()
