"""Forms that anybody can fill: plain fields with their label, their hint and their error, without any script."""

from typing import Any

from django import forms
from django.forms.renderers import TemplatesSetting


class PlainRenderer(TemplatesSetting):
    """Our own templates for forms and fields; Django's for widgets."""

    form_template_name = "forms/form.html"
    field_template_name = "forms/field.html"

    def get_template(self, template_name: str) -> Any:
        from django.forms.renderers import DjangoTemplates

        return (
            DjangoTemplates().get_template(template_name)
            if template_name.startswith("django/forms/widgets/")
            else super().get_template(template_name)
        )


class PlainForm(forms.Form):
    """A form of ours: no `novalidate` surprises, errors said in sentences, each field described by its hint and its error."""

    required_css_class = "required"
    use_required_attribute = False  # the server says what is missing, in words, once and for everybody

    @property
    def summary(self) -> list[tuple[str, str, str]]:
        """(id of the field, its label, its sentence) of each error, for the list on top of the form."""
        found = []
        for name, errors in self.errors.items():
            field = self[name] if name in self.fields else None
            label, target = (str(field.label), field.id_for_label) if field else ("", "")
            found += [(target, label, str(error)) for error in errors]
        return found
