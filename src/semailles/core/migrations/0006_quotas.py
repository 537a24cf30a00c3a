from django.db import migrations, models


class Migration(migrations.Migration):
    """How often something limited was done lately."""

    dependencies = [
        ("core", "0005_texts"),
    ]

    operations = [
        migrations.CreateModel(
            name="Spent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("scope", models.CharField(max_length=60)),
                ("key_digest", models.CharField(max_length=64)),
                ("at", models.DateTimeField()),
            ],
            options={
                "indexes": [models.Index(fields=["scope", "key_digest", "at"], name="spent_lately")],
            },
        ),
    ]
