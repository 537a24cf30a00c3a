
from django.db import migrations, models


class Migration(migrations.Migration):
    """What people write is looked for in the documents that were read before."""

    dependencies = [
        ('workshop', '0010_contacts'),
    ]

    operations = [
        migrations.AddField(
            model_name='actor',
            name='is_to_be_sought',
            field=models.BooleanField(default=False, editable=False),
        ),
    ]
