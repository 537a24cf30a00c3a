"""A table of a later version."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("workshop", "0016_questions")]

    operations = [
        migrations.CreateModel(
            name="Vote",
            fields=[
                ("id", models.BigAutoField(primary_key=True)),
                ("title", models.CharField(max_length=100)),
                ("initiative", models.ForeignKey(on_delete=models.CASCADE, to="workshop.initiative")),
            ],
        ),
    ]
