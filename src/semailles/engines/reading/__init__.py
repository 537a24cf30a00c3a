"""A file → located blocks. Offline, deterministic; a foreign library's error never comes out.

    read(name, content) -> ReadDocument          raises UnreadableError with its Reason
    SUPPORTED                                    the extensions read, lower case, with their dot

Each reader, and its library, is imported when its first file comes.
"""

from semailles.engines.reading.document import EDITION, ReadDocument, Reason, UnreadableError
from semailles.engines.reading.opening import SIZE_LIMIT, SUPPORTED, read

__all__ = ["EDITION", "SIZE_LIMIT", "SUPPORTED", "ReadDocument", "Reason", "UnreadableError", "read"]
