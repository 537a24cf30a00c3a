"""Fields in which people write as they write: amounts, days, lengths of time, lists of words."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import date_format, number_format

from semailles.core.errors import Refusal
from semailles.workshop.typed import typed_amount, typed_day, typed_months, typed_quantity, typed_year


class TypedField(forms.CharField):
    """A text that one function reads; its refusal is the field's error."""

    read: Callable[[str], Any]
    most = 60

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"max_length": self.most, **options})

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        try:
            return type(self).read(text or "")
        except Refusal as refusal:
            raise ValidationError(refusal.sentence) from refusal

    def run_validators(self, value: Any) -> None:
        """Its function has said all there is to say."""

    def validate(self, value: Any) -> None:
        if self.required and value is None:
            raise ValidationError(self.error_messages["required"], code="required")


class AmountField(TypedField):
    read = staticmethod(typed_amount)

    def prepare_value(self, value: Any) -> Any:
        if not isinstance(value, Decimal):
            return value
        whole = value == value.to_integral_value()
        return number_format(value.quantize(Decimal(1)) if whole else value, force_grouping=True)


class MonthsField(TypedField):
    read = staticmethod(typed_months)

    def prepare_value(self, value: Any) -> Any:
        return number_format(value.normalize()) if isinstance(value, Decimal) else value


class QuantityField(TypedField):
    """A number of whatever unit."""

    read = staticmethod(typed_quantity)

    def prepare_value(self, value: Any) -> Any:
        return number_format(Decimal(f"{value.normalize():f}"), force_grouping=True) if isinstance(value, Decimal) else value


class YearField(TypedField):
    read = staticmethod(typed_year)


class DayField(TypedField):
    """Written « 28 février 2015 » or 28/02/2015: no calendar to open, no format to guess."""

    read = staticmethod(typed_day)

    def prepare_value(self, value: Any) -> Any:
        return date_format(value, "d/m/Y") if isinstance(value, date) else value


class WordsField(forms.CharField):
    """Words or groups of words, separated by commas or lines."""

    widget = forms.Textarea(attrs={"rows": 3})

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value) or ""
        return list(dict.fromkeys(word.strip() for word in text.replace("\n", ",").split(",") if word.strip()))
