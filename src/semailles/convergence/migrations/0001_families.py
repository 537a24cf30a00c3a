"""First tables."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('intake', '0001_documents_and_ideas'),
        ('workshop', '0001_initiative_and_frame'),
    ]

    operations = [
        migrations.CreateModel(
            name='Family',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField()),
                ('title', models.CharField(max_length=300)),
                ('terms', models.JSONField(blank=True, default=list)),
                ('links', models.JSONField(blank=True, default=list)),
                ('cohesion', models.FloatField(default=0)),
                ('beyond_chance', models.FloatField(default=0)),
                ('strength', models.CharField(blank=True, choices=[('forte', 'strong'), ('moyenne', 'medium'), ('faible', 'weak')], max_length=20)),
                ('rank', models.PositiveIntegerField(default=0)),
                ('is_current', models.BooleanField(default=True)),
                ('initiative', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='workshop.initiative')),
                ('medoid', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='intake.idea')),
                ('theme', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='families', to='workshop.theme')),
            ],
            options={
                'verbose_name_plural': 'families',
                'ordering': ['rank', 'id'],
            },
        ),
        migrations.CreateModel(
            name='FamilyMember',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('family', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='members', to='convergence.family')),
                ('idea', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='memberships', to='intake.idea')),
                ('initiative', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='workshop.initiative')),
            ],
            options={
                'ordering': ['idea_id'],
            },
        ),
        migrations.AddField(
            model_name='family',
            name='ideas',
            field=models.ManyToManyField(related_name='families', through='convergence.FamilyMember', to='intake.idea'),
        ),
        migrations.AddConstraint(
            model_name='familymember',
            constraint=models.UniqueConstraint(fields=('family', 'idea'), name='an_idea_stands_once_in_a_family'),
        ),
        migrations.AddConstraint(
            model_name='family',
            constraint=models.UniqueConstraint(fields=('initiative', 'public_id'), name='one_family_an_id'),
        ),
    ]
