"""What can be searched, and the database's own index beside it."""

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from semailles.core.search.shelves import shelf


def create_words(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    shelf(editor.connection.vendor).create(editor)


def drop_words(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    shelf(editor.connection.vendor).drop(editor)


class Migration(migrations.Migration):
    dependencies = [("core", "0001_people_and_journal")]

    operations = [
        migrations.CreateModel(
            name="SearchEntry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("initiative_id", models.UUIDField()),
                ("kind", models.CharField(max_length=20)),
                ("key", models.CharField(max_length=200)),
                ("title", models.TextField(blank=True)),
                ("body", models.TextField(blank=True)),
                ("lang", models.CharField(blank=True, max_length=2)),
                ("facets", models.JSONField(blank=True, default=dict)),
                ("audience", models.PositiveSmallIntegerField()),
                ("digest", models.CharField(max_length=64)),
            ],
            options={
                "ordering": ["id"],
                "verbose_name_plural": "search entries",
                "constraints": [models.UniqueConstraint(fields=("initiative_id", "kind", "key"), name="a_thing_is_found_once")],
            },
        ),
        migrations.AlterField(
            model_name="event",
            name="by",
            field=models.ForeignKey(on_delete=models.PROTECT, related_name="+", to="core.person"),
        ),
        migrations.RunPython(create_words, drop_words),
    ]
