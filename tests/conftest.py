"""What many tests start from."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.cache import cache
from django.db.backends.base.base import BaseDatabaseWrapper
from django.utils import translation
from hypothesis import settings as laws
from pytest_django.fixtures import Settings
from tests.faults.tally import pytest_terminal_summary  # noqa: F401  # the table of faults, at the end of a run
from tests.kept_rows import count_from_one
from tests.servers import database, postgresql, started_for_these_tests

from semailles.core.models import Person
from semailles.workshop.actions import open_initiative
from semailles.workshop.models import Initiative

EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "sud-francilien"


laws.register_profile("untimed", deadline=None)  # speed is measured in bench, never by a test
laws.load_profile("untimed")


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Tests compare the sentences of the code; French ones have their own tests."""
    with translation.override("en"):
        yield


@pytest.fixture(autouse=True)
def media(tmp_path: Path, settings: Settings) -> Path:
    """Where this test's files are kept: none is left in the repository."""
    settings.MEDIA_ROOT = tmp_path / "media"
    return tmp_path / "media"


@pytest.fixture
def instance(tmp_path: Path, settings: Settings) -> None:
    """Accounts, roles, many initiatives; `tests.instance` has who takes part. Its folder is there, whatever another test has left."""
    settings.INSTANCE, settings.WORKSPACE = True, tmp_path
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # hashing slowly is not what is tested
    cache.clear()  # how often a password was asked for is counted there


@pytest.fixture
def local(db: None) -> Person:
    if not Person.objects.exists():
        count_from_one()
    return Person.objects.create(name="local", is_local=True)


@pytest.fixture
def initiative(local: Person) -> Initiative:
    return open_initiative("Vallée", by=local)


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """Where commands may keep the rows of an instance; started once by each process of the tests."""
    with postgresql() as server:
        yield server


@pytest.fixture
def postgresql_database(postgresql_server: str) -> Iterator[str]:
    with database(postgresql_server) as address:
        yield address


def pytest_configure() -> None:
    """On PostgreSQL, a page that a test closes does not close the connection in which the test itself stands."""
    if not started_for_these_tests():
        return
    ends = BaseDatabaseWrapper.close_if_unusable_or_obsolete

    def end(wrapper: BaseDatabaseWrapper) -> None:
        if not wrapper.in_atomic_block:
            ends(wrapper)

    BaseDatabaseWrapper.close_if_unusable_or_obsolete = end  # type: ignore[method-assign]  # Django's own, in tests only


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On PostgreSQL, only what the database may answer otherwise."""
    if not started_for_these_tests():
        return
    asking = [item for item in items if asks_the_database(item)]
    config.hook.pytest_deselected(items=[item for item in items if not asks_the_database(item)])
    items[:] = asking


def asks_the_database(item: pytest.Item) -> bool:
    return item.get_closest_marker("django_db") is not None or not {"db", "transactional_db"}.isdisjoint(getattr(item, "fixturenames", ()))
