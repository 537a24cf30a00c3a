"""Pages are asked as a browser asks them, of a small workshop."""

import pytest
from django.test import Client
from tests.web.scene import Scene, settle

from semailles.core.models import Person
from semailles.workshop.models import Initiative


@pytest.fixture
def scene(initiative: Initiative, local: Person) -> Scene:
    return settle(initiative, by=local)


@pytest.fixture
def browser(client: Client) -> Client:
    """Reads English, as the sentences of the code are."""
    client.cookies["langue"] = "en"
    return client
