from django.db import migrations, models


class Migration(migrations.Migration):
    """A spelling that people take off is brought back by no file."""

    dependencies = [
        ('workshop', '0012_intercommunalities_are_places'),
    ]

    operations = [
        migrations.AddField(
            model_name='actor',
            name='taken_off',
            field=models.JSONField(blank=True, default=list, editable=False),
        ),
    ]
