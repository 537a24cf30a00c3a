"""Corrections that stay: the log of gestures, maps proposed, words made equal, and what people settle on a family."""

import django.db.models.deletion
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('convergence', '0001_families'),
        ('core', '0005_texts'),
        ('intake', '0012_readings_again'),
        ('workshop', '0013_spellings_are_taken_off'),
    ]

    operations = [
        migrations.AddField(
            model_name='family',
            name='balance',
            field=models.FloatField(default=0),
        ),
        migrations.AddField(
            model_name='family',
            name='chance',
            field=models.FloatField(default=1),
        ),
        migrations.AddField(
            model_name='family',
            name='has_chosen_theme',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='family',
            name='is_named',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='family',
            name='is_quoted',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='family',
            name='validated_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='family',
            name='validated_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.person'),
        ),
        migrations.AddField(
            model_name='familymember',
            name='confidence',
            field=models.FloatField(default=1),
        ),
        migrations.AddField(
            model_name='familymember',
            name='is_doubtful',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='familymember',
            name='is_pinned',
            field=models.BooleanField(default=False),
        ),
        migrations.CreateModel(
            name='Correction',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('verb', models.CharField(choices=[('moved idea', 'moved'), ('joined ideas', 'kept together'), ('parted ideas', 'kept apart'), ('split family', 'split'), ('merged families', 'merged'), ('renamed family', 'renamed'), ('quoted idea', 'quoted'), ('chose theme', 'put under a theme'), ('pinned idea', 'pinned'), ('unpinned idea', 'unpinned'), ('validated family', 'validated'), ('reopened family', 'reopened'), ('arranged wall', 'arranged as on the wall'), ('took changes', 'taken from a proposed map')], max_length=20)),
                ('reason', models.CharField(blank=True, max_length=500)),
                ('at', models.DateTimeField(auto_now_add=True)),
                ('words', models.JSONField(blank=True, default=dict)),
                ('before', models.JSONField()),
                ('after', models.JSONField()),
                ('pairs', models.JSONField(blank=True, default=list)),
                ('photo', models.CharField(blank=True, max_length=64)),
                ('undone_at', models.DateTimeField(blank=True, null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.person')),
                ('families', models.ManyToManyField(related_name='corrections', to='convergence.family')),
                ('ideas', models.ManyToManyField(related_name='corrections', to='intake.idea')),
                ('initiative', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='workshop.initiative')),
                ('undone_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.person')),
            ],
            options={
                'ordering': ['-id'],
            },
        ),
        migrations.CreateModel(
            name='Equivalence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('said', models.CharField(max_length=200)),
                ('forms', models.JSONField(default=list)),
                ('confirmed_at', models.DateTimeField(auto_now_add=True)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('withdrawn_reason', models.CharField(blank=True, max_length=500)),
                ('confirmed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.person')),
                ('initiative', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='workshop.initiative')),
                ('withdrawn_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.person')),
            ],
            options={
                'ordering': ['said', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Proposal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('at', models.DateTimeField(auto_now_add=True)),
                ('state', models.CharField(choices=[('open', 'open'), ('closed', 'closed')], default='open', max_length=20)),
                ('made_on', models.CharField(max_length=64)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.person')),
                ('initiative', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='workshop.initiative')),
            ],
            options={
                'ordering': ['-id'],
            },
        ),
        migrations.CreateModel(
            name='ProposedChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('rank', models.PositiveIntegerField()),
                ('to_new', models.CharField(blank=True, max_length=300)),
                ('new_rank', models.PositiveIntegerField(blank=True, null=True)),
                ('words', models.JSONField(blank=True, default=list)),
                ('state', models.CharField(choices=[('waiting', 'to be decided'), ('taken', 'taken'), ('left', 'left as it was')], default='waiting', max_length=20)),
                ('correction', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='changes', to='convergence.correction')),
                ('from_family', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='convergence.family')),
                ('idea', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='intake.idea')),
                ('initiative', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='workshop.initiative')),
                ('nearest', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='intake.idea')),
                ('proposal', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='changes', to='convergence.proposal')),
                ('to_family', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='convergence.family')),
            ],
            options={
                'ordering': ['rank'],
            },
        ),
        migrations.AddIndex(
            model_name='correction',
            index=models.Index(fields=['initiative', 'undone_at', '-id'], name='corrections_that_stand'),
        ),
        migrations.AddConstraint(
            model_name='correction',
            constraint=models.UniqueConstraint(fields=('initiative', 'public_id'), name='one_correction_an_id'),
        ),
        migrations.AddConstraint(
            model_name='correction',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('undone_at', None), ('undone_by', None)), models.Q(('undone_at__isnull', False), ('undone_by__isnull', False)), _connector='OR'), name='a_correction_undone_says_by_whom'),
        ),
        migrations.AddConstraint(
            model_name='equivalence',
            constraint=models.UniqueConstraint(fields=('initiative', 'public_id'), name='one_equivalence_an_id'),
        ),
        migrations.AddConstraint(
            model_name='equivalence',
            constraint=models.CheckConstraint(condition=models.Q(('withdrawn_at', None), models.Q(('withdrawn_reason', ''), _negated=True), _connector='OR'), name='an_equivalence_withdrawn_says_why'),
        ),
        migrations.AddConstraint(
            model_name='proposal',
            constraint=models.UniqueConstraint(fields=('initiative', 'public_id'), name='one_proposal_an_id'),
        ),
        migrations.AddConstraint(
            model_name='proposal',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'open')), fields=('initiative',), name='one_open_proposal'),
        ),
        migrations.AddConstraint(
            model_name='proposedchange',
            constraint=models.UniqueConstraint(fields=('initiative', 'public_id'), name='one_change_an_id'),
        ),
        migrations.AddConstraint(
            model_name='proposedchange',
            constraint=models.UniqueConstraint(fields=('proposal', 'idea'), name='one_change_an_idea'),
        ),
        migrations.AddConstraint(
            model_name='proposedchange',
            constraint=models.CheckConstraint(condition=models.Q(('new_rank__isnull', False), ('to_family__isnull', False), _connector='OR'), name='a_change_says_where'),
        ),
        migrations.AddConstraint(
            model_name='proposedchange',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('correction__isnull', False), ('state', 'taken')), models.Q(models.Q(('state', 'taken'), _negated=True), ('correction', None)), _connector='OR'), name='a_change_taken_is_a_correction'),
        ),
    ]
