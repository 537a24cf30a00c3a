"""The same index kept by PostgreSQL: a `tsvector` beside each entry, made of our own words: its parsers read nothing."""

from collections.abc import Iterable, Sequence

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.backends.utils import CursorWrapper

from semailles.core.search.statement import Conditions, Statement, Words
from semailles.core.search.terms import Sought

STEM = "~"  # before a stem, so that it is no word as typed
WEIGHTS = "{0.1, 0.2, 0.5, 1.0}"  # D, C, B, A: stems of the body, its words, stems of the title, its words
LENGTH = 1  # of two things that hold the words, the shorter is more about them: the rank is divided by 1 + log(length)


def create(editor: BaseDatabaseSchemaEditor) -> None:
    editor.execute("ALTER TABLE core_searchentry ADD COLUMN words tsvector")
    editor.execute("CREATE INDEX core_searchentry_words ON core_searchentry USING gin (words)")


def drop(editor: BaseDatabaseSchemaEditor) -> None:
    editor.execute("ALTER TABLE core_searchentry DROP COLUMN words")


def write(cursor: CursorWrapper, rows: Iterable[Words]) -> None:
    cursor.executemany("UPDATE core_searchentry SET words = %s::tsvector WHERE id = %s", [(_vector(row), row.pk) for row in rows])


def erase(cursor: CursorWrapper, pks: Sequence[int]) -> None:
    """The words go with their row."""


def wipe(cursor: CursorWrapper) -> None:
    """Its own cleaning takes away what was erased."""


def matching(question: Sequence[Sought], conditions: Conditions) -> Statement:
    """Best first; words are folded letters and figures only, and always quoted: nothing of the question is syntax."""
    expression = " & ".join(f"({_one(word)})" for word in question)
    facets = ["entry.facets @> jsonb_build_object(%s::text, jsonb_build_array(%s::text))" for _ in conditions.facets]
    where = " AND ".join(["entry.words @@ %s::tsquery", *conditions.sql, *facets])
    order = f"ORDER BY ts_rank('{WEIGHTS}', entry.words, %s::tsquery, {LENGTH}) DESC, entry.id LIMIT %s"
    values = [value for pair in conditions.facets for value in pair]
    chosen = f"SELECT entry.id, entry.kind, entry.facets FROM core_searchentry AS entry WHERE {where} {order}"  # noqa: S608  # our own words: values are bound
    return chosen, [expression, *conditions.values, *values, expression, conditions.limit]


def _vector(row: Words) -> str:
    weighed = (("A", "", row.title), ("B", STEM, row.title_stems), ("C", "", row.body), ("D", STEM, row.body_stems))
    return " ".join(f"'{mark}{word}':1{weight}" for weight, mark, words in weighed for word in dict.fromkeys(words))


def _one(word: Sought) -> str:
    """The same word is never asked twice, once whole and once as a beginning: the rank would then forget the beginning."""
    stems = [f"'{mark}{root}'" for root in word.stems for mark in ("", STEM) if mark or root != word.surface]
    return " | ".join([f"'{word.surface}'{':*' if word.is_beginning else ''}", *stems])
