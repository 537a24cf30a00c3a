"""What is held about somebody, and erasing it."""

from semailles.publication.persons.actions import apply_retention, erase_actor, erase_person
from semailles.publication.persons.finding import Found, held_about, named_in_files
from semailles.publication.persons.names import names_of_actor, names_of_person
from semailles.publication.persons.needed import why_needed
from semailles.publication.persons.own import OwnPart, kept_about
from semailles.publication.persons.rules import may_erase
from semailles.publication.persons.ties import Tied, tied_to

__all__ = [
    "Found",
    "OwnPart",
    "Tied",
    "apply_retention",
    "erase_actor",
    "erase_person",
    "held_about",
    "kept_about",
    "may_erase",
    "named_in_files",
    "names_of_actor",
    "names_of_person",
    "tied_to",
    "why_needed",
]
