"""The command `semailles`: arguments in, exit code out. 0: done · 1: nothing could be done · 2: bad usage."""

import argparse
import io
import os
import sys
import tempfile
import traceback
from collections.abc import Callable, Sequence
from gettext import gettext as _
from importlib import import_module
from pathlib import Path

from semailles import __version__
from semailles.cli.beside import end_at_once
from semailles.cli.opening import WorkspaceBusy
from semailles.cli.sharing import InUse
from semailles.cli.terminal import complain
from semailles.cli.troubles import sentence_about
from semailles.cli.upgrading import UpgradeStopped
from semailles.cli.wording import LANGUAGES, chosen_language, speak
from semailles.core.errors import Refusal

USAGE_ERROR = 2
INTERRUPTED = 130
_ELSEWHERE = {"read": ("single", "read_one"), "group": ("single", "group_file")}  # the others stand under their own name


def program() -> int:
    """A process of its own."""
    code = main()
    end_at_once()
    return code


def main(words: Sequence[str] | None = None) -> int:
    words = list(sys.argv[1:] if words is None else words)
    _accept_any_sign()
    lang = chosen_language(words)
    speak(lang)
    arguments = _parser().parse_args(words)
    try:
        code = _perform(arguments, lang)
        sys.stdout.flush()
    except Refusal as refusal:
        complain(refusal.sentence)
        return 1 if isinstance(refusal, WorkspaceBusy | InUse) else USAGE_ERROR
    except KeyboardInterrupt:
        complain(_("Interrupted. Your documents are as they were: run the same command again."))
        return INTERRUPTED
    except BrokenPipeError:
        _leave_the_pipe()
        return 1
    except Exception as error:  # noqa: BLE001  # the edge of the program: a bug is logged, the person gets a sentence
        complain(sentence_about(error) or _about_bug())
        if isinstance(error, UpgradeStopped):
            complain(error.sentence)
        return 1
    return code


def _leave_the_pipe() -> None:
    """Who was reading us (« | head ») has read enough: nothing to say, and nothing more to write at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _accept_any_sign() -> None:
    """A terminal that cannot show « ’ » shows « ? »: no reason to stop."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _perform(arguments: argparse.Namespace, lang: str) -> int:
    """A command is imported when it is called: none waits for what the others need."""
    module, name = _ELSEWHERE.get(arguments.command, (arguments.command, arguments.command))
    perform: Callable[[argparse.Namespace, str], int] = getattr(import_module(f"semailles.cli.{module}"), name)
    return perform(arguments, lang)


def _about_bug() -> str:
    try:
        log = _logged()
    except OSError:  # no room even for the trace
        return _("An error of the program stopped the work, and its trace could not be written: make room on the disk, then run again.")
    return _("An error of the program stopped the work. Its trace is in %(log)s: please send it with what you did.") % {"log": log}


def _logged() -> Path:
    with tempfile.NamedTemporaryFile("w", prefix="semailles-", suffix=".log", delete=False, encoding="utf-8") as log:
        log.write(traceback.format_exc())
    return Path(log.name)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="semailles",
        description=_(
            "From what the teams of a workshop left to the draft of a collective roadmap, on your own machine, without any network."
        ),
        epilog=_("First steps: semailles run WORKSHOP_FOLDER --output RESULT_FOLDER, then open RESULT_FOLDER/feuille-de-route.pdf."),
    )
    parser.add_argument("--version", action="version", version=f"semailles {__version__}", help=_("print the version and stop"))
    parser.add_argument(
        "--lang",
        choices=LANGUAGES,
        default="fr",
        help=_("language of the messages, and of the print unless demarche.toml says one (fr, en)"),
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar=_("COMMAND"), title=_("commands"))
    _add_commands(commands)
    return parser


