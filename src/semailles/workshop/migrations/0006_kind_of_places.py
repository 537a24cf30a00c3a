from django.db import migrations, models


class Migration(migrations.Migration):
    """A commune, a district, a site, a river, a territory."""

    dependencies = [
        ("workshop", "0005_known_time_zones"),
    ]

    operations = [
        migrations.AddField(
            model_name="place",
            name="kind",
            field=models.CharField(
                blank=True,
                choices=[
                    ("commune", "commune"),
                    ("quartier", "district or hamlet"),
                    ("site", "site"),
                    ("eau", "river, lake or coast"),
                    ("territoire", "territory"),
                ],
                max_length=20,
            ),
        ),
    ]
