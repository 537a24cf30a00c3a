"""What a form or an address names by its public id."""

from uuid import UUID


def uuid_of(typed: str) -> UUID | None:
    """Nothing when it is no id: what it should name is then simply not found."""
    try:
        return UUID(typed)
    except ValueError:
        return None
