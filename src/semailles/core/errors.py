"""Saying no with words."""


class Refusal(Exception):
    """A broken rule: one translated sentence that names the thing and the way out. Bugs raise ordinary exceptions."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class NotAllowed(Refusal):
    """The person may not do this here."""
