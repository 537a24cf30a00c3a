"""Figures for who runs the machine, in the format of Prometheus: counted by each process, added up when they are asked for."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.db.models import Count
from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import REGISTRY, Collector

from semailles.core.enums import JobStatus
from semailles.core.jobs.signs import silence
from semailles.core.models import Job
from semailles.core.saved import last

ANSWERS = Counter("semailles_answers", "Answers given.", ["route", "method", "status"])
TIMES = Histogram("semailles_answer_seconds", "Time taken by an answer.", ["route"], buckets=(0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10))


def written() -> bytes:
    registry = CollectorRegistry()
    if settings.FIGURES:
        MultiProcessCollector(registry, settings.FIGURES)  # type: ignore[no-untyped-call]  # the library's own signature
    else:  # one process, a test or a server that somebody else keeps
        registry.register(_Own())
    registry.register(_State())
    return generate_latest(registry)


class _Own(Collector):
    def collect(self) -> Iterator[Metric]:
        yield from REGISTRY.collect()


class _State(Collector):
    """What is true when it is asked."""

    def collect(self) -> Iterator[GaugeMetricFamily]:
        jobs = GaugeMetricFamily("semailles_jobs", "Pieces of long work, by where they stand.", labels=["status"])
        known = dict(Job.objects.order_by().values_list("status").annotate(Count("pk")))
        for status in JobStatus.values:
            jobs.add_metric([status], known.get(status, 0))
        yield jobs
        yield GaugeMetricFamily("semailles_disk_free_bytes", "Room left where the files are kept.", value=shutil.disk_usage(_place()).free)
        saved = last(_place())
        if saved is not None:
            yield GaugeMetricFamily(
                "semailles_last_backup_timestamp_seconds", "When this host made its last backup.", value=saved.made_at.timestamp()
            )
        quiet = silence()
        if quiet is not None:
            yield GaugeMetricFamily(
                "semailles_worker_silence_seconds", "Since the worker's last sign of life.", value=quiet.total_seconds()
            )


def _place() -> Path:
    return Path(settings.WORKSPACE)
