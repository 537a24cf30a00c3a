from django.db import migrations, models
from django.db.models import Exists, OuterRef


def tell_what_is_said(apps, schema_editor):
    """An idea is said when a version that counts says it."""
    ideas, sources = apps.get_model("intake", "Idea").objects, apps.get_model("intake", "Source").objects
    ideas.update(is_said=Exists(sources.filter(idea=OuterRef("pk"), passage__version__is_latest=True)))


class Migration(migrations.Migration):
    """Lists of ideas find those that stand without looking at their sources."""

    dependencies = [
        ("intake", "0004_reason_of_setting_aside"),
    ]

    operations = [
        migrations.AddField(
            model_name="idea",
            name="is_said",
            field=models.BooleanField(default=True),
        ),
        migrations.RunPython(tell_what_is_said, migrations.RunPython.noop),
        migrations.AddIndex(
            model_name="idea",
            index=models.Index(fields=["initiative", "team", "number", "state", "is_said"], name="ideas_by_mark"),
        ),
        migrations.AddIndex(
            model_name="idea",
            index=models.Index(fields=["initiative", "-score", "state", "is_said"], name="ideas_by_score"),
        ),
    ]
