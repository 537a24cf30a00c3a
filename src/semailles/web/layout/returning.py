"""Where a gesture comes back to: the page that led there, when it said so (« ?retour=… »)."""

from urllib.parse import urlencode

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme


def way_back(request: HttpRequest, otherwise: str) -> str:
    """Never out of this site."""
    wanted = request.GET.get("retour", "")
    is_ours = wanted.startswith("/") and url_has_allowed_host_and_scheme(wanted, allowed_hosts=None)
    return wanted if is_ours else otherwise


def coming_back(address: str, to: str) -> str:
    """The address of a gesture that comes back to this page; as it is when there is none."""
    if not to:
        return address
    return f"{address}{'&' if '?' in address else '?'}{urlencode({'retour': to})}"
