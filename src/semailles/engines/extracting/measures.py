"""Units as documents write them (flattened) → as the product writes them."""

UNITS: dict[str, str] = {
    r"kwh": "kWh",
    r"mwh": "MWh",
    r"gwh": "GWh",
    r"twh": "TWh",
    r"kwc": "kWc",
    r"mwc": "MWc",
    r"kw": "kW",
    r"mw": "MW",
    r"km[²2]": "km²",
    r"hectares?|ha": "ha",
    r"m[²2]|metres? carres?": "m²",
    r"m[³3]|metres? cubes?": "m³",
    r"kilometres?|km": "km",
    r"metres?(?: lineaires?)?|ml|m": "m",
    r"t ?(?:eq ?)?co2e?|tonnes? (?:de |eq(?:uivalent)? ?)?co2": "tCO2e",
    r"tonnes?|t": "t",
    r"kilos?|kg": "kg",
    r"litres?": "l",
    r"%|pour cent|percent": "%",
    r"logements?|dwellings?|homes": "logements",
    r"emplois?|etp|jobs": "emplois",
    r"salaries": "salariés",
    r"repas|meals?": "repas",
    r"habitants|inhabitants": "habitants",
    r"menages|households": "ménages",
    r"foyers": "foyers",
    r"eleves|pupils": "élèves",
    r"arbres?|trees": "arbres",
    r"places?": "places",
    r"personnes": "personnes",
    r"adherents": "adhérents",
    r"benevoles": "bénévoles",
    r"exploitations?|fermes": "exploitations",
    r"velos": "vélos",
    r"vehicules|voitures": "véhicules",
    r"trains?": "trains",
    r"camions": "camions",
}
PERS = (
    r"(?:par (?:an|annee|mois|jour|semaine|habitant|personne|hectare|ha|tonne|menage|logement|repas|eleve|m[²2])"
    r"|per (?:year|month|week|day|inhabitant)|a year|a day"
    r"|(?<=/)(?:an|mois|jour|j|semaine|sem|hab|habitant|ha|t|tonne|mwh|kwh|m[²2³3]|repas|logement|year|month|day|week)|(?<=/ )(?:an|mois|jour))\b"
)
