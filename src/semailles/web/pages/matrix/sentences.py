"""What the matrix says, in two sentences."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from semailles.convergence.queries.matrix import Matrix
from semailles.publication.words import ideas_words, listed


def overview(matrix: Matrix) -> str:
    """« 13 thèmes, 4 équipes et 145 idées. 6 thèmes sont vus par toutes ; 7 ont au moins un angle mort. »"""
    themes, whole = len(matrix.themes), len([row for row in matrix.themes if not row.blind])
    size = [
        ngettext("%(n)d theme", "%(n)d themes", themes) % {"n": themes},
        ngettext("%(n)d team", "%(n)d teams", len(matrix.teams)) % {"n": len(matrix.teams)},
        ideas_words(matrix.ideas),
    ]
    seen = ngettext("%(n)d theme is seen by all", "%(n)d themes are seen by all", whole) % {"n": whole}
    blind = ngettext("%(n)d has at least one blind spot", "%(n)d have at least one blind spot", themes - whole) % {"n": themes - whole}
    return f"{listed(size)}. " + _("%(seen)s; %(blind)s.") % {"seen": seen, "blind": blind}
