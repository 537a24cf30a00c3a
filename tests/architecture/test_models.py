"""Every row of an initiative says so, and no table leans on one above it."""

import tomllib
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest
from django.apps import apps
from django.db import models
from django.test.utils import isolate_apps

from semailles.workshop.models import Initiative

Models = Iterable[type[models.Model]]


def without_initiative(found: Models) -> list[str]:
    """Models of apps other than core that belong to no initiative."""
    return [model.__name__ for model in found if model._meta.app_label != "core" and model is not Initiative and not _is_owned(model)]


def _is_owned(model: type[models.Model]) -> bool:
    fields = {field.name: field for field in model._meta.fields}
    return isinstance(fields.get("initiative"), models.ForeignKey) and not fields["initiative"].null


def upward(found: Models, layers: Sequence[str]) -> list[str]:
    """Relations to a model of a higher layer; `layers` from the top down."""
    return [
        f"{model.__name__}.{field.name} → {target._meta.label}"
        for model in found
        for field in model._meta.get_fields()
        if not field.auto_created and isinstance(target := field.related_model, type) and issubclass(target, models.Model)
        if layers.index(target._meta.app_label) < layers.index(model._meta.app_label)
    ]


def ours() -> list[type[models.Model]]:
    """Without the tables of the libraries that keep accounts and sessions."""
    return [model for model in apps.get_models() if model.__module__.startswith("semailles.")]


@pytest.fixture
def layers(root: Path) -> list[str]:
    contracts = tomllib.loads((root / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    return next(contract["layers"] for contract in contracts if contract["containers"] == ["semailles"])


def test_every_row_belongs_to_an_initiative() -> None:
    assert without_initiative(ours()) == []


@isolate_apps("semailles.workshop", "semailles.projects")
def test_a_model_without_initiative_is_found() -> None:
    class Stray(models.Model):  # noqa: DJ008 - never shown
        class Meta:
            app_label = "projects"

    assert without_initiative([Stray, Initiative]) == ["Stray"]


def test_relations_go_down_the_layers(layers: list[str]) -> None:
    assert upward(ours(), layers) == []


@isolate_apps("semailles.workshop", "semailles.projects")
def test_a_relation_that_goes_up_is_found(layers: list[str]) -> None:
    class Sheet(models.Model):  # noqa: DJ008 - never shown
        class Meta:
            app_label = "projects"

    class Team(models.Model):  # noqa: DJ008 - never shown
        sheet = models.ForeignKey("projects.Sheet", on_delete=models.CASCADE)

        class Meta:
            app_label = "workshop"

    assert upward([Sheet, Team], layers) == ["Team.sheet → projects.Sheet"]
