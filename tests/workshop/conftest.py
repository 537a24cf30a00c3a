import pytest
from tests.workshop.framed import Frame

from semailles.core.models import Person
from semailles.workshop.models import Initiative


@pytest.fixture
def frame(initiative: Initiative, local: Person) -> Frame:
    return Frame(initiative, local)
