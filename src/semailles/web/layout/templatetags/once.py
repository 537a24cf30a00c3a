"""What each form says of itself, beside its secret: `{% csrf_token %}`, as everywhere in Django, writes both."""

import uuid

from django import template
from django.http import HttpRequest
from django.template.base import Parser, Token
from django.template.defaulttags import CsrfTokenNode
from django.utils.html import format_html
from django.utils.safestring import SafeString

from semailles.core.drafts.words import ONCE

register = template.Library()


class FormNode(CsrfTokenNode):
    def render(self, context: template.Context) -> SafeString:
        secret, request = super().render(context), context.get("request")
        if not secret or not isinstance(request, HttpRequest):
            return SafeString(secret)
        return format_html('{}<input type="hidden" name="{}" value="{}">', secret, ONCE, _key(request))


@register.tag
def csrf_token(parser: Parser, token: Token) -> FormNode:
    return FormNode()


def _key(request: HttpRequest) -> uuid.UUID:
    """One a page: forms of a page are told apart by the address to which they are sent."""
    if not hasattr(request, "once_key"):
        request.once_key = uuid.uuid4()  # type: ignore[attr-defined]  # kept for the page's other forms
    return request.once_key  # type: ignore[attr-defined,no-any-return]  # set just above
