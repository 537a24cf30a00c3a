"""What the table of projects reads."""

from datetime import UTC, date, datetime

from semailles.projects.models import Project
from semailles.projects.portfolio import news
from semailles.workshop.models import Initiative


def test_news_of_late_in_the_evening_is_dated_where_the_initiative_is(initiative: Initiative) -> None:
    project = Project.objects.create(initiative=initiative, number=1, title="Une ferme", taken_up_on="2027-03-08")
    Project.objects.update(updated_at=datetime(2027, 3, 8, 23, 30, tzinfo=UTC))
    project.refresh_from_db()

    assert news(initiative, [project]) == {project.pk: date(2027, 3, 9)}
