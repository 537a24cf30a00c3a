"""Drafts: whatever somebody typed in a form is kept until the form is taken, and given back to its writer alone."""

from semailles.core.drafts.words import Typed

__all__ = ["Typed"]
