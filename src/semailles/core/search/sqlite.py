"""The index kept by SQLite's FTS5: one row a thing, its words and their stems in columns of their own."""

from collections.abc import Iterable, Sequence

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.backends.utils import CursorWrapper

from semailles.core.search.statement import Conditions, Statement, Words
from semailles.core.search.terms import Sought

FROM = "FROM core_searchwords JOIN core_searchentry AS entry ON entry.id = core_searchwords.rowid"
WRITTEN = "{title body}"
WEIGHTS = "10.0, 2.0, 5.0, 1.0"  # a word counts more in a title, and more as typed than by its stem


def create(editor: BaseDatabaseSchemaEditor) -> None:
    editor.execute("CREATE VIRTUAL TABLE core_searchwords USING fts5(title, body, title_stems, body_stems, prefix='2 3')")


def drop(editor: BaseDatabaseSchemaEditor) -> None:
    editor.execute("DROP TABLE core_searchwords")


def write(cursor: CursorWrapper, rows: Iterable[Words]) -> None:
    statement = "INSERT OR REPLACE INTO core_searchwords (rowid, title, body, title_stems, body_stems) VALUES (%s, %s, %s, %s, %s)"
    cursor.executemany(statement, [_columns(row) for row in rows])


def erase(cursor: CursorWrapper, pks: Sequence[int]) -> None:
    cursor.executemany("DELETE FROM core_searchwords WHERE rowid = %s", [(pk,) for pk in pks])


def wipe(cursor: CursorWrapper) -> None:
    """A word that was erased stays in the older parts of the index until they are made one."""
    cursor.execute("INSERT INTO core_searchwords(core_searchwords) VALUES ('optimize')")


def matching(question: Sequence[Sought], conditions: Conditions) -> Statement:
    """Best first; words are folded letters and figures only, and always quoted: nothing of the question is syntax."""
    facets = ["EXISTS (SELECT 1 FROM json_each(entry.facets, %s) AS one WHERE one.value = %s)" for _ in conditions.facets]
    where = " AND ".join(["core_searchwords MATCH %s", *conditions.sql, *facets])
    chosen = f"SELECT entry.id, entry.kind, entry.facets {FROM} WHERE {where} ORDER BY bm25(core_searchwords, {WEIGHTS}), entry.id LIMIT %s"  # our own words: values are bound
    wanted = [part for name, value in conditions.facets for part in (f'$."{name}"', value)]
    return chosen, [_expression(question), *conditions.values, *wanted, conditions.limit]


def _columns(row: Words) -> tuple[int, str, str, str, str]:
    return row.pk, " ".join(row.title), " ".join(row.body), " ".join(row.title_stems), " ".join(row.body_stems)


def _expression(question: Sequence[Sought]) -> str:
    return " AND ".join(f"({_one(word)})" for word in question)


def _one(word: Sought) -> str:
    alike = [f'{WRITTEN} : "{word.surface}"{" *" if word.is_beginning else ""}']
    return " OR ".join(alike + [f'"{root}"' for root in word.stems])
