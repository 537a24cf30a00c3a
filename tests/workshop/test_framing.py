import json
from decimal import Decimal

import pytest
from django.utils import translation

from semailles.core.errors import NotAllowed
from semailles.core.models import Event, Person
from semailles.workshop.actions import frame_initiative, open_initiative
from semailles.workshop.framing import euros, read_framing
from semailles.workshop.models import Body, Initiative, Phase, ProcessFunding, Team, Theme
from semailles.workshop.queries import lettered_teams, process_balance

WHOLE = """
nom = "Sud : après l'atelier"
territoire = "Sud"
langue = "fr"
fuseau = "Europe/Paris"
debut = 2015-02-02
echeance = { date = 2015-04-30, motif = "rapport" }
avertissement = "Démonstration"
[[equipe]]
dossier = "equipe-1"
regard = "L'échelle humaine"
[[theme]]
nom = "Alimentation"
mots = ["cantine", "maraîchage"]
[[phase]]
nom = "Travaux"
mois = 3
[[instance]]
nom = "Comité de pilotage"
type = "pilotage"
reunions = ["lancement", "validation"]
[[depense]]
poste = "Mise en forme"
montant = 8000
detail = "4 × 2 000"
[[ressource]]
financeur = "Établissement"
montant = 5000
nature = "subvention"
statut = "à confirmer"
"""


def test_a_whole_frame_is_taken_without_a_word(initiative: Initiative, local: Person) -> None:
    framing = read_framing(WHOLE.encode())

    frame_initiative(initiative, framing, by=local)

    initiative.refresh_from_db()
    assert framing.warnings == ()
    assert (initiative.name, initiative.territory, str(initiative.deadline_on), initiative.notice) == (
        "Sud : après l'atelier",
        "Sud",
        "2015-04-30",
        "Démonstration",
    )
    assert [(theme.title, theme.words) for theme in Theme.objects.of(initiative)] == [("Alimentation", ["cantine", "maraîchage"])]
    assert [(team.folder, team.regard) for team in Team.objects.of(initiative)] == [("equipe-1", "L'échelle humaine")]
    assert [(phase.name, phase.months) for phase in Phase.objects.of(initiative)] == [("Travaux", Decimal(3))]
    assert [[meeting.label for meeting in body.meetings.all()] for body in Body.objects.of(initiative)] == [["lancement", "validation"]]


def test_the_same_frame_twice_adds_nothing(initiative: Initiative, local: Person) -> None:
    for _ in range(2):
        frame_initiative(initiative, read_framing(WHOLE.encode()), by=local)

    balance = process_balance(initiative)
    assert ProcessFunding.objects.of(initiative).count() == 1
    assert balance is not None
    assert (balance.needs, balance.confirmed, balance.hoped, balance.gap) == (8000, 0, 5000, 8000)


def test_a_misspelt_key_is_named_with_the_one_that_was_meant() -> None:
    framing = read_framing(b'nom = "A"\nteritoire = "B"\n[[equipe]]\ndosier = "x"\n')

    assert framing.top == {"nom": "A"}
    assert framing.warnings == (
        "demarche.toml, « teritoire » is not a known key: did you mean « territoire »? It was left out.",
        "demarche.toml, [[equipe]] 1, « dosier » is not a known key: did you mean « dossier »? It was left out.",
        "demarche.toml, [[equipe]] 1, « dossier » is missing: this entry was left out.",
    )


def test_the_sentence_is_french_for_french_people() -> None:
    with translation.override("fr"):
        framing = read_framing(b'nmo = "A"\n')

    assert framing.warnings == ("demarche.toml, « nmo » n’est pas une clé connue : vouliez-vous « nom » ? Elle a été laissée de côté.",)


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ('debut = "lundi"', "demarche.toml, « debut »: this value is not understood. Expected: 2015-02-02. It was left out."),
        ('langue = "de"', 'demarche.toml, « langue »: this value is not understood. Expected: "fr", "en". It was left out.'),
        ("theme = 3", "demarche.toml: « theme » is written [[theme]], one for each. It was left out."),
        ('fuseau = "Mars/Olympe"', 'demarche.toml, « fuseau »: this value is not understood. Expected: "Europe/Paris". It was left out.'),
    ],
)
def test_a_wrong_value_is_named_with_what_was_expected(line: str, sentence: str) -> None:
    assert read_framing(line.encode()).warnings == (sentence,)


def test_a_negative_amount_is_left_out_and_said() -> None:
    framing = read_framing(b'[[depense]]\nposte = "A"\nmontant = -5\n')

    assert framing.rows("depense") == ({"poste": "A"},)
    assert len(framing.warnings) == 1


def test_a_file_that_is_no_toml_leaves_the_rest_of_the_job_alone() -> None:
    framing = read_framing(b"nom = = 3")

    assert framing.top == {}
    assert framing.warnings == ("demarche.toml could not be read (see line 1): mend it. The file was left out.",)


def test_only_a_coordinator_frames_an_initiative(initiative: Initiative) -> None:
    stranger = Person.objects.create(name="Passant")

    with pytest.raises(NotAllowed) as refused:
        frame_initiative(initiative, read_framing(b""), by=stranger)

    assert refused.value.sentence == "Passant may not do this in this initiative: ask a coordinator."


def test_opening_is_journalled_once(initiative: Initiative, local: Person) -> None:
    open_initiative("Vallée", by=local)

    assert [(event.verb, event.by) for event in Event.objects.all()] == [("opened", local)]


def test_one_initiative_never_sees_the_teams_of_another(initiative: Initiative, local: Person) -> None:
    other = open_initiative("Plateau", by=local)
    frame_initiative(other, read_framing(b'[[equipe]]\ndossier = "z"\n'), by=local)
    frame_initiative(initiative, read_framing(b'[[equipe]]\ndossier = "b"\n[[equipe]]\ndossier = "a"\n'), by=local)

    assert [team.folder for team in Team.objects.of(initiative)] == ["a", "b"]


def test_a_team_that_left_nothing_has_no_letter(initiative: Initiative, local: Person) -> None:
    frame_initiative(initiative, read_framing(b'[[equipe]]\ndossier = "a"\n'), by=local)

    assert lettered_teams(initiative) == {}


@pytest.mark.parametrize(
    ("written", "amount"),
    [("6 000 €", "6000.00"), ("1 250,50", "1250.50"), (5000, "5000.00"), (12.5, "12.50"), ("800 euros", "800.00")],
)
def test_an_amount_is_read_as_people_write_it(written: str | float, amount: str) -> None:
    framing = read_framing(f'[[depense]]\nposte = "A"\nmontant = {json.dumps(written, ensure_ascii=False)}\n'.encode())

    assert [str(euros(row["montant"])) for row in framing.rows("depense")] == [amount]
