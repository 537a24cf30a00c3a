from django.db import migrations, models


class Migration(migrations.Migration):
    """A passage may be in another language than its document."""

    dependencies = [
        ("intake", "0009_figures"),
    ]

    operations = [
        migrations.AddField(
            model_name="passage",
            name="lang",
            field=models.CharField(blank=True, max_length=2),
        ),
    ]