def _add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    _run_arguments(_command(commands, "run", _("read a workshop's folder, find ideas and convergences, print the draft roadmap")))
    _serve_arguments(
        _command(commands, "serve", _("open a workspace in the browser, on this machine only; or an instance, for several people"))
    )
    _worker_arguments(commands)
    _digest_arguments(
        _command(commands, "digest", _("mail to each person of an instance what waits for them, once; to be called every day"))
    )
    verify = _command(commands, "verify", _("check that the files of a workspace are those that were received"))
    verify.add_argument(
        "out", type=Path, metavar=_("OUT"), help=_("a workspace, an instance, a backup, or the folder of several: the latest one")
    )
    _common(verify)
    _backup_arguments(_command(commands, "backup", _("save a workspace or an instance while it is in use, and try the copy")))
    _restore_arguments(_command(commands, "restore", _("put back what a backup holds, in a new folder")))
    _rollback_arguments(
        _command(commands, "rollback", _("put back the database that the last upgrade found, and set the present one aside"))
    )
    _export_arguments(
        _command(commands, "export", _("write the ideas of a workspace for another platform, and say what does not go with them"))
    )
    _replay_arguments(_command(commands, "replay", _("do again in a workspace the gestures that a file holds")))
    _instance_arguments(_command(commands, "instance", _("make an instance, for several people and initiatives, and say what it holds")))
    _doctor_arguments(_command(commands, "doctor", _("say what is missing or wrong, on this machine or in a workspace, and what to do")))
    _one_file_arguments(commands)


