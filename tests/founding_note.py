"""A note such as starts a process, with its traps. Every name in it is invented."""

NOTE = """ Pour une suite aux journées de la vallée
Note de cadrage

Pourquoi\u00a0?
Les journées\u00a0»\u00a0habiter la vallée  autrement, de la source à la plaine ; le cas de la Braye\u00a0» ont rassemblé quatre équipes à l’automne.
Elles se sont arrêtées là. À cette échelle, personne ne gouverne.
La suite veut associer des acteurs volontaires, EPBIDF, CAUE, Eaux Claires, Rail et Rives, et la Chambre de métiers,  (Ministère sollicité) et des porteurs de projet.
Ce que les équipes ont laissé\u00a0:
Leur apports, complémentaires, se résument ainsi\u00a0: \x20
Le pas du promeneur pour relier les hameaux qui s’ignorent,
Une lecture des sols vivants qui redonne envie,
Des chantiers d’habitants pour commencer samedi prochain avec les écoles et les conseils de quartier,
Un pacte et une mesure commune, pour tenir dans la durée\u00a0: conseil des porteurs/ élus-habitants.
Comment s’y prendre?
Pour prolonger ces journées, l’EPB-IDF, Rail et Rives et Eaux Claires ont décidé de financer cette démarche, qui consiste à écrire ensemble un récit.
Il est proposé\u00a0:
· Un calendrier sur 5 mois\u00a0: 4 de travail, un d’écriture. \x20
·  Un comité de pilotage réuni deux fois.
·\t\u00a0Des groupes de travail avec le CAUE et la Chambre de métiers\u00a0;
·des étudiants embauchés pour mettre en forme les projets.
Quelle suite\u00a0?
Cette démarche pourrait déboucher sur une feuille de route.
\t\t\t\t\t\t\t\tMarthe Solignac

Les Journées, ms\t\t\t\t\t\t\tVaubraye le 3 mars 2021


Budget prévisionnel


Financeurs\u00a0:
\tEPD Île de France (à confirmer)\u00a0: \t\t6000€
\tRail et Rives-DRT:\t\t\t\t\t4\u00a0000 €
\tEaux Claires\u00a0:\t\t\t\t\t\t1,5 k€
\tCAUE\u00a0:\t\t\t\t\t\trémunération stagiaire
\t\t\t\t\tTotal\t\t\t11\u00a0500€ + stagiaire
Développements\u00a0:
\tAssistance groupe de travail\u00a0:\t\t\tstagiaire CAUE
\tMise en forme projets\u00a0:\t\t\t\t9000€
3 étudiants à 3000 €\u00a0; Déplacements et fournitures inclus
\tPublications et documents\u00a0: \t\t\t2 500 euros\t

Ce budget ne comprend pas le temps passé par les bénévoles et les salariés des structures.
\t
"""
