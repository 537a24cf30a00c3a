"""Pages are made one after the other; nothing else waits."""

from collections.abc import Callable
from threading import Event, Thread

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from semailles.web.layout import turns
from semailles.web.layout.turns import TurnMiddleware

Make = Callable[[HttpRequest], HttpResponse]


def beside(middleware: TurnMiddleware, asked: HttpRequest, begun: Event, ends: Event) -> HttpResponse:
    """What is answered while a page is in hand."""
    first = Thread(target=middleware, args=(RequestFactory().get("/long/"),))
    first.start()
    begun.wait()
    try:
        return middleware(asked)  # type: ignore[return-value]  # nothing here streams
    finally:
        ends.set()
        first.join()


@pytest.fixture
def in_hand() -> tuple[TurnMiddleware, Event, Event]:
    begun, ends = Event(), Event()

    def make(request: HttpRequest) -> HttpResponse:
        if request.path == "/long/":
            begun.set()
            ends.wait()
        return HttpResponse(request.path)

    return TurnMiddleware(make), begun, ends


def test_a_form_does_not_wait_for_a_page(in_hand: tuple[TurnMiddleware, Event, Event]) -> None:
    middleware, begun, ends = in_hand

    assert beside(middleware, RequestFactory().post("/write/"), begun, ends).content == b"/write/"


def test_whoever_waited_long_enough_goes_beside(in_hand: tuple[TurnMiddleware, Event, Event], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "PATIENCE", 0.01)
    middleware, begun, ends = in_hand

    assert beside(middleware, RequestFactory().get("/short/"), begun, ends).content == b"/short/"


def test_a_page_is_made_after_the_one_in_hand() -> None:
    order: list[str] = []
    begun, seen = Event(), Event()

    def make(request: HttpRequest) -> HttpResponse:
        order.append(f"begins {request.path}")
        if request.path == "/long/":
            begun.set()
            seen.wait()
        order.append(f"ends {request.path}")
        return HttpResponse()

    middleware = TurnMiddleware(make)
    first, second = (Thread(target=middleware, args=(RequestFactory().get(path),)) for path in ("/long/", "/short/"))
    first.start()
    begun.wait()
    second.start()
    seen.set()
    first.join()
    second.join()

    assert order == ["begins /long/", "ends /long/", "begins /short/", "ends /short/"]


def test_a_page_that_failed_gives_its_turn_back() -> None:
    def fail(_request: HttpRequest) -> HttpResponse:
        raise ZeroDivisionError

    middleware = TurnMiddleware(fail)
    for _try in range(2):
        with pytest.raises(ZeroDivisionError):
            middleware(RequestFactory().get("/"))

    assert not middleware._turn.locked()
