import pytest

from semailles.core.errors import NotAllowed
from semailles.core.jobs.actions import enqueue
from semailles.core.jobs.kinds import UnknownJob
from semailles.core.jobs.queries import jobs_of, latest_job
from semailles.core.models import Event, Job, Person
from semailles.workshop.actions import open_initiative
from semailles.workshop.models import Initiative


def test_a_double_click_asks_for_one_job(initiative: Initiative, local: Person) -> None:
    first = enqueue("publish", {"on": "2026-03-02"}, initiative=initiative, by=local, key="token")
    second = enqueue("publish", {"on": "2026-03-02"}, initiative=initiative, by=local, key="token")

    assert (second.pk, second.status, second.arguments) == (first.pk, "waiting", {"on": "2026-03-02"})
    assert [(event.verb, event.label) for event in Event.objects.filter(subject_kind="Job")] == [("asked for", "Printing the roadmap")]


def test_the_same_key_in_two_initiatives_is_two_jobs(initiative: Initiative, local: Person) -> None:
    other = open_initiative("Plateau", by=local)

    jobs = [enqueue("publish", {}, initiative=one, by=local, key="token") for one in (initiative, other)]

    assert [list(jobs_of(one.public_id)) for one in (initiative, other)] == [[jobs[0]], [jobs[1]]]


def test_the_latest_job_of_a_kind_is_the_one_shown(initiative: Initiative, local: Person) -> None:
    for key in ("one", "two"):
        enqueue("publish", {}, initiative=initiative, by=local, key=key)

    latest = latest_job(initiative.public_id, "publish")
    assert latest is not None
    assert (latest.key, latest_job(initiative.public_id, "other")) == ("two", None)


def test_only_who_may_publish_asks_for_it(initiative: Initiative) -> None:
    with pytest.raises(NotAllowed):
        enqueue("publish", {}, initiative=initiative, by=Person.objects.create(name="Passant"), key="token")

    assert Job.objects.count() == 0


def test_a_work_that_nobody_knows_is_refused_with_its_name(initiative: Initiative, local: Person) -> None:
    with pytest.raises(UnknownJob) as refused:
        enqueue("harvest", {}, initiative=initiative, by=local, key="token")

    assert refused.value.sentence == "This version of Semailles does not know the work « harvest »."
