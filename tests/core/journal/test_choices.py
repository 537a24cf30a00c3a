"""What is among choices is kept by its key, and said in the language of whoever reads."""

from django.utils import translation

from semailles.core.journal import journal_of, record
from semailles.core.models import Event, Person
from semailles.workshop.actions.roles import end_role, give_role
from semailles.workshop.enums import Role
from semailles.workshop.models import Initiative


def sentences(initiative: Initiative, lang: str) -> list[str]:
    with translation.override(lang):
        return [line.sentence for line in journal_of(initiative.public_id, limit=2).lines]


def test_a_role_is_said_in_the_language_of_whoever_reads(initiative: Initiative, local: Person) -> None:
    ana = Person.objects.create(name="Ana")
    with translation.override("fr"):
        give_role(initiative, ana, Role.HOLDER, by=local)
        end_role(initiative, ana, Role.HOLDER, by=local)

    assert sentences(initiative, "en") == [
        "ended the role of « Ana » (person): project holder",
        "gave a role to « Ana » (person): project holder",
    ]
    assert sentences(initiative, "fr")[0] == "a mis fin au rôle de « Ana » (personne)\u00a0: porteuse ou porteur de projet"
    assert [event.detail["role"] for event in Event.objects.order_by("-pk")[:2]] == [Role.HOLDER, Role.HOLDER]


def test_a_line_written_in_words_is_read_as_it_stands(initiative: Initiative, local: Person) -> None:
    record("joined", initiative, by=local, initiative=initiative, role="porteur de projet")

    assert sentences(initiative, "en")[0] == "joined the initiative as porteur de projet"
