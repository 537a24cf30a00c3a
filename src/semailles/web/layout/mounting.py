"""In an instance, the pages of an initiative stand under `/d/<slug>/`: the same pages as on one machine, mounted there. The rest is the instance's own."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.urls import get_script_prefix, reverse, set_script_prefix

from semailles.workshop.models import Initiative

ROOT_URLS = "semailles.config.instance_urls"
_MOUNT = re.compile(r"/d/(?P<slug>[a-z0-9-]{1,80})(?=/)")


class MountMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not settings.INSTANCE:
            return self.get_response(request)
        with _mounted(request):
            return self.get_response(request)


@contextmanager
def _mounted(request: HttpRequest) -> Iterator[None]:
    """What `SCRIPT_NAME` is to a server: the address before the page's own."""
    root = get_script_prefix()
    mount = _MOUNT.match(request.path_info)
    if mount is None:
        request.urlconf = ROOT_URLS
    else:
        request.slug = mount["slug"]  # type: ignore[attr-defined]  # read by `presence` only
        request.path_info = request.path_info[mount.end() :]
        set_script_prefix(f"{root.rstrip('/')}{mount[0]}/")
    request.root = root  # type: ignore[attr-defined]  # where the instance's own pages begin
    try:
        yield
    finally:
        set_script_prefix(root)


@contextmanager
def _from(prefix: str) -> Iterator[None]:
    before = get_script_prefix()
    set_script_prefix(prefix)
    try:
        yield
    finally:
        set_script_prefix(before)


def _root() -> str:
    """The prefix without the initiative's part, wherever one stands."""
    return re.sub(r"d/[a-z0-9-]{1,80}/\Z", "", get_script_prefix()) if settings.INSTANCE else get_script_prefix()


def root_address(name: str, *args: Any) -> str:
    """A page of the instance, from anywhere."""
    with _from(_root()):
        return reverse(name, urlconf=ROOT_URLS, args=args)


def initiative_address(initiative: Initiative, name: str, *args: Any) -> str:
    """A page of an initiative, from anywhere."""
    with _from(f"{_root()}d/{initiative.slug}/" if settings.INSTANCE else get_script_prefix()):
        return reverse(name, urlconf=settings.ROOT_URLCONF, args=args)
