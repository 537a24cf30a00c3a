"""What the doctor found, and what to type."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """`said`: how it is, in a few words; `remedy`: what to do, when it is not fine. `is_needed`: without it the work cannot be done."""

    name: str
    is_fine: bool
    said: str
    remedy: str = ""
    is_needed: bool = True

    @property
    def mark(self) -> str:
        return "✓" if self.is_fine else "✗" if self.is_needed else "–"