def _one_file_arguments(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    read = _command(commands, "read", _("show how one file is read: its passages and where they stand"))
    read.add_argument("file", type=Path, metavar=_("FILE"))
    _common(read)
    group = _command(commands, "group", _("group the ideas of a CSV file (id;equipe;texte) into themes and families"))
    group.add_argument("file", type=Path, metavar="IDEAS.csv")
    _common(group)


def _rollback_arguments(rollback: argparse.ArgumentParser) -> None:
    rollback.add_argument("out", type=Path, metavar=_("OUT"), help=_("a workspace or an instance"))
    rollback.add_argument("--to", default="", metavar=_("FILE"), help=_("one of the databases kept in OUT/before-upgrade (the latest)"))
    _common(rollback)


def _named(words: str) -> Path:
    """An empty variable in the line that a clock calls is not the folder where it is called."""
    if not words:
        raise argparse.ArgumentTypeError(_("no folder is named: is a variable empty?"))
    return Path(words)


def _backup_arguments(backup: argparse.ArgumentParser) -> None:
    backup.add_argument("out", type=Path, metavar=_("OUT"), help=_("a workspace or an instance"))
    backup.add_argument(
        "--to", type=_named, metavar=_("PLACE"), help=_("the folder of all its backups (OUT-backups); better on another disk")
    )
    backup.add_argument(
        "--keep", default="", metavar="7d,4w,12m", help=_("of how many days, weeks and months the last backup stays; without it, all stay")
    )
    _common(backup)


def _restore_arguments(restore: argparse.ArgumentParser) -> None:
    restore.add_argument(
        "backup", type=Path, metavar=_("BACKUP"), help=_("a backup, or the folder of several: the latest one is then taken")
    )
    restore.add_argument("out", type=Path, metavar=_("OUT"), help=_("where it goes: a folder that does not exist yet"))
    _common(restore)


def _doctor_arguments(doctor: argparse.ArgumentParser) -> None:
    doctor.add_argument("out", type=Path, nargs="?", metavar=_("OUT"), help=_("a workspace or an instance to look at too"))
    doctor.add_argument("--mail", default="", metavar=_("ADDRESS"), help=_("send a letter there, to try the mail server of an instance"))
    _common(doctor)


def _run_arguments(run: argparse.ArgumentParser) -> None:
    run.add_argument(
        "folder",
        type=Path,
        metavar=_("FOLDER"),
        help=_("one sub-folder a team, with its documents; demarche.toml and acteurs.csv if there are any"),
    )
    run.add_argument(
        "--output",
        "-o",
        type=Path,
        required=True,
        metavar=_("OUT"),
        help=_("where the workspace goes; an existing one is completed, nothing is added twice"),
    )
    _common(run)


def _export_arguments(export: argparse.ArgumentParser) -> None:
    export.add_argument("out", type=Path, metavar=_("OUT"), help=_("a workspace made by « semailles run »"))
    export.add_argument("--format", choices=("decidim",), required=True, help=_("decidim: the CSV file of proposals that Decidim imports"))
    export.add_argument("--file", type=Path, metavar=_("FILE"), help=_("where the file goes (OUT/data/decidim.csv)"))
    export.add_argument("--kept", action="store_true", help=_("only the ideas that people kept"))
    _common(export)


def _replay_arguments(replay: argparse.ArgumentParser) -> None:
    replay.add_argument("file", type=Path, metavar=_("FILE"), help=_("gestures as TOML: examples/porter.toml shows them"))
    replay.add_argument("out", type=Path, metavar=_("OUT"), help=_("a workspace made by « semailles run »"))
    replay.add_argument("--print", action="store_true", dest="prints", help=_("print the roadmap again afterwards"))
    _common(replay)


def _digest_arguments(digest: argparse.ArgumentParser) -> None:
    digest.add_argument("instance", type=Path, metavar=_("INSTANCE"), help=_("the folder of the instance"))
    digest.add_argument(
        "--now", action="store_true", help=_("only what people asked to be told as soon as possible; to be called every few minutes")
    )
    _common(digest)


def _serve_arguments(serve: argparse.ArgumentParser) -> None:
    serve.add_argument("out", type=Path, metavar=_("OUT"), help=_("a workspace made by « semailles run »"))
    serve.add_argument("--port", type=int, default=8123, help=_("the first port to try (8123)"))
    serve.add_argument("--instance", action="store_true", help=_("open an instance: accounts, roles, many initiatives"))
    serve.add_argument(
        "--host", default="127.0.0.1", help=_("the address to listen on; behind a proxy of the same machine, leave it (127.0.0.1)")
    )
    serve.add_argument(
        "--no-worker", action="store_true", help=_("answer only: « semailles worker » does the long work, here or elsewhere")
    )
    serve.add_argument("--no-browser", action="store_true", help=_("do not open the browser"))
    serve.add_argument("--lang", choices=LANGUAGES, default=argparse.SUPPRESS, help=argparse.SUPPRESS)


def _worker_arguments(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    said = _("do the long work of an instance, on this host or on another one that shares its database and its files")
    worker = _command(commands, "worker", said)
    worker.add_argument("instance", type=Path, metavar=_("INSTANCE"), help=_("the folder of the instance"))
    worker.add_argument("--lang", choices=LANGUAGES, default=argparse.SUPPRESS, help=argparse.SUPPRESS)


def _instance_arguments(instance: argparse.ArgumentParser) -> None:
    gestures = instance.add_subparsers(dest="gesture", required=True, metavar=_("GESTURE"), title=_("gestures"))
    create = _command(gestures, "create", _("make an instance: its folder, its key, its database"))
    administrator = _command(gestures, "administrator", _("name somebody who administers it, and give the link to choose their password"))
    bring = _command(gestures, "import", _("make a workspace an initiative of the instance, whole"))
    take = _command(gestures, "export", _("make an initiative a workspace again, whole"))
    for gesture in (create, administrator, bring, take):
        gesture.add_argument("instance", type=Path, metavar=_("INSTANCE"), help=_("the folder of the instance"))
        _common(gesture)
    administrator.add_argument("email", metavar=_("EMAIL"), help=_("the address with which they sign in"))
    administrator.add_argument("--name", default="", help=_("how others read their name (what stands before the @)"))
    bring.add_argument("workspace", type=Path, metavar=_("WORKSPACE"), help=_("a workspace made by « semailles run »"))
    bring.add_argument("--slug", default="", help=_("its address on the instance: /d/SLUG/ (drawn from its name)"))
    bring.add_argument(
        "--coordinator", default="", metavar=_("EMAIL"), help=_("who coordinates it there (whoever administers the instance)")
    )
    take.add_argument("slug", metavar=_("SLUG"), help=_("its address on the instance: /d/SLUG/"))
    take.add_argument("out", type=Path, metavar=_("OUT"), help=_("where the workspace goes: a folder that does not exist yet"))


def _command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, said: str) -> argparse.ArgumentParser:
    return commands.add_parser(name, help=said, description=said[:1].upper() + said[1:] + ".")


def _common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help=_("print one final line for machines"))
    parser.add_argument("--lang", choices=LANGUAGES, default=argparse.SUPPRESS, help=argparse.SUPPRESS)


if __name__ == "__main__":
    sys.exit(program())
