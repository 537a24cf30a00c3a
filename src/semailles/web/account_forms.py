"""The library's forms for accounts, filled as ours are."""

from typing import Any

from allauth.account.forms import ResetPasswordKeyForm
from allauth.core import context
from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django.contrib import messages
from django.utils.translation import gettext as _

from semailles.core.proving import prove_by_mail
from semailles.web.accounts import taken_away
from semailles.web.layout.forms import PlainForm


class KeyForm(PlainForm, AddWebAuthnForm):  # type: ignore[misc]  # as below
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("Name of the key")


class NewPasswordForm(PlainForm, ResetPasswordKeyForm):  # type: ignore[misc]  # the library carries no types
    """The page says once what a password is made of; a label says what goes in a field, better than words that vanish under the first sign."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.help_text = ""
            field.widget.attrs.pop("placeholder", None)

    def save(self) -> None:
        """The link went to the address: whoever holds it owns the account."""
        super().save()
        if prove_by_mail(self.user):
            messages.warning(context.request, taken_away())
