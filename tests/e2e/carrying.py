"""One person who opens projects and carries them, in one browser."""

import sqlite3
from pathlib import Path

from playwright.sync_api import Page
from tests.e2e.hand import Hand

TODAY = "2027-04-12"


class Story(Hand):
    """One person at work in one browser; the database only tells which convergence holds a sentence of the example."""

    def __init__(self, page: Page, workspace: Path) -> None:
        super().__init__(page)
        self.workspace = workspace

    def convergence_of(self, beginning: str) -> str:
        """Its title, as the page shows it."""
        query = (
            "SELECT f.title FROM convergence_familymember m JOIN convergence_family f ON f.id = m.family_id"
            " JOIN intake_idea i ON i.id = m.idea_id WHERE f.is_current AND i.title LIKE ? || '%'"
        )
        with sqlite3.connect(self.workspace / "semailles.sqlite3") as database:
            (title,) = database.execute(query, (beginning,)).fetchone()
        return str(title).replace("'", "’")

    def opens_convergence_of(self, beginning: str, word: str) -> None:
        self.clicks("Converger", within="nav")
        self.types("Mots", word)
        self.clicks("Filtrer")
        self.clicks(self.convergence_of(beginning))

    def opens(self, project: str) -> None:
        self.clicks("Porter", within="nav")
        self.clicks(project)

    def makes_a_project(self, title: str, beginning: str, word: str) -> None:
        self.opens_convergence_of(beginning, word)
        self.clicks("En faire un projet")
        self.types("Titre", title)
        self.clicks("Ouvrir un projet")
        assert f"« {title} » est ouvert sous le numéro" in self.reads()

    def number(self) -> str:
        """Of the sheet that is open."""
        return self.page.url.rstrip("/").rsplit("/", 1)[-1]

    def titles(self, *asked: str) -> set[str]:
        """Those that the table of projects shows."""
        return {title for title in asked if self.page.locator(".portfolio th a", has_text=title).count()}

    def row(self, project: str) -> str:
        return " ".join(self.page.locator(".portfolio tr", has_text=project).inner_text().split())

    def climbs(self, step: str) -> None:
        self.clicks("Maturité")
        self.clicks(f"Passer à l’étape « {step} »")
        self.clicks("Enregistrer")
