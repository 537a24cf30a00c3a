from django.db import migrations, models


class Migration(migrations.Migration):
    """A file that cannot be read asks for nothing once it has left the folder."""

    dependencies = [
        ("intake", "0005_said_ideas"),
    ]

    operations = [
        migrations.AddField(
            model_name="document",
            name="is_in_folder",
            field=models.BooleanField(default=True),
        ),
    ]
