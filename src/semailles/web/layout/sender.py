"""The place that a request comes from, as quotas count it."""

from ipaddress import IPv6Address, ip_address, ip_network

from django.http import HttpRequest

HOUSEHOLD = 64  # bits of an IPv6 address that one subscriber has


def sender_of(request: HttpRequest) -> str:
    """An address; of IPv6 the network, since one subscriber has many addresses in it."""
    said: str = request.META.get("REMOTE_ADDR", "")
    try:
        address = ip_address(said)
    except ValueError:
        return said
    if isinstance(address, IPv6Address):
        return str(ip_network((address, HOUSEHOLD), strict=False))
    return str(address)
