"""What is asked of a place: a commune, a point, or both."""

import uuid
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from semailles.engines.locating import MOST_POINTS, Fault, NotAShape, shape_text, shape_typed
from semailles.projects.actions import ProjectPlaceEntry
from semailles.projects.communes import Suggested
from semailles.projects.enums import Precision
from semailles.projects.models import Project, ProjectPlace
from semailles.web.layout.forms import PlainForm
from semailles.workshop.enums import Scale

FIELDS = ("label", "insee", "latitude", "longitude", "shape", "precision", "note")
FINEST, MOST = Decimal("0.00001"), 1000  # degrees


class DegreesField(forms.DecimalField):
    """« 48,62 » or « 48.62 »."""

    def to_python(self, value: Any) -> Any:
        typed = super().to_python(str(value).strip().replace(",", ".") if value is not None else value)
        return typed.quantize(FINEST) if typed is not None and typed.is_finite() and abs(typed) < MOST else typed


class ShapeField(forms.CharField):
    """A line or an area, as its GeoJSON geometry; None when nothing is typed."""

    widget = forms.Textarea(attrs={"rows": 4, "spellcheck": "false"})

    def clean(self, value: Any) -> dict[str, Any] | None:
        try:
            return shape_typed(super().clean(value))
        except NotAShape as error:
            raise ValidationError(_sentence(error)) from error

    def prepare_value(self, value: Any) -> Any:
        return value if isinstance(value, str) else shape_text(value)


def _sentence(error: NotAShape) -> str:
    said = {
        Fault.UNREADABLE: _(
            "« %(at)s » cannot be read: write one point a line, latitude then longitude (48,6239 2,4294), or paste a GeoJSON."
        ),
        Fault.NOT_DEGREES: _(
            "« %(at)s » are no degrees: a latitude lies between −90 and 90, a longitude between −180 and 180. Metres are to be converted (WGS 84)."
        ),
        Fault.TOO_MANY: _("A shape has at most %(most)s points: simplify it before pasting it."),
        Fault.TOO_FEW: _("There is no shape there: a line has two points, an area three."),
        Fault.UNKNOWN: _("« %(at)s » is no shape that a GeoJSON holds: it takes points, lines and polygons."),
    }
    return said[error.fault] % {"at": error.at[:60], "most": MOST_POINTS}


class PlaceForm(PlainForm):
    """`key` makes a double click one gesture; `revision` tells two tabs apart."""

    key = forms.UUIDField(widget=forms.HiddenInput, required=False)
    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)
    label = forms.CharField(
        label=gettext_lazy("Commune or place"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("The name of a commune, even a former one, or of any other place."),
    )
    insee = forms.CharField(
        label=gettext_lazy("Code of the commune (INSEE)"),
        max_length=5,
        required=False,
        help_text=gettext_lazy("Found from the name; write it when several communes bear that name."),
    )
    latitude = DegreesField(
        label=gettext_lazy("Latitude"),
        required=False,
        min_value=-90,
        max_value=90,
        help_text=gettext_lazy("For instance 48,6239. It only sets the place on the map: its name is enough."),
    )
    longitude = DegreesField(
        label=gettext_lazy("Longitude"), required=False, min_value=-180, max_value=180, help_text=gettext_lazy("For instance 2,4294.")
    )
    shape = ShapeField(
        label=gettext_lazy("Line or area"),
        max_length=200_000,
        required=False,
        help_text=gettext_lazy("One point a line, latitude then longitude; an area ends where it begins. Or a GeoJSON, pasted."),
    )
    precision = forms.ChoiceField(label=gettext_lazy("Precision"), choices=Precision.choices, initial=Precision.ROUGH)
    note = forms.CharField(label=gettext_lazy("Note"), max_length=300, required=False)

    def __init__(self, *, row: ProjectPlace | None = None, chosen: Suggested | None = None, typed: Any = None) -> None:
        initial = {name: getattr(row, name) for name in (*FIELDS, "revision")} if row else {"key": uuid.uuid4()}
        found = {"label": chosen.label, "insee": chosen.insee} if chosen else {}
        super().__init__(typed, initial={"precision": Precision.ROUGH, **initial, **found})
        for name in ("latitude", "longitude"):
            self.fields[name].widget = forms.TextInput(attrs={"inputmode": "decimal"})

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        if not typed.get("label", "").strip() and not typed.get("insee", "").strip():
            raise ValidationError(_("Write the name of the place, or the code of its commune."))
        if not self.errors and (typed["latitude"] is None) != (typed["longitude"] is None):
            raise ValidationError(_("A point has a latitude and a longitude: write both, or none."))
        return typed

    def entry(self) -> ProjectPlaceEntry:
        return ProjectPlaceEntry(**{name: self.cleaned_data[name] for name in FIELDS})


class ScaleForm(PlainForm):
    revision = forms.IntegerField(widget=forms.HiddenInput)
    scale = forms.ChoiceField(
        label=gettext_lazy("Scale at which it makes sense"), choices=[("", gettext_lazy("not said")), *Scale.choices], required=False
    )

    def __init__(self, *, project: Project, typed: Any = None) -> None:
        super().__init__(typed, initial={"scale": project.scale, "revision": project.revision})
