"""What the page of the groups says in one line."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from semailles.projects.groups import GroupView


def lede(groups: Sequence[GroupView]) -> str:
    if not groups:
        return _("A working group gathers who writes the sheets of a few projects: its members, its tasks with their days, its notes.")
    projects, tasks = sum(len(one.projects) for one in groups), sum(len(one.open) for one in groups)
    late = sum(len(one.late) for one in groups)
    said = [
        ngettext("%(n)d group,", "%(n)d groups,", len(groups)) % {"n": len(groups)},
        ngettext("%(n)d project in hand,", "%(n)d projects in hand,", projects) % {"n": projects},
        ngettext("%(n)d task to do.", "%(n)d tasks to do.", tasks) % {"n": tasks},
    ]
    if late:
        said.append(ngettext("%(n)d is late.", "%(n)d are late.", late) % {"n": late})
    return " ".join(said)
