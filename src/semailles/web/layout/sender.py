"""The place that a request comes from, as quotas count it."""

from ipaddress import IPv6Address, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest

HOUSEHOLD = 64  # bits of an IPv6 address that one subscriber has


def sender_of(request: HttpRequest) -> str:
    """An address; of IPv6 the network, since one subscriber has many addresses in it."""
    said = _said(request)
    try:
        address = ip_address(said)
    except ValueError:
        return said
    if isinstance(address, IPv6Address):
        return str(ip_network((address, HOUSEHOLD), strict=False))
    return str(address)


def _said(request: HttpRequest) -> str:
    """By whoever stands before us. Of what proxies tell, only what ours added: the rest is written by whoever asks."""
    direct: str = request.META.get("REMOTE_ADDR", "")
    if not settings.PROXIES:
        return direct
    told = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",") if part.strip()]
    return told[-settings.PROXIES] if len(told) >= settings.PROXIES else direct
