"""The same pages beside the initiatives of an instance, for whoever has not entered one."""

from semailles.web.pages.guide.urls import urlpatterns

__all__ = ["urlpatterns"]
