"""The same rows as our lists, by a bare Django view and template: what the framework costs by itself."""

from django.core.paginator import Paginator
from django.db.models import Count, F, Q, Window
from django.db.models.functions import RowNumber
from django.http import HttpRequest, HttpResponse
from django.template import Context, Engine
from django.urls import include, path

from semailles.convergence.models import Family
from semailles.intake.models import Idea
from semailles.projects.models import Project
from semailles.workshop.models import Actor, Initiative

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


FAMILIES = Engine(builtins=["django.templatetags.i18n"]).from_string(
    """<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Convergences</title></head><body><h1>{{ page.paginator.count }} convergences</h1>
<table>{% for family in page %}<tr><td><a href="{% url 'theme' family.theme.public_id %}">{{ family.theme.title }}</a></td>
<td><a href="{% url 'convergence' family.public_id %}">{{ family.title }}</a></td><td>{{ family.get_strength_display }}</td>
<td>{% for idea in family.ideas.all %}{{ idea.team.letter }} {% endfor %}</td><td>{{ family.ideas.all|length }} idées</td>
<td>{% for project in family.projects.all %}<a href="{% url 'project' project.number %}">{{ project.number }}</a>{% endfor %}</td></tr>{% endfor %}</table>
<table>{% for family in alone %}{% with source=family.medoid.sources.all.0 %}<tr><td>{{ family.medoid.team.letter }}</td><td>{{ family.theme.title }}</td>
<td><a href="{% url 'convergence' family.public_id %}">{{ family.title }}</a></td>
<td><a href="{% url 'document' source.passage.version.document.public_id %}?passage={{ source.passage.rank }}&amp;debut={{ source.start }}&amp;fin={{ source.end }}">
{{ source.passage.version.document.path }}, p. {{ source.passage.locator.page }}</a></td></tr>{% endwith %}{% endfor %}</table>
{% if page.has_next %}<a href="?page={{ page.next_page_number }}">Page suivante</a>{% endif %}</body></html>"""
)
ACTORS = Engine(builtins=["django.templatetags.i18n"]).from_string(
    """<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Acteurs</title></head><body><h1>{{ page.paginator.count }} acteurs</h1>
<table>{% for actor in page %}<tr><td><a href="{% url 'actor' actor.public_id %}">{{ actor.name }}</a></td><td>{{ actor.said }}</td><td>{{ actor.college }}</td>
<td>{% for spelling in actor.spellings.all %}{{ spelling.text }}, {% endfor %}</td><td>{% for claim in actor.claims.all %}{{ claim.level }}{% endfor %}</td>
<td>{{ actor.commitments.all|length }}</td></tr>{% endfor %}</table>
{% if page.has_next %}<a href="?page={{ page.next_page_number }}">Page suivante</a>{% endif %}</body></html>"""
)
PROJECTS = Engine(builtins=["django.templatetags.i18n"]).from_string(
    """<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Projets</title></head><body><h1>{{ page.paginator.count }} projets</h1>
<table>{% for one in page %}<tr><td>{{ one.number }}</td><td><a href="{% url 'project' one.number %}">{{ one.title }}</a></td><td>{{ one.get_maturity_display }}</td>
<td>{% for held in one.commitments.all %}<a href="{% url 'actor' held.actor.public_id %}">{{ held.actor.name }}</a> {{ held.get_level_display }}{% endfor %}</td>
<td>{{ one.get_status_display }} {{ one.blocked_by }} {{ one.unblocked_when }}</td><td>{{ one.costs.all|length }} {{ one.fundings.all|length }}
{{ one.milestones.all|length }} {{ one.obstacles.all|length }}</td><td>{{ one.updated_at|date:"d/m/Y" }}</td></tr>{% endfor %}</table>
{% if page.has_next %}<a href="?page={{ page.next_page_number }}">Page suivante</a>{% endif %}</body></html>"""
)
FIRST_OF_A_TEAM = 6


def ideas(request: HttpRequest) -> HttpResponse:
    initiative = Initiative.objects.first()
    found = Idea.objects.filter(initiative=initiative).current().select_related("team").order_by("team_id", "number")
    page = Paginator(found.prefetch_related("sources__passage__version__document", "families"), 50).get_page(request.GET.get("page"))
    return HttpResponse(IDEAS.render(Context({"page": page})))


def convergences(request: HttpRequest) -> HttpResponse:
    """A page of convergences and the first things that each team is alone to say."""
    found = Family.objects.filter(initiative=Initiative.objects.first(), is_current=True).select_related("theme")
    meeting = found.exclude(strength="").prefetch_related("ideas__team", "projects").order_by("theme_id", "rank")
    page = Paginator(meeting, 50).get_page(request.GET.get("page"))
    place = Window(RowNumber(), partition_by=F("medoid__team"), order_by="-medoid__score")
    alone = found.filter(strength="").select_related("theme", "medoid__team").annotate(place=place).filter(place__lte=FIRST_OF_A_TEAM)
    deep = alone.prefetch_related("medoid__sources__passage__version__document")
    return HttpResponse(FAMILIES.render(Context({"page": page, "alone": deep})))


def actors(request: HttpRequest) -> HttpResponse:
    said = Count("mentions", filter=Q(mentions__passage__version__is_latest=True))
    found = Actor.objects.filter(initiative=Initiative.objects.first()).annotate(said=said).order_by("kind", "-said", "name")
    page = Paginator(found.prefetch_related("spellings", "claims", "commitments"), 50).get_page(request.GET.get("page"))
    return HttpResponse(ACTORS.render(Context({"page": page})))


def projects(request: HttpRequest) -> HttpResponse:
    """Their lines are read, as whoever says what is missing must; no rule is applied."""
    found = Project.objects.filter(initiative=Initiative.objects.first(), set_aside_on=None, merged_into=None).select_related(
        "family", "group"
    )
    lined = found.prefetch_related(
        "commitments__actor", "costs", "fundings", "milestones", "obstacles", "themes", "feeds__idea", "places", "examples"
    )
    return HttpResponse(PROJECTS.render(Context({"page": Paginator(lined.order_by("number"), 50).get_page(request.GET.get("page"))})))


urlpatterns = [
    path("bare/projects/", projects),
    path("bare/ideas/", ideas),
    path("bare/convergences/", convergences),
    path("bare/actors/", actors),
    path("", include("semailles.config.urls")),
]
handler404 = "semailles.web.pages.errors.views.not_found"
