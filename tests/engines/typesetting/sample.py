"""A plausible book to print and to look at: an invented territory, four teams (or two, or six), sheets of varied completeness."""

from dataclasses import replace
from itertools import cycle, islice

from words_of_sample import ACTORS, ACTS, DOCUMENTS, HEADINGS, REASONS, SENTENCES, TEAMS, THEMES, TITLES

from semailles.engines.typesetting.tree import (
    ActorGroup,
    ActorLine,
    ActorPart,
    ActorRow,
    Colophon,
    Count,
    Cover,
    Entry,
    EntryGroup,
    EntryPart,
    Essential,
    IdeaEntry,
    Matrix,
    MatrixRow,
    Money,
    Narrative,
    Paragraph,
    Report,
    ReportRow,
    ReportSection,
    Roadmap,
    Sheet,
    SheetSection,
    Statement,
    Team,
    Titled,
)


def ideas_of(teams: tuple[Team, ...], count: int, sheets: int) -> tuple[IdeaEntry, ...]:
    """`count` ideas dealt to the teams; two thirds feed a sheet."""
    found: list[IdeaEntry] = []
    for rank in range(count):
        team = teams[(rank * 7 + rank // 5) % len(teams)]
        place = len([idea for idea in found if idea.letter == team.letter]) + 1
        act, thing = ACTS[rank % len(ACTS)], TITLES[(rank * 5 + rank // 11) % len(TITLES)]
        quote = f"{act} {thing} {REASONS[(rank * 3) % len(REASONS)]}."
        source = DOCUMENTS[team.letter][rank % len(DOCUMENTS[team.letter])].replace("N", str(rank % 40 + 1))
        found.append(
            IdeaEntry(f"{team.letter}{place}", team.letter, f"{act} {thing}", quote, source, rank % sheets + 1 if rank % 3 else None)
        )
    return tuple(sorted(found, key=lambda idea: (idea.letter, int(idea.mark[1:]))))


def _paragraph(start: int, length: int, marks: tuple[str, ...]) -> Paragraph:
    sentences = islice(cycle(SENTENCES), start, start + length)
    return tuple(Statement(text, (marks[i % len(marks)],) if marks and i % 2 == 0 else ()) for i, text in enumerate(sentences))


def _sections(number: int, marks: tuple[str, ...], ideas: dict[str, IdeaEntry]) -> tuple[SheetSection, ...]:
    """Sheet 1 says everything, sheet 5 says too much, sheet 17 almost nothing, the others something."""
    lengths = {1: (7, 5, 6, 3, 3, 4, 3), 5: (22, 16, 12, 9, 9, 9, 6), 17: (1, 0, 0, 0, 0, 0, 0), 9: (3, 0, 2, 0, 0, 0, 0)}
    wanted = lengths.get(number, (3 + number % 3, 2 + number % 2, 3 - number % 2, number % 2, number % 3, 2 if number % 4 else 0, 0))
    parts = []
    for rank, ((key, title, question), length) in enumerate(zip(HEADINGS, wanted, strict=True)):
        paragraphs: tuple[Paragraph, ...] = (_paragraph(number * 3 + rank * 5, length, marks),) if length else ()
        if rank == 2 and length and marks:
            paragraphs = (*paragraphs, (Statement(ideas[marks[0]].quote, (marks[0],), is_quote=True),))
        parts.append(SheetSection(key, title, paragraphs, question))
    return tuple(parts)


def _sheet(number: int, ideas: tuple[IdeaEntry, ...]) -> Sheet:
    own = [idea for idea in ideas if idea.project == number]
    marks = tuple(idea.mark for idea in (own[:2] if number == 17 else own))
    letters = tuple(sorted({mark[0] for mark in marks}))
    titles = {
        2: "Une plateforme territoriale de réemploi des matériaux de chantier, adossée aux déchèteries existantes et ouverte aux artisans comme aux habitants du bassin de vie",
        3: "Vélo vers les gares 🚲",
    }
    title = titles.get(number, f"{TITLES[number * 2 % len(TITLES)][0].upper()}{TITLES[number * 2 % len(TITLES)][1:]}")
    actors = tuple(
        ActorLine(
            ACTORS[(number * 3 + i) % len(ACTORS)],
            ("porte", "finance", "")[i % 3],
            ("accord oral", "", "à confirmer")[i % 3],
            "rapport-final.docx, § 12",
        )
        for i in range(0 if number in (17, 6) else 2 + number % 3)
    )
    return Sheet(
        number=number,
        title=title,
        tagline="" if number == 9 else "Ce que plusieurs équipes ont vu, chacune de son côté, et que personne ne tient encore.",
        letters=letters,
        facts=(
            ("Thème", THEMES[number % len(THEMES)]),
            ("Recouvrement", f"{len(letters)} équipes"),
            ("Force", "au-delà du hasard : 3,2"),
            ("Échelle", "bassin de vie, 30 km"),
        ),
        sections=_sections(number, marks, {idea.mark: idea for idea in ideas}),
        ideas=marks,
        actors=actors,
        explanation="Ces idées parlent de « matériaux », de « gare » et de « circuits courts » ; elles viennent de documents écrits séparément.",
    )


def _singular(idea: IdeaEntry) -> Entry:
    return Entry(idea.title, (idea.letter,), (idea.mark,), idea.quote, idea.source)


def _convergence(rank: int, ideas: tuple[IdeaEntry, ...]) -> Entry:
    own = [ideas[(rank * 4 + i * 31) % len(ideas)] for i in range(3)]
    return Entry(
        own[0].title,
        tuple(sorted({idea.letter for idea in own})),
        tuple(idea.mark for idea in own),
        own[1].quote,
        "Rapprochées par leurs mots communs",
    )


def _matrix(teams: tuple[Team, ...], ideas: tuple[IdeaEntry, ...], themes: int) -> Matrix:
    rows = []
    for rank, theme in enumerate(THEMES[:themes]):
        cells = (
            tuple(i.mark for n, i in enumerate(ideas) if i.letter == team.letter and (n * 3 + n // 4) % themes == rank) for team in teams
        )
        rows.append(MatrixRow(theme, tuple(cells)))
    return Matrix(
        f"{('Deux', 'Quatre', 'Six')[min(2, len(teams) // 2 - 1)]} regards, {themes} thèmes",
        "Nombre d’idées par thème et par équipe, et les premières d’entre elles. Une case vide est un angle mort : personne n’en a parlé.",
        tuple(rows),
    )


def _narrative(ideas: tuple[IdeaEntry, ...]) -> Narrative:
    titles = (
        "Quatre regards sur le même sol",
        "Ce qui pousse, ce qui bâtit",
        "Le dernier kilomètre décide du premier",
        "Ce qu’une seule équipe a dit",
        "Gouverner en faisant",
    )
    sections = []
    for rank, title in enumerate(titles):
        paragraphs = []
        for part in range(3):
            texts = islice(cycle(SENTENCES), rank * 11 + part * 4, rank * 11 + part * 4 + 4)
            paragraphs.append(
                tuple(
                    Statement(text, (ideas[(rank * 17 + part * 5 + i * 3) % len(ideas)].mark,), (rank * 3 + part + 1,) if i == 3 else ())
                    for i, text in enumerate(texts)
                )
            )
        sections.append(Titled(title, tuple(paragraphs)))
    opening = "Un atelier laisse des planches, des rapports et des listes. Voici ce que les équipes ont vu du même territoire, et où leurs idées se rejoignent."
    return Narrative(
        "Le récit",
        opening,
        tuple(sections),
        "Assemblé par le programme à partir des passages cités ; à relire et à réécrire par le groupe « récit ».",
        ideas[min(9, len(ideas) - 1)].mark,
    )


def _point(title: str, text: str) -> Titled:
    return Titled(title, ((Statement(text),),))


def _essential() -> Essential:
    counts = ((1240, "passages lus", "dans 14 documents"), (120, "idées", "retenues"), (42, "convergences", "dont 9 à quatre équipes"))
    said = (
        ("Ce qui converge", "Ce qui se mange, ce qui se bâtit et ce qui chauffe pousse à la campagne et se consomme en ville."),
        ("Ce qu'une seule équipe a dit", "Soixante-dix idées n'ont pas d'écho. Elles restent dans le chapitre des idées singulières."),
        ("Ce qui manque", "Presque tous les coûts, la plupart des porteurs, toutes les dates. Les fiches laissent la place."),
    )
    return Essential(
        "L’essentiel en une page",
        "Quatre équipes ont travaillé un mois sur le même territoire. Elles ont laissé 14 documents et 120 idées. Ce livre en tire 17 projets, dit qui les porte et ce qui manque.",
        tuple(Count(*one) for one in (*counts, (17, "fiches", "à compléter"), (3, "projets portés", "accord oral"))),
        tuple(_point(title, text) for title, text in said),
        "Ce qui est demandé aux lecteurs",
        (
            Statement("Relire les 17 fiches et dire lesquelles méritent un groupe de travail.", (), (1,)),
            Statement("Confirmer par écrit les 5000 € attendus de l'établissement foncier."),
            Statement("Trouver qui porte le fret fluvial.", ("B2",), (12,)),
        ),
        Money(12000, 7000, 12000, 5000, ("CAUE : un conseiller deux jours par mois", "bénévoles : relecture")),
    )


def _cover() -> Cover:
    return Cover(
        "Semer la transition au sud",
        "Feuille de route collective du val d’Orvanne",
        "Synthèse pro-active de l'atelier",
        "mai 2027",
        "Document de travail, à valider",
        "Jeu de démonstration : territoire et acteurs inventés.",
    )


def _actors(groups: tuple[Team, ...], sheets: int) -> ActorPart:
    rows = [
        ActorRow(
            name,
            ("Asso. du Val",) if i % 5 == 0 else (),
            12 - i % 11,
            tuple(team.letter for team in groups[: 1 + i % len(groups)]),
            tuple(sorted({i % sheets + 1, (i * 3) % sheets + 1})),
        )
        for i, name in enumerate(ACTORS)
    ]
    third = len(rows) * 2 // 3
    found = (ActorGroup("Organismes", tuple(rows[:third])), ActorGroup("Fonctions", tuple(rows[third:])))
    return ActorPart("Acteurs", "Ceux que les documents nomment, du plus cité au moins cité.", found)


def _convergences(found: tuple[IdeaEntry, ...]) -> EntryPart:
    groups = (EntryGroup(theme, tuple(_convergence(rank * 5 + i, found) for i in range(5))) for rank, theme in enumerate(THEMES[:5]))
    return EntryPart("Autres convergences", "Elles joignent au moins deux équipes et attendent qu'un groupe s'en saisisse.", tuple(groups))


def _singulars(groups: tuple[Team, ...], found: tuple[IdeaEntry, ...]) -> EntryPart:
    alone = [idea for idea in found if idea.project is None]
    entries = (EntryGroup(team.name, tuple(_singular(idea) for idea in alone if idea.letter == team.letter)) for team in groups)
    return EntryPart("Idées singulières", "Ce qu'une seule équipe a dit, et qui ne doit pas se perdre.", tuple(entries))


def _colophon() -> Colophon:
    titles = ("Recueillir", "Converger", "Porter", "Publier")
    method = tuple(_point(title, text) for title, text in zip(titles, SENTENCES, strict=False))
    facts = ("Composé par Semailles 0.1.0", "14 documents, 1240 passages, 120 idées", "Libertinus Serif et Lato, sous licence SIL OFL 1.1")
    return Colophon("Méthode", method, facts)


def book(teams: int = 4, ideas: int = 120, themes: int = 11, sheets: int = 17) -> Roadmap:
    """The sample book."""
    groups = tuple(Team(letter, name, regard) for letter, name, regard in TEAMS[:teams])
    found = ideas_of(groups, ideas, sheets)
    return Roadmap(
        lang="fr",
        teams=groups,
        ideas=found,
        cover=_cover(),
        essential=_essential(),
        narrative=_narrative(found),
        matrix=_matrix(groups, found, themes),
        sheets=tuple(_sheet(number, found) for number in range(1, sheets + 1)),
        sheets_title="Les projets",
        convergences=_convergences(found),
        singulars=_singulars(groups, found),
        actors=_actors(groups, sheets),
        index_title="Index des idées",
        index_note="Toutes les idées, par équipe, avec leur document et leur place.",
        colophon=_colophon(),
    )


def flowing_book(sheets: int = 17, sentences: int = 25) -> Roadmap:
    """Sheets of about four pages each, for measuring."""
    base = book(sheets=sheets)
    long = []
    for sheet in base.sheets:
        parts = tuple(
            replace(
                part,
                paragraphs=tuple(_paragraph(sheet.number * 7 + rank * 13 + i * 4, 5, sheet.ideas) for i in range(max(1, sentences // 5))),
            )
            for rank, part in enumerate(sheet.sections)
        )
        long.append(replace(sheet, sections=parts, is_draft=False))
    return replace(base, sheets=tuple(long))


def report() -> Report:
    """What a facilitator checks."""
    rows = tuple(
        ReportRow(
            f"{ACTORS[i]} : deux niveaux",
            SENTENCES[i],
            (f"rapport-final.docx, § {i + 3} : « {SENTENCES[i + 1]} »", f"budget.xlsx, ligne {i + 2} : « à confirmer »"),
        )
        for i in range(12)
    )
    return Report(
        "fr",
        "À vérifier",
        "Val d’Orvanne, mai 2027",
        "Tout ce que la lecture laisse en doute. Cochez ce qui est vu.",
        "Confidentiel : réservé à l'animateur",
        (
            ReportSection("Contradictions", "Deux sources ne disent pas la même chose.", rows, ""),
            ReportSection("Fichiers illisibles", "", (), "Tous les fichiers ont été lus."),
            ReportSection("Personnes nommées", "À anonymiser ou à faire consentir.", rows[:5], ""),
        ),
    )
