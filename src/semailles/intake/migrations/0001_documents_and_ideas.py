"""First tables."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('workshop', '0001_initiative_and_frame'),
    ]

    operations = [
        migrations.CreateModel(
            name='Document',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField()),
                ('path', models.CharField(max_length=1000)),
                ('initiative', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='workshop.initiative')),
                ('team', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='documents', to='workshop.team')),
            ],
            options={
                'ordering': ['path'],
            },
        ),
        migrations.CreateModel(
            name='DocumentVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sha256', models.CharField(max_length=64)),
                ('kind', models.CharField(blank=True, max_length=20)),
                ('lang', models.CharField(blank=True, max_length=2)),
                ('pages', models.PositiveIntegerField(default=0)),
                ('status', models.CharField(choices=[('read', 'read'), ('unreadable', 'unreadable')], max_length=20)),
                ('reason', models.CharField(blank=True, max_length=40)),
                ('detail', models.JSONField(blank=True, default=dict)),
                ('is_latest', models.BooleanField(default=True)),
                ('received_at', models.DateTimeField()),
                ('document', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='versions', to='intake.document')),
                ('initiative', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='workshop.initiative')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='Idea',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField()),
                ('number', models.PositiveIntegerField(blank=True, null=True)),
                ('title', models.CharField(max_length=300)),
                ('text', models.TextField()),
                ('kind', models.CharField(choices=[('besoin', 'need'), ('proposition', 'proposal'), ('projet', 'project'), ('vision', 'vision')], max_length=20)),
                ('lang', models.CharField(blank=True, max_length=2)),
                ('score', models.FloatField()),
                ('cues', models.JSONField(blank=True, default=list)),
                ('state', models.CharField(choices=[('suggested', 'to be validated'), ('kept', 'kept'), ('set_aside', 'set aside')], default='suggested', max_length=20)),
                ('initiative', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='workshop.initiative')),
                ('team', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='ideas', to='workshop.team')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='Passage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('rank', models.PositiveIntegerField()),
                ('kind', models.CharField(choices=[('title', 'title'), ('heading', 'heading'), ('paragraph', 'paragraph'), ('item', 'list entry'), ('row', 'table row'), ('note', 'note')], max_length=20)),
                ('text', models.TextField()),
                ('level', models.PositiveSmallIntegerField(default=0)),
                ('path', models.JSONField(blank=True, default=list)),
                ('locator', models.JSONField()),
                ('initiative', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='workshop.initiative')),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='passages', to='intake.documentversion')),
            ],
            options={
                'ordering': ['version_id', 'rank'],
            },
        ),
        migrations.CreateModel(
            name='Mention',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('start', models.PositiveIntegerField()),
                ('end', models.PositiveIntegerField()),
                ('quote', models.TextField()),
                ('kind', models.CharField(max_length=20)),
                ('actor', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='mentions', to='workshop.actor')),
                ('initiative', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='workshop.initiative')),
                ('passage', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='intake.passage')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='Claim',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('start', models.PositiveIntegerField()),
                ('end', models.PositiveIntegerField()),
                ('quote', models.TextField()),
                ('surface', models.CharField(max_length=300)),
                ('role', models.CharField(blank=True, max_length=20)),
                ('level', models.CharField(choices=[('pressenti', 'foreseen'), ('sollicité', 'sought'), ('à confirmer', 'to be confirmed'), ('accord oral', 'oral agreement'), ('engagement écrit', 'written commitment'), ('réalisé', 'fulfilled'), ('retiré', 'withdrawn'), ('décidé', 'décidé')], max_length=20)),
                ('weight', models.FloatField()),
                ('actor', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='claims', to='workshop.actor')),
                ('initiative', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='workshop.initiative')),
                ('passage', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='intake.passage')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='PlaceMention',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('start', models.PositiveIntegerField()),
                ('end', models.PositiveIntegerField()),
                ('quote', models.TextField()),
                ('initiative', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='workshop.initiative')),
                ('passage', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='intake.passage')),
                ('place', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='mentions', to='workshop.place')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='Remark',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('start', models.PositiveIntegerField()),
                ('end', models.PositiveIntegerField()),
                ('quote', models.TextField()),
                ('heading', models.CharField(choices=[('constat', 'observation'), ('enjeux', 'stakes'), ('lieu', 'place'), ('pour qui', 'for whom'), ('comment le lancer', 'how to start'), ('exemples', 'examples')], max_length=20)),
                ('score', models.FloatField()),
                ('initiative', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='workshop.initiative')),
                ('passage', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='intake.passage')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='Source',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('start', models.PositiveIntegerField()),
                ('end', models.PositiveIntegerField()),
                ('quote', models.TextField()),
                ('idea', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sources', to='intake.idea')),
                ('initiative', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='workshop.initiative')),
                ('passage', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sources', to='intake.passage')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.AddConstraint(
            model_name='document',
            constraint=models.UniqueConstraint(fields=('initiative', 'path'), name='one_document_a_path'),
        ),
        migrations.AddConstraint(
            model_name='documentversion',
            constraint=models.UniqueConstraint(fields=('document', 'sha256'), name='a_version_comes_once'),
        ),
        migrations.AddConstraint(
            model_name='documentversion',
            constraint=models.UniqueConstraint(condition=models.Q(('is_latest', True)), fields=('document',), name='one_latest_version'),
        ),
        migrations.AddConstraint(
            model_name='documentversion',
            constraint=models.CheckConstraint(condition=models.Q(('status', 'read'), models.Q(('reason', ''), _negated=True), _connector='OR'), name='unreadable_says_why'),
        ),
        migrations.AddConstraint(
            model_name='idea',
            constraint=models.UniqueConstraint(fields=('initiative', 'public_id'), name='one_idea_an_id'),
        ),
        migrations.AddConstraint(
            model_name='idea',
            constraint=models.UniqueConstraint(fields=('team', 'number'), name='one_idea_a_mark'),
        ),
        migrations.AddConstraint(
            model_name='passage',
            constraint=models.UniqueConstraint(fields=('version', 'rank'), name='one_passage_a_rank'),
        ),
        migrations.AddConstraint(
            model_name='mention',
            constraint=models.CheckConstraint(condition=models.Q(('start__gte', 0), ('end__gt', models.F('start'))), name='a_mention_has_words'),
        ),
        migrations.AddConstraint(
            model_name='claim',
            constraint=models.CheckConstraint(condition=models.Q(('start__gte', 0), ('end__gt', models.F('start'))), name='a_claim_has_words'),
        ),
        migrations.AddConstraint(
            model_name='placemention',
            constraint=models.CheckConstraint(condition=models.Q(('start__gte', 0), ('end__gt', models.F('start'))), name='a_place_mention_has_words'),
        ),
        migrations.AddConstraint(
            model_name='remark',
            constraint=models.CheckConstraint(condition=models.Q(('start__gte', 0), ('end__gt', models.F('start'))), name='a_remark_has_words'),
        ),
        migrations.AddConstraint(
            model_name='source',
            constraint=models.UniqueConstraint(fields=('idea', 'passage', 'start'), name='a_source_stands_once'),
        ),
        migrations.AddConstraint(
            model_name='source',
            constraint=models.CheckConstraint(condition=models.Q(('start__gte', 0), ('end__gt', models.F('start'))), name='a_source_has_words'),
        ),
    ]
