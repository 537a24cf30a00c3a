"""First tables."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('convergence', '0001_families'),
        ('intake', '0001_documents_and_ideas'),
        ('workshop', '0001_initiative_and_frame'),
    ]

    operations = [
        migrations.CreateModel(
            name='Project',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField()),
                ('number', models.PositiveIntegerField()),
                ('title', models.CharField(max_length=300)),
                ('maturity', models.CharField(choices=[('idée', 'idea'), ('convergente', 'convergent'), ('mise en forme', 'being shaped'), ('portée', 'carried'), ('proposée', 'proposed'), ('validée', 'validated'), ('en feuille de route', 'in the roadmap'), ('lancée', 'launched'), ('démonstrateur', 'demonstrator'), ('essaimée', 'sown elsewhere')], default='idée', max_length=30)),
                ('family', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='projects', to='convergence.family')),
                ('initiative', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='workshop.initiative')),
            ],
            options={
                'ordering': ['number'],
            },
        ),
        migrations.CreateModel(
            name='ProjectIdea',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('rank', models.PositiveIntegerField(default=0)),
                ('idea', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='feeds', to='intake.idea')),
                ('initiative', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='workshop.initiative')),
                ('project', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='feeds', to='projects.project')),
            ],
            options={
                'ordering': ['rank'],
            },
        ),
        migrations.AddField(
            model_name='project',
            name='ideas',
            field=models.ManyToManyField(related_name='projects', through='projects.ProjectIdea', to='intake.idea'),
        ),
        migrations.CreateModel(
            name='SheetStatement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('start', models.PositiveIntegerField()),
                ('end', models.PositiveIntegerField()),
                ('quote', models.TextField()),
                ('section', models.CharField(choices=[('description', 'description'), ('enjeux', 'stakes'), ('constat', 'observation'), ('lieu', 'place'), ('pour qui', 'for whom'), ('comment le lancer', 'how to start'), ('exemples', 'examples')], max_length=20)),
                ('rank', models.PositiveIntegerField()),
                ('initiative', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='workshop.initiative')),
                ('passage', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='intake.passage')),
                ('project', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='statements', to='projects.project')),
            ],
            options={
                'ordering': ['section', 'rank'],
            },
        ),
        migrations.CreateModel(
            name='ProjectCommitment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(blank=True, max_length=20)),
                ('level', models.CharField(choices=[('pressenti', 'foreseen'), ('sollicité', 'sought'), ('à confirmer', 'to be confirmed'), ('accord oral', 'oral agreement'), ('engagement écrit', 'written commitment'), ('réalisé', 'fulfilled'), ('retiré', 'withdrawn')], default='pressenti', max_length=20)),
                ('actor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='commitments', to='workshop.actor')),
                ('claim', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='intake.claim')),
                ('initiative', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='workshop.initiative')),
                ('project', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='commitments', to='projects.project')),
            ],
            options={
                'ordering': ['project', 'actor__name'],
                'constraints': [models.UniqueConstraint(fields=('project', 'actor', 'role'), name='one_ladder_a_project_actor_role')],
            },
        ),
        migrations.AddConstraint(
            model_name='projectidea',
            constraint=models.UniqueConstraint(fields=('project', 'idea'), name='an_idea_feeds_a_project_once'),
        ),
        migrations.AddConstraint(
            model_name='project',
            constraint=models.UniqueConstraint(fields=('initiative', 'public_id'), name='one_project_an_id'),
        ),
        migrations.AddConstraint(
            model_name='project',
            constraint=models.UniqueConstraint(fields=('initiative', 'number'), name='one_project_a_number'),
        ),
        migrations.AddConstraint(
            model_name='sheetstatement',
            constraint=models.UniqueConstraint(fields=('project', 'section', 'rank'), name='one_statement_a_rank'),
        ),
    ]
