"""Where the guide speaks of a page: its chapter, and the section that it names."""

from django.http import HttpRequest
from django.urls import reverse

# The name of each route; the end of a chapter's address, and of a section's, which are those of the French titles.
EXPLAINED = {
    "documents": "recueillir#donner-des-fichiers",
    "document": "recueillir#lire-un-document",
    "ideas": "recueillir#lire-un-document",
    "deposit": "recueillir#ce-qui-se-lit",
    "sort": "recueillir#trier-les-idees",
    "contributions": "recueillir#ouvrir-au-public",
    "welcome": "recueillir#ouvrir-au-public",
    "convergences": "converger#trouver",
    "convergence": "converger#lire-une-convergence",
    "matrix": "converger#voir-lensemble",
    "complements": "converger#voir-lensemble",
    "tensions": "converger#voir-lensemble",
    "to-place": "converger#voir-lensemble",
    "vocabulary": "converger#voir-lensemble",
    "plenary-screen": "converger#a-plusieurs",
    "paper": "converger#a-plusieurs",
    "wall": "converger#a-plusieurs",
    "map": "converger#a-plusieurs",
    "corrections": "converger#corriger",
    "plenary": "converger#a-plusieurs",
    "projects": "porter#le-tableau-de-tous-les-projets",
    "project": "porter#2-lire-la-fiche",
    "project-holders": "porter#6-trouver-un-porteur-et-sa-preuve",
    "project-calendar": "porter#7-poser-le-premier-pas-et-se-partager-le-travail",
    "project-money": "porter#8-compter",
    "project-maturity": "porter#9-monter-les-marches",
    "project-open": "porter#1-ouvrir-le-projet",
    "section": "porter#4-ecrire-les-rubriques",
    "project-place": "porter#5-dire-ou",
    "holder": "porter#6-trouver-un-porteur-et-sa-preuve",
    "projects-calendar": "porter#7-poser-le-premier-pas-et-se-partager-le-travail",
    "project-work": "porter#7-poser-le-premier-pas-et-se-partager-le-travail",
    "groups": "porter#7-poser-le-premier-pas-et-se-partager-le-travail",
    "group": "porter#7-poser-le-premier-pas-et-se-partager-le-travail",
    "missions": "porter#7-poser-le-premier-pas-et-se-partager-le-travail",
    "funders": "porter#8-compter",
    "funder": "porter#8-compter",
    "project-origin": "porter#10-quand-un-projet-change",
    "project-card": "porter#sur-papier",
    "day": "porter#la-journee-de-qui-met-en-forme",
    "frame": "demarche#poser-le-cadre",
    "governance": "demarche#qui-se-reunit",
    "calendar": "demarche#tenir-le-calendrier",
    "budget": "demarche#tenir-le-budget",
    "commitments": "demarche#qui-porte-la-demarche",
    "actors": "demarche#les-acteurs",
    "actor": "demarche#les-acteurs",
    "commitment": "demarche#qui-porte-la-demarche",
    "people": "demarche#qui-travaille-ici-et-qui-peut-quoi",
    "powers": "demarche#qui-travaille-ici-et-qui-peut-quoi",
    "link-give": "demarche#donner-un-lien-sans-compte",
    "notices": "demarche#se-poser-des-questions",
    "questions": "demarche#se-poser-des-questions",
    "drafts": "demarche#se-poser-des-questions",
    "journal": "demarche#retrouver",
    "history": "demarche#retrouver",
    "measure": "demarche#ce-qui-vient-apres-la-feuille-de-route",
    "sow": "demarche#ce-qui-vient-apres-la-feuille-de-route",
    "publish": "publier#imprimer",
    "seals": "publier#ce-qui-est-proclame-tient",
    "register": "publier#ce-que-lon-garde-sur-les-personnes",
}


def explained_in(request: HttpRequest) -> str:
    """The address of what the guide says of this page; nothing when it says nothing of it."""
    match = request.resolver_match
    chapter, _sharp, section = EXPLAINED.get(match.url_name or "", "").partition("#") if match else ("", "", "")
    if not chapter:
        return ""
    return reverse("guide-chapter", args=[chapter]) + (f"#{section}" if section else "")
