"""Rows that are written, and rows of before that are changed."""

from django.db import migrations


def fill(apps, editor):
    initiative = apps.get_model("workshop", "Initiative").objects.get()
    initiative.name = f"{initiative.name}, demain"
    initiative.save()
    for rank in range(60):
        apps.get_model("tomorrow", "Vote").objects.create(title=f"Vote {rank}", initiative=initiative)


class Migration(migrations.Migration):

    dependencies = [("tomorrow", "0001_votes")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
