"""A request as our views see it: who asks, of which initiative."""

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from semailles.core.audience import Audience
from semailles.core.models import Person
from semailles.workshop.models import Initiative


class Request(HttpRequest):
    htmx: HtmxDetails
    person: Person
    initiative: Initiative
    circle: Audience
