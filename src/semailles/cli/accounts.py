"""Who is meant on the command line of an instance, and which initiative. To be imported once Django has started."""

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.translation import gettext as _

from semailles.core.errors import Refusal
from semailles.core.models import Person
from semailles.core.proving import forget_what_was_left
from semailles.workshop.models import Initiative


@transaction.atomic
def appoint(email: str, *, name: str = "") -> str:
    """Somebody administers this instance, with or without an account before. Gives the address where their password is chosen, once."""
    email = _checked(email)
    known = Person.objects.filter(email__iexact=email).first()
    person = known or Person(email=email, name=name or email.partition("@")[0])
    if known is None:
        person.set_unusable_password()
    person.is_administrator, person.is_active = True, True
    person.full_clean(exclude=["password"])
    person.save()
    forget_what_was_left(person)
    return password_link(person)


def password_link(person: Person) -> str:
    """It ends with the first password that is chosen by it."""
    from allauth.account.forms import default_token_generator
    from allauth.account.utils import user_pk_to_url_str
    from django.conf import settings
    from django.urls import reverse

    key = f"{user_pk_to_url_str(person)}-{default_token_generator.make_token(person)}"
    uidb36, _dash, token = key.partition("-")
    path = reverse("account_reset_password_from_key", urlconf="semailles.config.instance_urls", kwargs={"uidb36": uidb36, "key": token})
    return f"{settings.ADDRESS.geturl().rstrip('/')}{path}"


def coordinator_named(email: str) -> Person:
    """With an account; « »: the one person who administers the instance."""
    accounts = Person.objects.exclude(email=None).filter(is_active=True)
    if email:
        found = accounts.filter(email__iexact=email.strip()).first()
        if found is None:
            raise Refusal(
                _("%(email)s has no account on this instance: choose somebody who has one with --coordinator.") % {"email": email}
            )
        return found
    administrators = list(accounts.filter(is_administrator=True)[:2])
    if len(administrators) != 1:
        raise Refusal(_("Say who coordinates the initiative here: --coordinator, and the e-mail of their account."))
    return administrators[0]


def initiative_at(slug: str) -> Initiative:
    found = Initiative.objects.filter(slug=slug).first()
    if found is None:
        known = ", ".join(Initiative.objects.order_by("slug").values_list("slug", flat=True)) or "–"
        raise Refusal(_("No initiative stands at /d/%(slug)s/. Those of this instance: %(known)s.") % {"slug": slug, "known": known})
    return found


def _checked(email: str) -> str:
    try:
        validate_email(email.strip())
    except ValidationError:
        raise Refusal(_("« %(email)s » is no e-mail address.") % {"email": email}) from None
    return email.strip().lower()
