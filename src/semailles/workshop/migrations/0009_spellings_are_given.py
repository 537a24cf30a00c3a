
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """People say whose a spelling is."""

    dependencies = [
        ('workshop', '0008_actors_are_written'),
    ]

    operations = [
        migrations.AddField(
            model_name='spelling',
            name='came_from',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='workshop.actor'),
        ),
        migrations.AddField(
            model_name='spelling',
            name='is_pinned',
            field=models.BooleanField(default=False),
        ),
        migrations.AddConstraint(
            model_name='spelling',
            constraint=models.UniqueConstraint(condition=models.Q(('is_pinned', True)), fields=('initiative', 'text'), name='a_spelling_is_pinned_once'),
        ),
    ]
