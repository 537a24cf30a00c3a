"""`semailles replay FILE OUT`: the gestures of a file, done in a workspace by the same actions as on screen. Done twice, it adds nothing."""

import argparse
from pathlib import Path

from semailles.cli import opening
from semailles.cli.terminal import say, say_json


def replay(arguments: argparse.Namespace, lang: str) -> int:
    out = arguments.out.resolve()
    opening.refuse_no_workspace(out, arguments.out)
    opening.refuse_instance(out, arguments.out)
    with opening.place_of_work(out):
        opening.start(out, lang)
        counts = _replay(arguments.file)
        if arguments.prints:
            _print_again(out)
    if arguments.json:
        say_json({"ok": True, "gestures": counts})
    return 0


def _replay(file: Path) -> dict[str, int]:
    from django.utils.translation import gettext as _

    from semailles.cli.replaying.finding import Scene
    from semailles.cli.replaying.script import read_script
    from semailles.cli.replaying.stage import KNOWN, perform
    from semailles.core.models import Person
    from semailles.workshop.calendar_words import day_words
    from semailles.workshop.models import Initiative
    from semailles.workshop.today import today

    script = read_script(file, KNOWN)
    initiative = Initiative.objects.get()
    day = script.day("le")
    if day is not None and day > today(initiative):
        sentence = _("this is played on %(day)s: set SEMAILLES_TODAY=%(iso)s first, for this command and for « semailles serve ».")
        raise script.refusal(sentence % {"day": day_words(day), "iso": day.isoformat()})
    done = perform(script, Scene(initiative, Person.objects.get(is_local=True)))
    say(_("Replayed: %(gestures)d gestures of %(file)s") % {"gestures": sum(done.counts.values()), "file": file})
    return done.counts


def _print_again(out: Path) -> None:
    from django.utils.translation import gettext as _

    from semailles.core.models import Person
    from semailles.publication.actions import publish_workspace
    from semailles.publication.outputs import ROADMAP, warnings_of_last_run
    from semailles.workshop.models import Initiative
    from semailles.workshop.today import today

    initiative, by = Initiative.objects.get(), Person.objects.get(is_local=True)
    figures = publish_workspace(initiative, out, by=by, on=today(initiative), warnings=warnings_of_last_run(out))
    say(_("Printed again: %(file)s, %(pages)d pages") % {"file": out / ROADMAP, "pages": figures["pages"]})
