"""Chains that teams fill together, and pairs of ideas that may clash, with what people say of them."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('convergence', '0002_corrections_that_stay'),
        ('core', '0005_texts'),
        ('intake', '0013_translated_titles'),
        ('workshop', '0013_spellings_are_taken_off'),
    ]

    operations = [
        migrations.CreateModel(
            name='Chain',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(editable=False)),
                ('rank', models.PositiveIntegerField(default=0)),
                ('is_current', models.BooleanField(default=True)),
                ('state', models.CharField(choices=[('to_check', 'to be checked'), ('real', 'real'), ('not_one', 'not one')], default='to_check', max_length=20)),
                ('reason', models.CharField(blank=True, max_length=500)),
                ('judged_at', models.DateTimeField(blank=True, null=True)),
                ('key', models.CharField(max_length=40)),
                ('name', models.CharField(blank=True, max_length=300)),
                ('ties', models.JSONField(blank=True, default=list)),
                ('initiative', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='workshop.initiative')),
                ('judged_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.person')),
            ],
            options={
                'ordering': ['rank', 'id'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ChainIdea',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('step', models.CharField(max_length=40)),
                ('rank', models.PositiveIntegerField()),
                ('chain', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='places', to='convergence.chain')),
                ('idea', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='intake.idea')),
                ('initiative', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='workshop.initiative')),
            ],
            options={
                'ordering': ['rank', 'id'],
            },
        ),
        migrations.AddField(
            model_name='chain',
            name='ideas',
            field=models.ManyToManyField(related_name='+', through='convergence.ChainIdea', to='intake.idea'),
        ),
        migrations.CreateModel(
            name='Tension',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(editable=False)),
                ('rank', models.PositiveIntegerField(default=0)),
                ('is_current', models.BooleanField(default=True)),
                ('state', models.CharField(choices=[('to_check', 'to be checked'), ('real', 'real'), ('not_one', 'not one')], default='to_check', max_length=20)),
                ('reason', models.CharField(blank=True, max_length=500)),
                ('judged_at', models.DateTimeField(blank=True, null=True)),
                ('kind', models.CharField(choices=[('dispute', 'two sides'), ('opposite', 'opposite wishes'), ('figure', 'two figures')], max_length=20)),
                ('axis', models.CharField(max_length=40)),
                ('about', models.JSONField(blank=True, default=list)),
                ('said', models.JSONField(blank=True, default=list)),
                ('first', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='intake.idea')),
                ('initiative', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='workshop.initiative')),
                ('judged_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.person')),
                ('second', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='intake.idea')),
            ],
            options={
                'ordering': ['rank', 'id'],
                'abstract': False,
            },
        ),
        migrations.AddConstraint(
            model_name='chainidea',
            constraint=models.UniqueConstraint(fields=('chain', 'idea'), name='an_idea_stands_once_in_a_chain'),
        ),
        migrations.AddConstraint(
            model_name='chain',
            constraint=models.UniqueConstraint(fields=('initiative', 'public_id'), name='one_chain_an_id'),
        ),
        migrations.AddConstraint(
            model_name='chain',
            constraint=models.CheckConstraint(condition=models.Q(('state', 'to_check'), models.Q(('reason', ''), _negated=True), _connector='OR'), name='a_judged_chain_says_why'),
        ),
        migrations.AddConstraint(
            model_name='tension',
            constraint=models.UniqueConstraint(fields=('initiative', 'public_id'), name='one_tension_an_id'),
        ),
        migrations.AddConstraint(
            model_name='tension',
            constraint=models.CheckConstraint(condition=models.Q(('state', 'to_check'), models.Q(('reason', ''), _negated=True), _connector='OR'), name='a_judged_tension_says_why'),
        ),
    ]
