"""A table that is written anew."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("tomorrow", "0002_filled")]

    operations = [
        migrations.AddField("vote", "weight", models.PositiveSmallIntegerField(default=1)),
        migrations.AlterField("vote", "title", models.CharField(max_length=200, unique=True)),
    ]
