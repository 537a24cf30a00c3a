"""What people do here, in their words. Each gesture names the pages where it is done, and their own rules say whose it is."""

from typing import TYPE_CHECKING, NamedTuple

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Sentence


class Gesture(NamedTuple):
    words: "Sentence"
    routes: tuple[str, ...]


class Trade(NamedTuple):
    name: "Sentence"
    key: str
    gestures: tuple[Gesture, ...]


GATHERING = (
    Gesture(_("Read the ideas that people kept, and the actors"), ("ideas", "actors")),
    Gesture(_("Look for something among what one may read"), ("find",)),
    Gesture(_("Read the documents as they were handed in, with their pages"), ("document", "original")),
    Gesture(_("Deposit documents"), ("deposit",)),
    Gesture(_("Sort ideas: keep them, set them aside"), ("sort", "sort-decide", "idea-decide")),
    Gesture(_("Write an idea, reword it, split it"), ("idea-write", "idea-reword", "idea-split")),
    Gesture(_("Sort what the public proposes"), ("contributions", "contributions-decide")),
    Gesture(_("Add actors, bring two spellings together"), ("actor-add", "actor-merge")),
    Gesture(_("Read the contacts of actors: telephone, e-mail"), ("contacts", "contact")),
)
CONVERGING = (
    Gesture(_("Read the convergences and the matrix of views"), ("convergences", "convergence", "matrix")),
    Gesture(_("Correct a convergence, merge it with another"), ("convergence-correct", "convergence-merge")),
    Gesture(_("Validate a convergence, in a session or at one’s desk"), ("convergence-settle", "plenary-decide")),
    Gesture(_("Judge what completes what, and what is in tension"), ("complement-judge", "tension-judge")),
    Gesture(_("Read the corrections, and undo the last one"), ("corrections-undo-last",)),
)
CARRYING = (
    Gesture(_("Read the sheets of the projects, their calendar and their money"), ("project", "project-calendar", "project-money")),
    Gesture(_("Take the table of the projects out"), ("projects-export",)),
    Gesture(_("Open a project, merge it with another, drop it"), ("project-open", "project-merge", "project-drop")),
    Gesture(_("Have a project climb a step, or entrust it to a group"), ("project-climb", "group-entrust")),
    Gesture(
        _("Write the sheet of a project, its calendar, its money, its places"),
        ("section", "project-milestone", "project-line", "project-place-one"),
    ),
    Gesture(_("Write who carries a project, and read what proves it"), ("holder-add", "holder-climb", "holder-proof")),
    Gesture(_("Make a remark on a project, answer one"), ("remark-add", "remark-answer")),
    Gesture(_("Close the remark of somebody else"), ("remark-close",)),
    Gesture(_("Write down what a group said, and say that its tasks are done"), ("group-note-add", "task-finish")),
    Gesture(_("Decide who is hired to shape projects, and for how much"), ("mission-add", "mission")),
)
GOVERNING = (
    Gesture(_("Read the frame of the initiative, its budget, its calendar"), ("frame", "budget", "calendar")),
    Gesture(_("Change the frame, the budget, the calendar, the bodies"), ("initiative", "entry", "deadline")),
    Gesture(_("Write what the partners of the initiative commit to"), ("commitment-add", "commitment-climb")),
    Gesture(_("Invite people, give roles and personal links"), ("invite", "member", "link-give")),
    Gesture(_("Read the journal: who did what, when"), ("journal", "history", "seals")),
    Gesture(_("Read what is held about somebody"), ("register", "held-person", "held-actor")),
    Gesture(_("Read the roadmap as it was printed"), ("output",)),
    Gesture(_("Print the roadmap again"), ("print-again",)),
    Gesture(_("Open or close the public page"), ("welcome",)),
)
TRADES = (
    Trade(_("Gather"), "recueillir", GATHERING),
    Trade(_("Converge"), "converger", CONVERGING),
    Trade(_("Carry"), "porter", CARRYING),
    Trade(_("Govern and publish"), "gouverner", GOVERNING),
)
