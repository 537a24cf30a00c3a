"""Every page that a reader can open in the example's workspace, by route: the ids come from its synthese.json."""

import json
from pathlib import Path
from typing import Any

PROCESS = {
    "seals": "/journal/sceaux/",
    "register": "/registre/",
    "frame": "/demarche/",
    "budget": "/demarche/budget/",
    "calendar": "/demarche/calendrier/",
    "initiative": "/demarche/modifier/",
    "deadline": "/demarche/echeance/",
    "entry-add": "/demarche/jalons/ajouter/",
    "commitments": "/demarche/engagements/",
    "commitment-add": "/demarche/engagements/ajouter/",
    "people": "/personnes/",
    "powers": "/qui-peut-quoi/",
    "guide": "/aide/",
    "guide-chapter": "/aide/porter/",
    "invite": "/personnes/inviter/",
    "link-give": "/personnes/liens/donner/",
    "front": "/accueil/",
    "contribute": "/contribuer/",
    "welcome": "/demarche/public/",
    "contributions": "/recueillir/contributions/",
}
PROJECT_TIME = {
    "project-place": "/porter/1/lieu/",
    "project-place-add": "/porter/1/lieu/ajouter/",
    "project-place-scale": "/porter/1/lieu/echelle/",
    "projects-calendar": "/porter/calendrier/",
    "project-calendar": "/porter/1/calendrier/",
    "project-money": "/porter/1/argent/",
    "funders": "/porter/financeurs/",
    "project-line-add": "/porter/1/argent/depenses/ajouter/",
    "project-milestone-add": "/porter/1/calendrier/ajouter/",
}
CONVERGING = {
    "complements": "/converger/complements/",
    "tensions": "/converger/tensions/",
    "corrections": "/converger/corrections/",
    "to-place": "/converger/a-placer/",
    "map": "/converger/carte/",
    "vocabulary": "/converger/vocabulaire/",
}
HOLDING = {
    "project-holders": "/porter/1/portage/",
    "holder-add": "/porter/1/portage/ajouter/",
    "holder-need": "/porter/1/portage/besoins/ajouter/",
    "holder-offer": "/porter/1/portage/offres/ajouter/",
}

SHEET = {
    "project-identity": "/porter/1/identite/",
    "project-card": "/porter/1/carte/",
    "picture-add": "/porter/1/images/ajouter/",
    "sheet-line-add": "/porter/1/fiche/freins/ajouter/",
    "remark-add": "/porter/1/remarques/ajouter/",
    "section": "/porter/1/rubriques/constat/",
    "section-versions": "/porter/1/rubriques/constat/versions/",
}
CARRYING = {
    "project-maturity": "/porter/1/maturite/",
    "project-climb": "/porter/1/maturite/monter/",
    "project-step-back": "/porter/1/maturite/redescendre/",
    "project-status": "/porter/1/maturite/avancement/",
}
WORKING = {
    "groups": "/porter/groupes/",
    "day": "/porter/a-faire/",
    "missions": "/porter/missions/",
    "mission-add": "/porter/missions/ajouter/",
    "task-add": "/porter/taches/ajouter/?projet=1",
    "project-work": "/porter/1/travail/",
}
LIVES = {
    **WORKING,
    **CARRYING,
    **HOLDING,
    "project-open": "/porter/ouvrir/",
    "project-open-transverse": "/porter/ouvrir/transverse/",
    "project-origin": "/porter/1/origine/",
    "project-rename": "/porter/1/renommer/",
    "project-merge": "/porter/1/reunir/",
    "project-split": "/porter/1/scinder/",
    "project-drop": "/porter/1/abandonner/",
}


