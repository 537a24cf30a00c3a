"""The place that a request comes from."""

import pytest
from django.test import RequestFactory
from pytest_django.fixtures import Settings

from semailles.web.layout.sender import sender_of


@pytest.mark.parametrize(
    ("proxies", "direct", "told", "sender"),
    [
        (0, "198.51.100.7", "203.0.113.9", "198.51.100.7"),
        (1, "127.0.0.1", "203.0.113.9, 198.51.100.7", "198.51.100.7"),
        (2, "127.0.0.1", "203.0.113.9, 198.51.100.7, 10.0.0.1", "198.51.100.7"),
        (1, "127.0.0.1", "", "127.0.0.1"),
        (0, "2001:db8:1:2:aaaa::1", "", "2001:db8:1:2::/64"),
    ],
)
def test_nobody_chooses_the_place_that_they_come_from(settings: Settings, proxies: int, direct: str, told: str, sender: str) -> None:
    settings.PROXIES = proxies
    request = RequestFactory().get("/", REMOTE_ADDR=direct, headers={"X-Forwarded-For": told} if told else {})

    assert sender_of(request) == sender
