from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from semailles.web.layout.access import asks
from semailles.web.layout.request import Request
from semailles.workshop.rules import may_read


@asks(may_read)
@require_safe
def find(request: Request) -> HttpResponse:
    return render(request, "find/page.html")
