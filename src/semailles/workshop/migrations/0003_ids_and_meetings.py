"""Give each row of before its public id, and each name of a meeting its own milestone."""

import uuid

from django.db import migrations

KINDS = ("Phase", "Body", "ProcessCost", "ProcessFunding")


def give_ids(apps, schema_editor):
    for kind in KINDS:
        for row in apps.get_model("workshop", kind).objects.all():
            row.public_id = uuid.uuid4()
            row.save(update_fields=["public_id"])


def open_meetings(apps, schema_editor):
    milestones = apps.get_model("workshop", "Milestone").objects
    for body in apps.get_model("workshop", "Body").objects.all():
        for rank, label in enumerate(body.meetings):
            fields = {"label": label, "kind": "réunion", "body": body, "rank": rank, "public_id": uuid.uuid4()}
            milestones.create(initiative_id=body.initiative_id, **fields)


def name_meetings(apps, schema_editor):
    for body in apps.get_model("workshop", "Body").objects.all():
        body.meetings = list(body.opened_meetings.order_by("rank").values_list("label", flat=True))
        body.save(update_fields=["meetings"])


class Migration(migrations.Migration):

    dependencies = [
        ('workshop', '0002_process_on_screen'),
    ]

    operations = [
        migrations.RunPython(give_ids, migrations.RunPython.noop),
        migrations.RunPython(open_meetings, name_meetings),
    ]
