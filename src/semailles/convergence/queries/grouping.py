"""Reads of convergence that call the grouping engine. Slow: never inside a transaction, but for what was computed before it."""

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

from django.conf import settings
from django.db.models import Q

from semailles.convergence.describing import Reading
from semailles.convergence.models import Family
from semailles.convergence.queries.constraints import constraints_of, standing_place, told_by_of
from semailles.convergence.queries.vocabulary import confirmed_equivalences
from semailles.convergence.word_vectors import installed_vectors
from semailles.core.models import Event
from semailles.engines.grouping import (
    FEWEST_PAIRS,
    Constraints,
    Corpus,
    Equivalence,
    GivenTheme,
    Grouping,
    Standing,
    Text,
    spoken_words,
    worth,
)
from semailles.intake.models import Idea
from semailles.intake.queries.naming import names_by_passage
from semailles.workshop.models import Initiative, Theme

FEWEST_WORDS = 3  # under which a text without its names says nothing
CORPORA_KEPT = 2


def suggested_grouping(initiative: Initiative) -> Grouping:
    """What the machine makes of all the ideas that stand, under what people corrected, whatever the map is now."""
    return corpus_of(initiative).group(given_themes(initiative), constraints_of(initiative))


def placed_grouping(initiative: Initiative) -> Grouping:
    """What stands, and beside it the new ideas."""
    return corpus_of(initiative).place(standing_families(initiative), given_themes(initiative), constraints_of(initiative))


def read_texts(initiative: Initiative) -> Reading:
    """To describe what people arrange; all that takes long is done."""
    reading = Reading(corpus_of(initiative), constraints_of(initiative).together)
    reading.warm()
    return reading


def holds_most(initiative: Initiative) -> bool:
    """Whether a map is there: families that hold half of the ideas or more."""
    voiced = Idea.objects.of(initiative).voiced()
    placed = voiced.filter(memberships__family__is_current=True).distinct().count()
    return placed > 0 and 2 * placed >= voiced.count()


def corpus_of(initiative: Initiative) -> Corpus:
    """The texts as the engine reads them; kept while no text changes, nor the vocabulary that people confirmed."""
    names = names_by_passage(initiative, ~Q(kind="role"))
    ideas = Idea.objects.of(initiative).voiced().select_related("team").prefetch_related("sources").order_by("pk")
    texts = tuple(Text(str(idea.public_id), idea.team.folder, _without_names(idea, names)) for idea in ideas)
    plain = _corpus(texts, initiative.lang, confirmed_equivalences(initiative))
    return _best_of(plain, constraints_of(initiative)) if settings.WORD_VECTORS else plain


def _best_of(plain: Corpus, corrections: Constraints) -> Corpus:
    """With the word vectors that are installed, where people's corrections say that they help."""
    if min(len(corrections.together), len(corrections.apart)) < FEWEST_PAIRS:
        return plain
    rich = _with_vectors(plain)
    return rich if worth(rich, corrections.together, corrections.apart) > 0 else plain


@lru_cache(maxsize=CORPORA_KEPT)
def _with_vectors(plain: Corpus) -> Corpus:
    words = spoken_words((text.text for text in plain.texts), plain.lang)
    return plain.seen_with(installed_vectors(words))


@lru_cache(maxsize=CORPORA_KEPT)
def _corpus(texts: tuple[Text, ...], lang: str, equivalences: tuple[Equivalence, ...]) -> Corpus:
    return Corpus(texts, lang=lang, equivalences=equivalences)


def given_themes(initiative: Initiative) -> tuple[GivenTheme, ...]:
    themes = Theme.objects.of(initiative).standing().filter(is_given=True)
    return tuple(GivenTheme(theme.title, tuple(theme.words)) for theme in themes)


def standing_families(initiative: Initiative) -> list[Standing]:
    """Families of today with the ideas that are voiced; a duplicate stands with what tells it; what comes back stands where people had left it."""
    told_by = told_by_of(initiative)
    place = standing_place(initiative, told_by)
    members: dict[str, list[str]] = defaultdict(list)
    for idea, by in told_by.items():
        members[place.get(by) or place.get(idea, "")].append(idea)
    members.pop("", None)
    is_free = _themes_were_given(initiative)
    families = Family.objects.of(initiative).current().select_related("theme").order_by("rank", "pk")
    themes = {str(row.public_id): _theme(row, is_free=is_free) for row in families}
    keys = [*(key for key in themes if key in members), *(key for key in members if key not in themes)]
    return [Standing(key, tuple(sorted(members[key])), themes.get(key, "")) for key in keys]


def _themes_were_given(initiative: Initiative) -> bool:
    """Since ideas were last brought together, people gave a theme, or changed one."""
    last = Event.objects.filter(initiative_id=initiative.public_id, verb="grouped").order_by("-pk").first()
    given = Theme.objects.of(initiative).filter(is_given=True)
    return last is not None and given.filter(updated_at__gt=last.at).exists()


def _theme(family: Family, *, is_free: bool) -> str | None:
    """A theme that nobody chose gives way to those that people gave since; what stood without one still does."""
    if not (family.has_chosen_theme or family.is_validated or not is_free):
        return ""
    if family.theme is None:
        return None
    return family.theme.title if family.theme.is_standing else ""


def _without_names(idea: Idea, names: Mapping[int, set[str]]) -> str:
    """Two ideas that name the same town or the same chamber are not the same idea: what they say counts, not who they name."""
    text = idea.comparable
    named = {name for source in idea.sources.all() for name in names.get(source.passage_id, ())}
    for name in sorted(named, key=len, reverse=True):
        text = text.replace(name, " ")
    return text if len(text.split()) >= FEWEST_WORDS else idea.comparable
