import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Ideas that stood on another platform say where; a document says whose export it is, and which of its rows could not be read."""

    dependencies = [
        ("intake", "0010_language_of_passages"),
        ("workshop", "0007_actors_are_merged"),
    ]

    operations = [
        migrations.AddField(
            model_name="documentversion",
            name="platform",
            field=models.CharField(
                blank=True,
                choices=[
                    ("decidim", "Decidim"),
                    ("polis", "Polis"),
                    ("adhocracy", "adhocracy"),
                    ("territoires-en-transitions", "Territoires en Transitions"),
                    ("board", "a board of sticky notes"),
                ],
                max_length=40,
            ),
        ),
        migrations.AddField(
            model_name="documentversion",
            name="told",
            field=models.JSONField(blank=True, default=list),
        ),
        migrations.CreateModel(
            name="Origin",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "platform",
                    models.CharField(
                        choices=[
                            ("decidim", "Decidim"),
                            ("polis", "Polis"),
                            ("adhocracy", "adhocracy"),
                            ("territoires-en-transitions", "Territoires en Transitions"),
                            ("board", "a board of sticky notes"),
                        ],
                        max_length=40,
                    ),
                ),
                ("component", models.CharField(blank=True, max_length=300)),
                ("external_id", models.CharField(blank=True, max_length=200)),
                ("url", models.CharField(blank=True, max_length=1000)),
                ("author", models.CharField(blank=True, max_length=300)),
                ("theme", models.CharField(blank=True, max_length=300)),
                ("place", models.CharField(blank=True, max_length=300)),
                ("latitude", models.FloatField(blank=True, null=True)),
                ("longitude", models.FloatField(blank=True, null=True)),
                ("state", models.CharField(blank=True, max_length=100)),
                ("written_at", models.CharField(blank=True, max_length=60)),
                ("counts", models.JSONField(blank=True, default=list)),
                ("idea", models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name="origin", to="intake.idea")),
                ("initiative", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="workshop.initiative")),
            ],
            options={
                "ordering": ["id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("external_id", ""), _negated=True),
                        fields=("initiative", "platform", "component", "external_id"),
                        name="one_origin_an_external_id",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("url", ""), _negated=True),
                            models.Q(("url__startswith", "https://"), _negated=True),
                            models.Q(("url__startswith", "http://"), _negated=True),
                            _negated=True,
                        ),
                        name="an_origin_links_to_the_web",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("latitude", None), ("longitude", None)),
                            models.Q(("latitude__gte", -90), ("latitude__lte", 90), ("longitude__gte", -180), ("longitude__lte", 180)),
                            _connector="OR",
                        ),
                        name="a_point_is_on_earth",
                    ),
                ],
            },
        ),
    ]
