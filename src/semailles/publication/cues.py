"""Why the machine suggests a sentence, in words."""

from collections.abc import Sequence

from django.utils.translation import gettext as _


def _calls() -> dict[str, str]:
    """Words that call for something."""
    return {
        "why-not": _("asks « why not »"),
        "what-if": _("asks « what if »"),
        "could-we": _("asks whether one could"),
        "that": _("calls with « that… »"),
        "ought": _("says what should be"),
        "obligation": _("says what must be"),
        "wish": _("wishes or proposes"),
        "useful": _("says what would help"),
        "pressing": _("says what is urgent"),
        "want": _("wants or offers"),
        "could": _("says what could be"),
        "notion": _("speaks of an idea or an aim"),
        "proposed": _("is proposed"),
        "each": _("says how often or how many"),
        "so-that": _("says what for"),
        "target": _("looks ahead"),
    }


def _shapes() -> dict[str, str]:
    """How the sentence is built, and where it stands."""
    return {
        "shared": _("shared or collective"),
        "rather": _("rather than"),
        "reuse": _("puts an empty place to use"),
        "can": _("says what can be"),
        "to-do": _("to be done"),
        "need": _("states a need"),
        "infinitive": _("begins with an action"),
        "imperative": _("calls to act"),
        "english": _("English verb of action"),
        "conditional": _("conditional"),
        "some": _("names something new"),
        "project": _("names a kind of project"),
        "project-noun": _("names a kind of project"),
        "nominal": _("names an action"),
        "future": _("future"),
        "colon": _("says what it consists of"),
        "raw": _("a bare note among bare notes"),
        "column": _("column of a table"),
        "lead": _("below a sentence that announces ideas"),
        "row": _("row of actions"),
        "exported": _("written as such on"),
        "contributed": _("proposed by the public"),
        "pinned": _("pinned as such on a board"),
        "heading": _("below a heading that announces ideas"),
        "word": _("the word"),
    }


def base(code: str) -> str:
    return code.partition("@")[0].partition(":")[0]


def reason_words(cues: Sequence[tuple[str, str]], *, most: int = 3) -> str:
    """The strongest signs that tell a person something, with the words that gave them; « infinitive@item » is told by its first part."""
    signs = {**_calls(), **_shapes()}
    told = [f"{signs[base(code)]} « {words} »" if words else signs[base(code)] for code, words in cues if base(code) in signs]
    return " · ".join(dict.fromkeys(told[:most])) or _("the whole of small signs")
