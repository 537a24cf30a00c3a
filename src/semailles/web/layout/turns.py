"""Pages are made one after the other in each process.

Python works for one thread at a time: four pages made together each take four times as long, and more, since each query hands the turn over. What is
waited for (an upload that arrives slowly, a page that another process draws) does not keep the others: it is no reading, or the patience of the others ends.
The server has more threads than pages are made in: forms that wait for the database leave some to read.
"""

from collections.abc import Callable
from threading import BoundedSemaphore, Lock

from django.http import HttpRequest, HttpResponseBase

READS = ("GET", "HEAD")
PATIENCE = 1.0  # seconds: whoever waited so long goes beside the one in hand
BESIDE = 3  # pages at most


class TurnMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self._turn, self._beside = Lock(), BoundedSemaphore(BESIDE)

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.method not in READS:
            return self.get_response(request)
        if not self._turn.acquire(timeout=PATIENCE):
            with self._beside:
                return self.get_response(request)
        try:
            return self.get_response(request)
        finally:
            self._turn.release()
