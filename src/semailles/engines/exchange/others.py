"""Exports of other platforms, read row by row: Polis, adhocracy, Territoires en Transitions, boards of sticky notes."""

import re

from semailles.engines import platforms
from semailles.engines.exchange.exported import ExportedIdea, Reading, RowTrouble, Told
from semailles.engines.exchange.rows import Row, site

_SWALLOWED = re.compile(r"\b\d{10,13},(?:[^,]*,)?\d+,\d+,-?\d+,")  # the beginning of another record of Polis, inside a text
_MODERATED = {"1": "accepted", "0": "not reviewed", "-1": "refused"}
_DESCRIBED = ("descriptif", "objectifs")
_NEGLIGIBLE = re.compile(r"\W*")


def read_polis(row: Row) -> Reading:
    """A statement. Its counters differ from the votes and are swapped in some exports: they are only told. (compdemocracy/polis, server/src/server.ts)"""
    quote = row.span("comment body")
    if quote is None:
        yield Told(row.number, RowTrouble.NO_TEXT)
        return
    if _SWALLOWED.search(row.exact(quote)):
        yield Told(row.number, RowTrouble.UNCLOSED, row.at(quote))
        return
    yield ExportedIdea(
        row.rank,
        quote,
        "",
        row.at(quote),
        (quote,),
        external_id=row.code("comment id"),
        author=row.text("author id"),
        state=_MODERATED.get(row.text("moderated"), ""),
        written_at=row.text("datetime"),
        counters=row.counters((("agree", ("agrees",)), ("disagree", ("disagrees",)))),
    )


def read_adhocracy(row: Row) -> Reading:
    """An idea or a proposal. Labels of columns follow the language of the site. (liqd/adhocracy4, adhocracy4/exports/mixins)"""
    title, text = row.span(*platforms.ADHOCRACY_TITLES), row.span(*platforms.ADHOCRACY_TEXTS)
    if title is None and text is None:
        yield Told(row.number, RowTrouble.NO_TEXT)
        return
    try:
        point = row.degrees(("location (latitude)", "latitude"), ("location (longitude)", "longitude"))
    except ValueError as error:
        yield Told(row.number, RowTrouble.NO_POINT, str(error))
        point = None
    url, place = row.code("link"), row.span("location label", "ortsbezeichnung", "lieu")
    yield ExportedIdea(
        row.rank,
        text or title or (0, 0),
        row.at(title),
        row.at(text or title),
        tuple(span for span in (title, text, place) if span),
        external_id=row.code(*platforms.REFERENCES) or url,
        component=site(url),
        url=url,
        author=row.text(*platforms.CREATORS),
        theme=row.text("category", "kategorie", "categorie", "labels", "merkmale", "etiquettes"),
        place=row.at(place),
        point=point,
        state=row.text("status", "statut"),
        written_at=row.text("created", "erstellt", "erstellt am", "cree le"),
        counters=row.counters(
            (
                ("agree", platforms.POSITIVE),
                ("disagree", platforms.NEGATIVE),
                ("comments", ("comments", "kommentare", "commentaires", "number of comments")),
            )
        ),
    )


def read_tet(row: Row) -> Reading:
    """An action or a sub-action. Its axes are its theme; its description, its words. (incubateur-ademe/territoires-en-transitions, import-plan-aggregate)"""
    title = row.span("titre de la sous action") or row.span(*platforms.ACTIONS)
    if title is None:
        yield Told(row.number, RowTrouble.NO_TEXT)
        return
    quote = row.span(*_DESCRIBED) or title
    axes = (row.text(name) for name in (platforms.AXIS, "sous axe (x.x)", "sous sous axe (x.x.x)"))
    yield ExportedIdea(
        row.rank,
        quote,
        row.at(title),
        row.at(quote),
        tuple(dict.fromkeys((title, quote))),
        author=row.text("structure pilote", "direction ou service pilote"),
        theme=" › ".join(axis for axis in axes if axis),
        state=row.text("statut"),
        written_at=row.text("date de debut"),
    )


def read_note(row: Row) -> Reading:
    """A sticky note, of any vendor: its words, and where it stood."""
    said, title = row.span(*platforms.NOTES), row.span(*platforms.NOTE_TITLES)
    quote = said or title
    if quote is None or _NEGLIGIBLE.fullmatch(row.at(quote)):
        yield Told(row.number, RowTrouble.NO_TEXT)
        return
    if len(row.at(quote).split()) < platforms.FEWEST_WORDS:
        yield Told(row.number, RowTrouble.BARE_WORD, row.at(quote))
        return
    stands = (row.text(*names) for names in (platforms.ZONES, platforms.TAGS))
    yield ExportedIdea(
        row.rank,
        quote,
        row.at(title) if said else "",
        row.at(quote),
        tuple(dict.fromkeys(filter(None, (title, quote)))),
        external_id=row.code("id", "note id", "sticky id", "uuid"),
        url=row.code("url", "link", "lien", "link to"),
        author=row.text(*platforms.AUTHORS),
        theme=" › ".join(one for one in stands if one) or row.text(*platforms.COLOURS),
        written_at=row.text("created at", "created", "creation date", "date", "date de creation", "cree le"),
        counters=row.counters((("votes", platforms.VOTES), ("likes", platforms.LIKES))),
    )
