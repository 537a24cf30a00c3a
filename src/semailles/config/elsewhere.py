"""A server of one's own organisation that says who people are (OpenID Connect), when the host names one."""

from typing import Any

from semailles.config.environment import all_or_none, identity_server

LONGEST_NAME = 40


def one_server(address: str, *, name: str, client: str, secret: str) -> list[dict[str, Any]]:
    """What the library reads of it; nothing when no server is named."""
    all_or_none({"SEMAILLES_OIDC_SERVER": address, "SEMAILLES_OIDC_CLIENT": client})  # who proves itself otherwise has no secret
    all_or_none({"SEMAILLES_OIDC_SECRET": secret, "SEMAILLES_OIDC_SERVER": address} if secret else {})
    if not identity_server("SEMAILLES_OIDC_SERVER", address):
        return []
    settings = {"server_url": address, "oauth_pkce_enabled": True}
    known = {"provider_id": "organisation", "name": (name or "OpenID Connect")[:LONGEST_NAME], "client_id": client, "secret": secret}
    return [{**known, "settings": settings}]
