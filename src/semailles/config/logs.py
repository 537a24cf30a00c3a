"""What is written where Semailles runs: a line for a person, or for a program that gathers lines. Nothing is sent anywhere."""

from typing import Any

import structlog

TEXT, JSON = FORMS = ("text", "json")
REQUESTS = "semailles.web.layout.watch"
TOLD = (
    "method",
    "route",
    "status",
    "ms",
    "kind",
    "initiative",
)  # of a request, beside its number: no address, no name, nothing that was typed


def logging_as(form: str, *, tells_requests: bool) -> dict[str, Any]:
    """The setting LOGGING. `tells_requests`: a line for each request, which a person at their own machine has no use for."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": {"()": structlog.stdlib.ProcessorFormatter, "processors": _last(form), "foreign_pre_chain": _first()}},
        "filters": {"discreet": {"()": "semailles.config.discreet.WithoutTokens"}},
        "handlers": {
            "terminal": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["discreet"], "level": "ERROR"},
            "requests": {"class": "logging.StreamHandler", "formatter": "line", "level": "INFO"},
        },
        "root": {"handlers": ["terminal"], "level": "WARNING"},
        "loggers": {
            "django.security.DisallowedHost": {"level": "CRITICAL"},  # another machine's name: its page says no, nothing failed
            REQUESTS: {"handlers": ["requests"], "level": "INFO" if tells_requests else "CRITICAL", "propagate": False},
        },
    }


def _first() -> list[Any]:
    return [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.ExtraAdder(allow=TOLD),
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]


def _last(form: str) -> list[Any]:
    if form == JSON:
        return [structlog.stdlib.ProcessorFormatter.remove_processors_meta, structlog.processors.dict_tracebacks, _written]
    return [structlog.stdlib.ProcessorFormatter.remove_processors_meta, structlog.dev.ConsoleRenderer(colors=False)]


_written = structlog.processors.JSONRenderer(ensure_ascii=False)
