"""Files that people gave, sent back to those who may read them."""

from django.http import HttpResponseBase

INERT = "default-src 'none'; sandbox"


def inert(response: HttpResponseBase) -> HttpResponseBase:
    """Kept by this reader's browser only, asked again each time; whatever it holds can do nothing."""
    response["Content-Security-Policy"] = INERT
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-cache"
    return response
