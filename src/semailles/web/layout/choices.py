"""A list of a form that narrows what a page shows. `forms/choice.html` draws it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Choice:
    """One list of the form: its name in the address, its label, what may be chosen, what is."""

    name: str
    label: str
    any_of: str
    options: tuple[tuple[str, str], ...]
    chosen: str = ""
