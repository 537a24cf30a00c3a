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
    """Each proxy of ours adds at the end the address that it saw; what stands before was said by whoever asks, and is not believed."""
    seen: list[str] = [one.strip() for one in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if one.strip()]
    direct: str = request.META.get("REMOTE_ADDR", "")
    return seen[-settings.PROXIES] if 0 < settings.PROXIES <= len(seen) else direct
