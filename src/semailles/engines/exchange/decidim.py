"""Proposals of Decidim. Read: exports of three generations (2019, around 2022, since 2024), told apart by nothing but their columns.

Sources: decidim-core/lib/decidim/exporters/csv.rb and decidim-proposals/lib/decidim/proposals/proposal_serializer.rb (nested keys joined by `/`,
a column a language, `'` before what a spreadsheet would run); decidim-proposals/lib/decidim/proposals/import/proposal_creator.rb for writing.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from semailles.engines.exchange.exported import ExportedIdea, Reading, RowTrouble, Span, Told
from semailles.engines.exchange.plain import csv_table
from semailles.engines.exchange.rows import Row, site

COUNTERS = (
    ("supports", ("supports", "votes")),
    ("endorsements", ("endorsements/total count", "likes/total count", "endorsements")),
    ("comments", ("comments",)),
    ("followers", ("followers", "follows count")),
)
LANGS = ("fr", "en")
_SIGNED = re.compile(r"\s*— Semailles (?:[A-Z]+\d+ · )?(?P<id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\s*$")


def read(row: Row) -> Reading:
    quote, lang = _body(row)
    title, title_lang = row.translated("title")
    if quote is None and title is None:
        yield Told(row.number, RowTrouble.NO_TEXT)
        return
    try:
        point = row.degrees(("latitude",), ("longitude",))
    except ValueError as error:
        yield Told(row.number, RowTrouble.NO_POINT, str(error))
        point = None
    url, place = row.code("url"), _place(row)
    yield ExportedIdea(
        row.rank,
        quote or title or (0, 0),
        row.at(title),
        row.at(quote or title),
        tuple(span for span in (title, quote, place) if span),
        lang or title_lang,
        external_id=row.code("id"),
        component=_component(row, url),
        url=url,
        author=row.text("author/name"),
        theme=_theme(row),
        place=row.at(place),
        point=point,
        state="withdrawn" if row.text("withdrawn").lower() in {"true", "vrai"} else row.text("state"),
        written_at=row.text("published at", "created at"),
        counters=row.counters(COUNTERS),
        signature=_signature(row),
    )


def _body(row: Row) -> tuple[Span | None, str]:
    """Without the line that `write` puts below."""
    span, lang = row.translated("body")
    signed = _SIGNED.search(row.exact(span)) if span else None
    return ((span[0], span[0] + signed.start()) if span and signed else span), lang


def _signature(row: Row) -> str:
    span, _lang = row.translated("body")
    signed = _SIGNED.search(row.exact(span)) if span else None
    return signed.group("id") if signed else ""


def _component(row: Row, url: str) -> str:
    """Ids are unique in one site."""
    component = row.code("component/id")
    return f"{site(url)}/{component}" if component else ""


def _theme(row: Row) -> str:
    span, _lang = row.translated("category/name")
    if span:
        return row.at(span)
    taxonomies = [name for name in row.names if name.startswith(("taxonomy", "taxonomies")) and not name.endswith(("/id", "/ids"))]
    return ", ".join(row.text(name) for name in taxonomies)


def _place(row: Row) -> Span | None:
    return row.span("address") or row.translated("scope/name")[0]


@dataclass(frozen=True, slots=True)
class Proposal:
    """A row to write. `signature`: how Semailles calls it, which closes the body; `lang`: one of LANGS."""

    title: str
    body: str
    signature: str
    lang: str = "fr"
    external_id: str = ""
    component: str = ""
    url: str = ""
    author: str = ""
    address: str = ""
    point: tuple[float, float] | None = None


def write(proposals: Sequence[Proposal]) -> bytes:
    """The CSV that Decidim's « import proposals from a file » reads. It creates every row anew: the same file twice makes duplicates.

    Decidim reads `title/<l>`, `body/<l>`, `address`, `latitude` and `longitude`, and signs what it creates with the organisation's name. It leaves
    `id`, `component/id`, `url` and `author/name` alone: they stand here, in columns rather than in the body, so that nobody's name is published by
    an import, and so that the file read back by Semailles gives each row its author and its place on the first platform. `id` comes first:
    a reader that stumbles on the byte-order mark loses a column that it does not use.
    """
    langs = [lang for lang in LANGS if lang == LANGS[0] or any(one.lang == lang for one in proposals)]
    words = [f"{field}/{lang}" for lang in langs for field in ("title", "body")]
    header = ["id", *words, "address", "latitude", "longitude", "author/name", "component/id", "url"]
    return csv_table(header, (list(_cells(one, langs)) for one in proposals))


def _cells(one: Proposal, langs: Iterable[str]) -> Iterator[str | float]:
    yield one.external_id
    for lang in langs:
        yield from (one.title, f"{one.body}\n\n— Semailles {one.signature}") if lang == one.lang else ("", "")
    yield one.address
    yield from one.point or ("", "")
    yield from (one.author, one.component.rpartition("/")[2], one.url)
