"""Drafts: the words of a form until it is taken."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('core', '0010_erased_names'),
    ]

    operations = [
        migrations.CreateModel(
            name='FormDraft',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.UUIDField()),
                ('page', models.CharField(max_length=300)),
                ('query', models.CharField(blank=True, max_length=500)),
                ('title', models.CharField(blank=True, max_length=200)),
                ('fields', models.JSONField(default=dict)),
                ('was_refused', models.BooleanField(default=False)),
                ('at', models.DateTimeField()),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='core.person')),
            ],
            options={
                'ordering': ['-at', '-id'],
                'indexes': [models.Index(fields=['person', 'page'], name='draft_page')],
                'constraints': [models.UniqueConstraint(fields=('person', 'key'), name='one_draft_a_form'), models.CheckConstraint(condition=models.Q(('page__startswith', '/')), name='a_draft_stands_on_a_page')],
            },
        ),
    ]
