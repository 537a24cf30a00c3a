from django.db import migrations, models


class Migration(migrations.Migration):
    """What all processes of an instance must know alike for a while, on whatever machine they are."""

    dependencies = [
        ("core", "0014_answers_by_link_are_told"),
    ]

    operations = [
        migrations.CreateModel(
            name="Remembered",
            fields=[
                ("cache_key", models.CharField(max_length=255, primary_key=True, serialize=False)),
                ("value", models.TextField()),
                ("expires", models.DateTimeField(db_index=True)),
            ],
            options={
                "db_table": "core_remembered",
            },
        ),
    ]
