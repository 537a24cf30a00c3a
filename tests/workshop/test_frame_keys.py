"""The keys of demarche.toml, all of them."""

from datetime import date

import pytest
from tests.workshop.framed import Frame

from semailles.workshop.actions import climb
from semailles.workshop.entries import Proof
from semailles.workshop.enums import Level
from semailles.workshop.models import Axis, Body, CommitmentStep, Milestone, Mission, ProcessCommitment, ProcessCost, ProcessFunding

DAY = date(2015, 3, 1)

WHOLE = """
[[axe]]
texte = "Nourrir la ville depuis ses champs"
type = "vision"
echelle = "département"
[[phase]]
nom = "Travaux"
[[instance]]
nom = "Comité de pilotage"
type = "pilotage"
objet = "lancer, puis valider"
etat = "mandatée"
reunions = ["lancement", "validation"]
[[jalon]]
nom = "lancement"
instance = "Comité de pilotage"
date = 2015-02-10
fait = 2015-02-12
releve = 2015-02-20
[[jalon]]
nom = "Rapport"
type = "échéance"
date = 2015-04-30
phase = "Travaux"
responsable = "Ana"
note = "préfiguration"
[[depense]]
poste = "Mise en forme"
montant = "8 k€"
base = "TTC"
annee = 2015
genre = "fonctionnement"
reel = 7800
[[mission]]
qui = "Ana"
livrable = "quatre fiches"
projets = "1, 4"
montant = 2000
base = "TTC"
poste = "Mise en forme"
rendu = 2015-04-01
livre = 2015-04-02
paye = 2015-04-10
[[ressource]]
financeur = "Régie des eaux"
montant = 2000
base = "sans objet"
annee = 2015
statut = "décidé"
decide = 2015-01-31
expire = 2015-12-31
fleche = "publications"
source = "note du 31 janvier"
[[engagement]]
acteur = "Régie des eaux"
role = "finance"
niveau = "accord oral"
date = 2015-01-31
preuve = "passage"
passage = "ont décidé de financer"
par = "la direction"
portee = "2 000 €"
expire = 2015-12-31
note = "à écrire"
"""


def test_every_new_key_is_taken_without_a_word(frame: Frame) -> None:
    assert (frame.take(WHOLE), frame.take(WHOLE)) == ((), ())

    axis, mission, cost, funding = Axis.objects.get(), Mission.objects.get(), ProcessCost.objects.get(), ProcessFunding.objects.get()
    assert (axis.kind, axis.scale, Body.objects.get().state) == ("vision", "département", "mandatée")
    assert [(one.label, one.kind, str(one.body), str(one.planned_on), str(one.minutes_on)) for one in Milestone.objects.all()] == [
        ("lancement", "réunion", "Comité de pilotage", "2015-02-10", "2015-02-20"),
        ("validation", "réunion", "Comité de pilotage", "None", "None"),
        ("Rapport", "échéance", "None", "2015-04-30", "None"),
    ]
    assert (mission.fee, mission.cost, mission.paid_on) == (2000, cost, date(2015, 4, 10))
    assert (cost.amount, cost.tax_base, cost.year, cost.real_amount) == (8000, "TTC", 2015, 7800)
    assert (funding.decided_on, funding.expires_on, funding.earmark, funding.source) == (
        date(2015, 1, 31),
        date(2015, 12, 31),
        "publications",
        "note du 31 janvier",
    )
    assert [(step.level, step.proof_passage, step.scope) for step in CommitmentStep.objects.all()] == [
        ("accord oral", "ont décidé de financer", "2 000 €")
    ]


def test_a_commitment_of_the_file_adds_a_step_and_undoes_none(frame: Frame) -> None:
    frame.take(WHOLE)
    climb(ProcessCommitment.objects.get(), Level.WRITTEN, proof=Proof("convention", "2015-07"), on=DAY, by=frame.by)

    frame.take(WHOLE.replace('niveau = "accord oral"', 'niveau = "à confirmer"'))
    frame.take("")

    assert [step.level for step in CommitmentStep.objects.all()] == ["accord oral", "à confirmer", "engagement écrit"]
    assert ProcessCommitment.objects.get().level == Level.WRITTEN


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            '[[engagement]]\nacteur = "Régie"\nniveau = "engagement écrit"\ndate = 2015-01-31\n',
            "demarche.toml, « Régie »: A written commitment shows its document: attach it or give its reference, or record an oral agreement. It was left out.",
        ),
        ('[[engagement]]\nacteur = "Régie"\n', "demarche.toml, [[engagement]] 1, « date » is missing: this entry was left out."),
        (
            '[[axe]]\ntexte = "A"\nechelle = "planète"\n',
            "demarche.toml, [[axe]] 1, « echelle »: this value is not understood. Expected: maison, îlot, quartier, commune, EPCI, bassin, département, région. It was left out.",
        ),
        (
            '[[jalon]]\nnom = "Point"\nphase = "Travaux"\n',
            "demarche.toml, « Point »: nothing bears the name « phase = Travaux ».",
        ),
        (
            '[[mission]]\nqui = "Ana"\nmontant = "-5"\n',
            "demarche.toml, [[mission]] 1, « montant »: this value is not understood. Expected: 12000. It was left out.",
        ),
    ],
)
def test_a_wrong_value_of_a_new_key_gives_one_sentence(frame: Frame, text: str, sentence: str) -> None:
    assert frame.take(text) == (sentence,)


def test_a_commitment_without_a_level_opens_a_ladder_and_takes_no_step(frame: Frame) -> None:
    assert frame.take('[[engagement]]\nacteur = "Régie"\ndate = 2015-01-31\n') == ()

    assert (ProcessCommitment.objects.count(), CommitmentStep.objects.count()) == (1, 0)
