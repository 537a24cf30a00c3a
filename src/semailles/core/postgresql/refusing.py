"""What a PostgreSQL server refuses to a command, in one sentence that names the way out."""

from django.db import NotSupportedError
from django.utils.translation import gettext as _

from semailles.core.troubles import Trouble, trouble_in

TOO_MANY = "53300"  # connections


def sentence_about(error: BaseException) -> str:
    """ "" when it is no matter of the server's, or none that its host can mend."""
    if isinstance(error, NotSupportedError) and "PostgreSQL" in str(error):
        return _("The PostgreSQL server is too old: Semailles needs version 14 or newer. Nothing was changed.")
    if not type(error).__module__.startswith("psycopg"):
        return ""
    if getattr(error, "sqlstate", None) == TOO_MANY:
        return _("The PostgreSQL server takes no more connections: raise max_connections there, or run fewer processes.")
    trouble = trouble_in(error)
    return _sentences(error).get(trouble, "") if trouble else ""


def _sentences(error: BaseException) -> dict[Trouble, str]:
    """The server's own words, when it lets nobody in, name the host and the database, never the password."""
    return {
        Trouble.NO_ROOM: _(
            "There is no room left on the PostgreSQL server: make room there, then do the same again. Nothing of yours was lost."
        ),
        Trouble.BUSY: _("Somebody else has been writing in the database for too long: wait a moment, then do the same again."),
        Trouble.READ_ONLY: _("The PostgreSQL server only lets its database be read: give the address of the one that is written."),
        Trouble.NO_RIGHT: _(
            "The PostgreSQL server does not let this name make tables: give it the database (ALTER DATABASE … OWNER TO …). Nothing was changed."
        ),
        Trouble.GONE: _(
            "The PostgreSQL server that DATABASE_URL names does not let Semailles in (%(said)s): check that it runs, then the name, the password and the database."
        )
        % {"said": " ".join(str(error).split())},
    }
