"""Texts that people write together: sections, their versions, the drafts of second writers."""

import django.db.models.deletion
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('core', '0004_journal'),
    ]

    operations = [
        migrations.CreateModel(
            name='TextSection',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('initiative_id', models.UUIDField()),
                ('public_id', models.UUIDField(editable=False, unique=True)),
                ('owner_kind', models.CharField(max_length=60)),
                ('owner_id', models.UUIDField()),
                ('owner_label', models.CharField(blank=True, max_length=300)),
                ('slot', models.CharField(max_length=60)),
            ],
            options={
                'ordering': ['id'],
                'constraints': [models.UniqueConstraint(fields=('initiative_id', 'owner_kind', 'owner_id', 'slot'), name='one_section_a_slot')],
            },
        ),
        migrations.CreateModel(
            name='SectionVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('initiative_id', models.UUIDField()),
                ('rank', models.PositiveIntegerField()),
                ('base_rank', models.PositiveIntegerField()),
                ('text', models.TextField(blank=True)),
                ('note', models.CharField(blank=True, max_length=300)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.person')),
                ('section', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.textsection')),
            ],
            options={
                'ordering': ['section_id', 'rank'],
            },
        ),
        migrations.CreateModel(
            name='SectionDraft',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('initiative_id', models.UUIDField()),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('base_rank', models.PositiveIntegerField()),
                ('text', models.TextField(blank=True)),
                ('at', models.DateTimeField()),
                ('settled_at', models.DateTimeField(blank=True, null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.person')),
                ('merged_into', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.sectionversion')),
                ('section', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.textsection')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.AddConstraint(
            model_name='sectionversion',
            constraint=models.UniqueConstraint(fields=('section', 'rank'), name='one_version_a_rank'),
        ),
        migrations.AddConstraint(
            model_name='sectionversion',
            constraint=models.CheckConstraint(condition=models.Q(('rank__gt', models.F('base_rank'))), name='a_version_follows_its_base'),
        ),
        migrations.AddConstraint(
            model_name='sectiondraft',
            constraint=models.CheckConstraint(condition=models.Q(('merged_into', None), ('settled_at__isnull', False), _connector='OR'), name='a_merged_draft_is_settled'),
        ),
    ]
