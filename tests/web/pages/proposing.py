"""How tests propose ideas as the public does."""

from semailles.core.links import new_token
from semailles.core.models import Person
from semailles.intake.actions.contributing import ContributionEntry, contribute
from semailles.intake.models import Contribution
from semailles.workshop.models import Initiative


def given(initiative: Initiative, title: str = "Une remise à outils") -> tuple[Contribution, str]:
    token = new_token()
    entry = ContributionEntry(title, "Chacun y prête.", signed_as="Une voisine")
    return contribute(initiative, entry, token=token, sender=token, by=Person(name="visitor")), f"/suivi/{token}/"
