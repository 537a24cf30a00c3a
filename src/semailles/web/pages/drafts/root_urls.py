"""Drafts belong to their writer, whatever initiative they were begun in: an instance lists them all in one place."""

from semailles.web.pages.drafts.urls import urlpatterns

__all__ = ["urlpatterns"]
