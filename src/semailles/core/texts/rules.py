"""Who may write a section: whoever its owner's app says."""

from semailles.core.models import Person, TextSection
from semailles.core.texts.owners import owner


def may_write(person: Person, section: TextSection) -> bool:
    return owner(section.owner_kind).may_write(person, section.initiative_id, section.owner_id)
