"""Forms that anybody can fill: plain fields with their label, their hint and their error, without any script."""

from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar

from django import forms
from django.forms.renderers import DjangoTemplates, TemplatesSetting
from django.http import QueryDict

from semailles.core.errors import Refusal
from semailles.web.layout.drafts import given_back
from semailles.workshop.errors import Incorrect, StaleEdit

Row = TypeVar("Row")


class PlainRenderer(TemplatesSetting):
    """Our own templates for forms and fields; Django's for widgets."""

    form_template_name = "forms/form.html"
    field_template_name = "forms/field.html"

    def get_template(self, template_name: str) -> Any:
        return (
            _widgets().get_template(template_name)
            if template_name.startswith("django/forms/widgets/")
            else super().get_template(template_name)
        )


@cache
def _widgets() -> DjangoTemplates:
    """One for all: each keeps the templates that it has read."""
    return DjangoTemplates()


class PlainForm(forms.Form):
    """A form of ours: no `novalidate` surprises, errors said in sentences, each field described by its hint and its error."""

    required_css_class = "required"
    conflict: StaleEdit | None = None
    use_required_attribute = False  # the server says what is missing, in words, once and for everybody

    def get_initial_for_field(self, field: forms.Field, field_name: str) -> Any:
        """The words of a draft that the page gives back come before those that are saved."""
        back = given_back()
        if back is None or not _may_be_given_back(field):
            return super().get_initial_for_field(field, field_name)
        values = back.get(self.add_prefix(field_name))
        if isinstance(field.widget, forms.CheckboxInput):
            return bool(values)
        if values is None:
            return super().get_initial_for_field(field, field_name)
        return list(values) if isinstance(field.widget, forms.SelectMultiple) else values[-1] if values else ""

    def takes(self, write: Callable[[], Row]) -> Row | None:
        """What `write` made of words that hold; None otherwise: a rule's sentence then stands in the form, what another one saved first in `conflict`."""
        if not (self.is_bound and self.is_valid()):
            return None
        try:
            return write()
        except StaleEdit as stale:
            self.conflict = stale
            self.seen(stale)
        except Refusal as refusal:
            self.refuse(refusal)
        return None

    def refuse(self, refusal: Refusal) -> None:
        """The rule's own sentences, each under its field when the form has it."""
        errors = refusal.errors.items() if isinstance(refusal, Incorrect) else [("", (refusal.sentence,))]
        for name, sentences in errors:
            for sentence in sentences:
                self.add_error(name if name in self.fields else None, sentence)

    def seen(self, stale: StaleEdit) -> None:
        """The person now sees what the other one wrote: saving the same words again is choosing them."""
        typed = QueryDict(mutable=True)
        typed.update(self.data)
        typed["revision"] = str(stale.revision)
        self.data = typed


def summary(form: forms.BaseForm) -> list[tuple[str, str, str]]:
    """(id of the field, its label, its sentence) of each error, for the list on top of the form."""
    found = []
    for name, errors in form.errors.items():
        field = form[name] if name in form.fields else None
        label, target = (str(field.label), field.id_for_label) if field else ("", "")
        found += [(target, label, str(error)) for error in errors]
    return found


def _may_be_given_back(field: forms.Field) -> bool:
    return not isinstance(field.widget, forms.FileInput)
