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
    "corrections": "converger#corriger",
    "plenary": "converger#a-plusieurs",
    "projects": "porter#le-tableau-de-tous-les-projets",
    "project": "porter#2-lire-la-fiche",
    "project-holders": "porter#6-trouver-un-porteur-et-sa-preuve",
    "project-calendar": "porter#7-poser-le-premier-pas-et-se-partager-le-travail",
    "project-money": "porter#8-compter",
    "project-maturity": "porter#9-monter-les-marches",
    "day": "porter#la-journee-de-qui-met-en-forme",
    "frame": "demarche#poser-le-cadre",
    "governance": "demarche#qui-se-reunit",
    "calendar": "demarche#tenir-le-calendrier",
    "budget": "demarche#tenir-le-budget",
    "commitments": "demarche#qui-porte-la-demarche",
    "actors": "demarche#les-acteurs",
    "people": "demarche#qui-travaille-ici-et-qui-peut-quoi",
    "powers": "demarche#qui-travaille-ici-et-qui-peut-quoi",
    "link-give": "demarche#donner-un-lien-sans-compte",
    "notices": "demarche#se-poser-des-questions",
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
