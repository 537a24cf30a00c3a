"""The same rows as our lists, by a bare Django view and template: what the framework costs by itself."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.template import Context, Engine
from django.urls import include, path

from semailles.intake.models import Idea
from semailles.workshop.models import Initiative

IDEAS = Engine(builtins=["django.templatetags.i18n"]).from_string(
    """<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Idées</title></head><body><h1>{{ page.paginator.count }} idées</h1>
<table>{% for idea in page %}{% with source=idea.sources.all.0 family=idea.families.all.0 %}<tr>
<td>{{ idea.team.letter }}{{ idea.number }}</td><td><a href="{% url 'idea' idea.public_id %}">{{ idea.title }}</a></td><td>{{ idea.get_kind_display }}</td>
<td><a href="{% url 'document' source.passage.version.document.public_id %}?passage={{ source.passage.rank }}&amp;debut={{ source.start }}&amp;fin={{ source.end }}">
{{ source.passage.version.document.path }}, p. {{ source.passage.locator.page }}</a></td>
<td><a href="{% url 'convergence' family.public_id %}">{{ family.title }}</a></td><td>{{ idea.get_state_display }}</td></tr>{% endwith %}{% endfor %}</table>
{% if page.has_previous %}<a href="?page={{ page.previous_page_number }}">Page précédente</a>{% endif %}
{% if page.has_next %}<a href="?page={{ page.next_page_number }}">Page suivante</a>{% endif %}</body></html>"""
)


def ideas(request: HttpRequest) -> HttpResponse:
    initiative = Initiative.objects.first()
    found = Idea.objects.filter(initiative=initiative).current().select_related("team").order_by("team_id", "number")
    page = Paginator(found.prefetch_related("sources__passage__version__document", "families"), 50).get_page(request.GET.get("page"))
    return HttpResponse(IDEAS.render(Context({"page": page})))


urlpatterns = [path("bare/ideas/", ideas), path("", include("semailles.config.urls"))]
handler404 = "semailles.web.pages.errors.views.not_found"