def addresses(out: Path) -> dict[str, str]:
    """Route → address. A route with an id takes the first of its kind."""
    tree: dict[str, Any] = json.loads((out / "data" / "synthese.json").read_text(encoding="utf-8"))
    assert tree["ideas"]
    return {
        "dashboard": "/",
        "documents": "/recueillir/",
        "document": f"/recueillir/documents/{tree['documents'][0]['id']}/",
        "ideas": "/recueillir/idees/",
        "sort": "/recueillir/trier/",
        "deposit": "/recueillir/deposer/",
        "document-describe": f"/recueillir/documents/{tree['documents'][0]['id']}/decrire/",
        "idea-write": "/recueillir/idees/ecrire/",
        "convergences": "/converger/",
        "convergence": f"/converger/{tree['convergences'][0]['id']}/",
        "questions": f"/questions/convergence/{tree['convergences'][0]['id']}/",
        **CONVERGING,
        "theme": f"/converger/themes/{tree['themes'][0]['id']}/",
        "matrix": "/converger/matrice/",
        "paper": "/converger/papier/",
        "plenary": "/converger/seance/",
        "plenary-screen": f"/converger/seance/{tree['convergences'][0]['id']}/",
        "wall": "/converger/mur/",
        "projects": "/porter/",
        "project": "/porter/1/",
        **PROJECT_TIME,
        **LIVES | {"drafts": "/brouillons/", "notices": "/avis/"},
        "governance": "/gouverner/",
        "measure": "/mesurer/",
        "publish": "/publier/",
        "sow": "/essaimer/",
        **idea_of(tree),
        **actors_of(tree),
        **PROCESS,
        **SHEET,
        "journal": "/journal/",
        "find": "/aller/?q=cantine",
        "nowhere": "/nulle-part/",
    }


def idea_of(tree: dict[str, Any]) -> dict[str, str]:
    """The pages of the first idea."""
    key = tree["ideas"][0]["id"]
    one = f"/recueillir/idees/{key}/"
    return {"idea": one, "idea-reword": f"{one}mots/", "idea-split": f"{one}scinder/", "history": f"/journal/idee/{key}/"}


def actors_of(tree: dict[str, Any]) -> dict[str, str]:
    """The pages of actors, and those of the first one."""
    one = f"/acteurs/{tree['actors'][0]['id']}/"
    return {
        "actors": "/acteurs/",
        "actor": one,
        "actor-merge": f"{one}rapprocher/",
        "actor-add": "/acteurs/ajouter/",
        "actors-aside": "/acteurs/ecartes/",
        "actor-describe": f"{one}modifier/",
        "actor-spellings": f"{one}ecritures/",
        "actors-import": "/acteurs/importer/",
        "contacts": "/acteurs/contacts/",
        "contact-add": f"{one}contacts/ajouter/",
        "actor-set-aside": f"{one}ecarter/",
        "held-actor": f"/registre{one}",
    }


# Routes that answer with no page of their own: files, pictures, forms' targets.
NO_PAGE = frozenset(
    """
    obstacle-lift question-close question-reopen remark-close remark-reopen draft-keep draft-forget notices-read notices-choose notice-mute notice-again
    sheet-print section-room picture group-entrust group-give-up group-note-put-back task-again task-finish task-put-back
    sheet-line-back project-feed project-part project-take-back original cards map-workbook map-table plenary-decide
    complement-judge tension-judge wall-keep wall-photo document-page link-attestation link-roadmap link-send link-withdraw
    member-end link-disown link-sheet idea-decide actor-put-back actors-export actors-import-write contact-erase
    contacts-erase-past contacts-export actor-spelling-back actor-separate actors-liken sort-decide convergence-correct
    convergence-describe convergence-merge convergence-settle correction-undo corrections-undo-last idea-place map-ask map-close
    map-decide vocabulary-confirm vocabulary-withdraw deposit-follow document-compare deposit-again document-again documents-again
    preferences theme-file logo-file entry-put-back project-milestone-put-back project-place-outside project-place-put-back
    project-diary projects-diary projects-together projects-keep projects-forget projects-export entry-shift project-line-put-back
    diary commitment-proof holder-proof holder-letter holder-answer project-line-proof holder-help-back budget-take
    section-restore section-draft-aside print-again output contributions-decide link-take-over
    """.split()
)

# Pages of things that the example does not hold yet, or whose ids change: their own tests open them.
ELSEWHERE = frozenset(
    """
    question-answer remark-answer held-person group mission group-note group-note-add group-note-set-aside task task-set-aside sheet-line
    sheet-line-aside project-unfeed team entry entry-set-aside project-milestone project-milestone-reach
    project-milestone-set-aside project-milestone-wait project-wait-set-aside project-place-one project-place-set-aside
    entry-gesture project-line project-line-set-aside project-line-gesture commitment commitment-climb commitment-withdraw holder
    funder project-line-attach holder-need-one holder-offer-one holder-help-aside holder-climb holder-withdraw holder-watch
    holder-settle contact link link-decline link-renew member section-merge follow
    """.split()
)
