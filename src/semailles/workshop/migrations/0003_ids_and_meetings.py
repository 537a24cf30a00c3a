"""Carry the rows of before into the wider tables: each gets its public id and the key of its entry in demarche.toml, each meeting its own row."""

import uuid
from collections import Counter

from django.db import migrations

MOVED = (
    ("Phase", "WiderPhase", "phase", "name", ("name", "months", "rank")),
    ("Body", "WiderBody", "instance", "name", ("name", "kind")),
    ("ProcessCost", "WiderCost", "depense", "item", ("item", "amount", "detail", "rank")),
    ("ProcessFunding", "WiderFunding", "ressource", "funder", ("funder", "amount", "nature", "status", "detail", "rank")),
)


def carry(apps, schema_editor):
    for before, now, table, named, fields in MOVED:
        seen = Counter()
        for row in apps.get_model("workshop", before).objects.order_by("initiative_id", "id"):
            name = getattr(row, named)
            seen[row.initiative_id, name] += 1
            kept = {field: getattr(row, field) for field in fields}
            key = key_of(table, name, seen[row.initiative_id, name])
            moved = apps.get_model("workshop", now).objects.create(
                initiative_id=row.initiative_id, public_id=uuid.uuid4(), frame_key=key, **kept
            )
            if before == "Body":
                open_meetings(apps, moved, row.meetings)


def key_themes(apps, schema_editor):
    for theme in apps.get_model("workshop", "Theme").objects.filter(is_given=True):
        theme.frame_key = key_of("theme", theme.title, 1)
        theme.save(update_fields=["frame_key"])


def open_meetings(apps, body, labels):
    for rank, label in enumerate(labels):
        meeting = {"label": label, "kind": "réunion", "body": body, "rank": rank, "public_id": uuid.uuid4()}
        key = key_of("jalon", f"{body.name} : {label}", labels[:rank].count(label) + 1)
        apps.get_model("workshop", "Milestone").objects.create(initiative_id=body.initiative_id, frame_key=key, **meeting)


def carry_back(apps, schema_editor):
    for before, now, _, _, fields in MOVED:
        for row in apps.get_model("workshop", now).objects.filter(set_aside_on=None).order_by("initiative_id", "rank", "id"):
            kept = {field: getattr(row, field) for field in fields}
            if before == "Body":
                kept["meetings"] = list(row.meetings.order_by("rank").values_list("label", flat=True))
            apps.get_model("workshop", before).objects.create(initiative_id=row.initiative_id, **kept)
    apps.get_model("workshop", "Milestone").objects.all().delete()


def key_of(table, name, rank):
    return f"{table}: {name}" if rank == 1 else f"{table}: {name} #{rank}"


class Migration(migrations.Migration):

    dependencies = [
        ('workshop', '0002_process_on_screen'),
    ]

    operations = [
        migrations.RunPython(carry, carry_back),
        migrations.RunPython(key_themes, migrations.RunPython.noop),
    ]
