"""How accounts behave here: what the library asks its host to decide."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # the library carries no types
    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002  # the library's own signature
        """An invitation makes the account; nobody comes in by themselves."""
        return False
