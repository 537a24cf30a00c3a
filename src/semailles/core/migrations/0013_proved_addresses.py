"""When the owner of an address first came by a way that only they have."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('core', '0012_notices'),
    ]

    operations = [
        migrations.AddField(
            model_name='person',
            name='proved_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
    ]
