"""First tables."""

import django.core.validators
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('core', '0001_people_and_journal'),
    ]

    operations = [
        migrations.CreateModel(
            name='Initiative',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(unique=True)),
                ('name', models.CharField(max_length=300)),
                ('territory', models.CharField(blank=True, max_length=300)),
                ('lang', models.CharField(choices=[('fr', 'français'), ('en', 'English')], default='fr', max_length=2)),
                ('time_zone', models.CharField(default='Europe/Paris', max_length=60)),
                ('starts_on', models.DateField(blank=True, null=True)),
                ('deadline_on', models.DateField(blank=True, null=True)),
                ('deadline_reason', models.CharField(blank=True, max_length=300)),
                ('notice', models.CharField(blank=True, max_length=500)),
            ],
        ),
        migrations.CreateModel(
            name='Body',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200)),
                ('kind', models.CharField(choices=[('pilotage', 'steering committee'), ('groupe', 'working group'), ('assemblee', 'assembly'), ('conseil', 'council')], max_length=20)),
                ('meetings', models.JSONField(blank=True, default=list)),
                ('initiative', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='workshop.initiative')),
            ],
            options={
                'verbose_name_plural': 'bodies',
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='Actor',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField()),
                ('name', models.CharField(max_length=300)),
                ('kind', models.CharField(choices=[('organisation', 'organisation'), ('role', 'role'), ('person', 'person')], max_length=20)),
                ('college', models.CharField(blank=True, max_length=60)),
                ('territory', models.CharField(blank=True, max_length=300)),
                ('is_given', models.BooleanField(default=False)),
                ('initiative', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='workshop.initiative')),
            ],
            options={
                'ordering': ['name'],
            },
        ),
        migrations.CreateModel(
            name='Membership',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(choices=[('coordinator', 'coordinator')], max_length=20)),
                ('initiative', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='workshop.initiative')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='memberships', to='core.person')),
            ],
        ),
        migrations.CreateModel(
            name='Phase',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200)),
                ('months', models.DecimalField(decimal_places=1, max_digits=4)),
                ('rank', models.PositiveIntegerField()),
                ('initiative', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='workshop.initiative')),
            ],
            options={
                'ordering': ['rank'],
            },
        ),
        migrations.CreateModel(
            name='Place',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField()),
                ('name', models.CharField(max_length=200)),
                ('insee', models.CharField(blank=True, max_length=5)),
                ('initiative', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='workshop.initiative')),
            ],
            options={
                'ordering': ['name', 'insee'],
            },
        ),
        migrations.CreateModel(
            name='ProcessCost',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('item', models.CharField(max_length=300)),
                ('amount', models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True, validators=[django.core.validators.MinValueValidator(0)])),
                ('detail', models.CharField(blank=True, max_length=500)),
                ('rank', models.PositiveIntegerField()),
                ('initiative', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='workshop.initiative')),
            ],
            options={
                'ordering': ['rank'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ProcessFunding',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('funder', models.CharField(max_length=300)),
                ('amount', models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True, validators=[django.core.validators.MinValueValidator(0)])),
                ('nature', models.CharField(choices=[('subvention', 'grant'), ('fonds propres', 'own funds'), ('prêt', 'loan'), ('recette', 'revenue'), ('citoyen', 'citizen funding'), ('en nature valorisé', 'in kind'), ('bénévolat non valorisé', 'volunteering')], default='subvention', max_length=40)),
                ('status', models.CharField(choices=[('envisagé', 'considered'), ('sollicité', 'sought'), ('à confirmer', 'to be confirmed'), ('décidé', 'decided'), ('notifié', 'notified'), ('versé', 'paid'), ('refusé', 'refused')], default='à confirmer', max_length=20)),
                ('detail', models.CharField(blank=True, max_length=500)),
                ('rank', models.PositiveIntegerField()),
                ('initiative', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='workshop.initiative')),
            ],
            options={
                'ordering': ['rank'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Spelling',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.CharField(max_length=300)),
                ('actor', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='spellings', to='workshop.actor')),
                ('initiative', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='workshop.initiative')),
            ],
            options={
                'ordering': ['text'],
            },
        ),
        migrations.CreateModel(
            name='Team',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField()),
                ('folder', models.CharField(blank=True, max_length=300)),
                ('regard', models.CharField(blank=True, max_length=300)),
                ('letter', models.CharField(blank=True, max_length=3)),
                ('initiative', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='workshop.initiative')),
            ],
            options={
                'ordering': ['folder'],
            },
        ),
        migrations.CreateModel(
            name='Theme',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField()),
                ('title', models.CharField(max_length=300)),
                ('words', models.JSONField(blank=True, default=list)),
                ('rank', models.PositiveIntegerField(default=0)),
                ('is_given', models.BooleanField(default=False)),
                ('initiative', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='workshop.initiative')),
            ],
            options={
                'ordering': ['rank', 'id'],
            },
        ),
        migrations.AddConstraint(
            model_name='actor',
            constraint=models.UniqueConstraint(fields=('initiative', 'public_id'), name='one_actor_an_id'),
        ),
        migrations.AddConstraint(
            model_name='actor',
            constraint=models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='an_actor_has_a_name'),
        ),
        migrations.AddConstraint(
            model_name='membership',
            constraint=models.UniqueConstraint(fields=('initiative', 'person', 'role'), name='one_membership_a_role'),
        ),
        migrations.AddConstraint(
            model_name='place',
            constraint=models.UniqueConstraint(fields=('initiative', 'name', 'insee'), name='one_place_a_name'),
        ),
        migrations.AddConstraint(
            model_name='spelling',
            constraint=models.UniqueConstraint(fields=('actor', 'text'), name='a_spelling_stands_once'),
        ),
        migrations.AddConstraint(
            model_name='team',
            constraint=models.UniqueConstraint(fields=('initiative', 'folder'), name='one_team_a_folder'),
        ),
        migrations.AddConstraint(
            model_name='theme',
            constraint=models.UniqueConstraint(fields=('initiative', 'title'), name='one_theme_a_title'),
        ),
    ]
