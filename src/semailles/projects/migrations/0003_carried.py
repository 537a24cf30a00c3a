"""Projects that people carry: commitments, money, milestones, places, help, work."""

import django.core.validators
import django.db.models.deletion
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('convergence', '0003_chains_and_tensions'),
        ('core', '0005_texts'),
        ('intake', '0013_translated_titles'),
        ('projects', '0002_what_documents_say'),
        ('workshop', '0013_spellings_are_taken_off'),
    ]

    operations = [
        migrations.CreateModel(
            name='Comment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('revision', models.PositiveIntegerField(default=0, editable=False)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('frame_key', models.CharField(blank=True, editable=False, max_length=700)),
                ('rank', models.PositiveIntegerField(default=0)),
                ('set_aside_on', models.DateField(blank=True, editable=False, null=True)),
                ('set_aside_reason', models.CharField(blank=True, editable=False, max_length=500)),
                ('slot', models.CharField(blank=True, max_length=60)),
                ('text', models.TextField()),
                ('asked_to', models.CharField(blank=True, max_length=200)),
                ('at', models.DateTimeField()),
                ('answer', models.TextField(blank=True)),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('closed_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['at', 'id'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Dependency',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('revision', models.PositiveIntegerField(default=0, editable=False)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('frame_key', models.CharField(blank=True, editable=False, max_length=700)),
                ('rank', models.PositiveIntegerField(default=0)),
                ('set_aside_on', models.DateField(blank=True, editable=False, null=True)),
                ('set_aside_reason', models.CharField(blank=True, editable=False, max_length=500)),
                ('lag_days', models.PositiveIntegerField(default=0)),
                ('note', models.CharField(blank=True, max_length=300)),
            ],
            options={
                'verbose_name_plural': 'dependencies',
                'ordering': ['rank', 'id'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Example',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('revision', models.PositiveIntegerField(default=0, editable=False)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('frame_key', models.CharField(blank=True, editable=False, max_length=700)),
                ('rank', models.PositiveIntegerField(default=0)),
                ('set_aside_on', models.DateField(blank=True, editable=False, null=True)),
                ('set_aside_reason', models.CharField(blank=True, editable=False, max_length=500)),
                ('where', models.CharField(max_length=200)),
                ('result', models.CharField(blank=True, max_length=500)),
                ('source', models.CharField(max_length=300)),
                ('contact', models.CharField(blank=True, max_length=200)),
            ],
            options={
                'ordering': ['rank', 'id'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='FormerFeed',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('part', models.CharField(blank=True, max_length=300)),
                ('reason', models.CharField(max_length=500)),
                ('on', models.DateField()),
            ],
            options={
                'ordering': ['on', 'id'],
            },
        ),
        migrations.CreateModel(
            name='GroupNote',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('revision', models.PositiveIntegerField(default=0, editable=False)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('frame_key', models.CharField(blank=True, editable=False, max_length=700)),
                ('rank', models.PositiveIntegerField(default=0)),
                ('set_aside_on', models.DateField(blank=True, editable=False, null=True)),
                ('set_aside_reason', models.CharField(blank=True, editable=False, max_length=500)),
                ('on', models.DateField()),
                ('text', models.TextField()),
            ],
            options={
                'ordering': ['-on', '-id'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='MaturityStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('came_from', models.CharField(choices=[('idée', 'idea'), ('convergente', 'convergent'), ('mise en forme', 'being shaped'), ('portée', 'carried'), ('proposée', 'proposed'), ('validée', 'validated'), ('en feuille de route', 'in the roadmap'), ('lancée', 'launched'), ('démonstrateur', 'demonstrator'), ('essaimée', 'sown elsewhere')], max_length=30)),
                ('maturity', models.CharField(choices=[('idée', 'idea'), ('convergente', 'convergent'), ('mise en forme', 'being shaped'), ('portée', 'carried'), ('proposée', 'proposed'), ('validée', 'validated'), ('en feuille de route', 'in the roadmap'), ('lancée', 'launched'), ('démonstrateur', 'demonstrator'), ('essaimée', 'sown elsewhere')], max_length=30)),
                ('on', models.DateField()),
                ('ground', models.CharField(blank=True, choices=[('convergence', 'a convergence that people kept'), ('choix', 'a recorded choice'), ('groupe', 'a working group or somebody who leads it'), ('engagement', 'a commitment'), ('ordre du jour', 'an agenda'), ('décision', 'a decision'), ('feuille de route', 'a roadmap'), ('jalon', 'a milestone that was reached'), ('résultat', 'a documented result'), ('copie', 'a copy elsewhere')], max_length=20)),
                ('reference', models.CharField(blank=True, max_length=100)),
                ('label', models.CharField(blank=True, max_length=500)),
                ('reason', models.CharField(blank=True, max_length=500)),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='Obstacle',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('revision', models.PositiveIntegerField(default=0, editable=False)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('frame_key', models.CharField(blank=True, editable=False, max_length=700)),
                ('rank', models.PositiveIntegerField(default=0)),
                ('set_aside_on', models.DateField(blank=True, editable=False, null=True)),
                ('set_aside_reason', models.CharField(blank=True, editable=False, max_length=500)),
                ('obstacle', models.CharField(max_length=500)),
                ('lever', models.CharField(blank=True, max_length=500)),
                ('owner', models.CharField(blank=True, max_length=200)),
                ('due_on', models.DateField(blank=True, null=True)),
                ('unblocked_when', models.CharField(blank=True, max_length=500)),
                ('lifted_on', models.DateField(blank=True, null=True)),
            ],
            options={
                'ordering': ['rank', 'id'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Offer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('revision', models.PositiveIntegerField(default=0, editable=False)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('frame_key', models.CharField(blank=True, editable=False, max_length=700)),
                ('rank', models.PositiveIntegerField(default=0)),
                ('set_aside_on', models.DateField(blank=True, editable=False, null=True)),
                ('set_aside_reason', models.CharField(blank=True, editable=False, max_length=500)),
                ('who', models.CharField(max_length=200)),
                ('cliff', models.CharField(choices=[('technique', 'technical'), ('institutionnel', 'institutional'), ('financier', 'financial')], max_length=20)),
                ('skill', models.CharField(max_length=300)),
                ('until', models.DateField(blank=True, null=True)),
            ],
            options={
                'ordering': ['rank', 'id'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Picture',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('revision', models.PositiveIntegerField(default=0, editable=False)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('frame_key', models.CharField(blank=True, editable=False, max_length=700)),
                ('rank', models.PositiveIntegerField(default=0)),
                ('set_aside_on', models.DateField(blank=True, editable=False, null=True)),
                ('set_aside_reason', models.CharField(blank=True, editable=False, max_length=500)),
                ('sha256', models.CharField(max_length=64)),
                ('credit', models.CharField(max_length=200)),
                ('alt', models.CharField(max_length=300)),
                ('caption', models.CharField(blank=True, max_length=300)),
            ],
            options={
                'ordering': ['rank', 'id'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ProjectCommitment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('revision', models.PositiveIntegerField(default=0, editable=False)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('frame_key', models.CharField(blank=True, editable=False, max_length=700)),
                ('rank', models.PositiveIntegerField(default=0)),
                ('set_aside_on', models.DateField(blank=True, editable=False, null=True)),
                ('set_aside_reason', models.CharField(blank=True, editable=False, max_length=500)),
                ('role', models.CharField(choices=[('porte', 'carries'), ('co-porte', 'carries with others'), ('pilote', 'steers'), ('finance', 'funds'), ('fournit', 'supplies'), ('expertise', 'brings expertise'), ('héberge', 'hosts'), ('autorise', 'authorises'), ('relaie', 'relays')], max_length=20)),
                ('level', models.CharField(choices=[('pressenti', 'foreseen'), ('sollicité', 'sought'), ('à confirmer', 'to be confirmed'), ('accord oral', 'oral agreement'), ('engagement écrit', 'written commitment'), ('réalisé', 'fulfilled'), ('retiré', 'withdrawn')], default='pressenti', max_length=20)),
                ('scope', models.CharField(blank=True, max_length=300)),
                ('remind_on', models.DateField(blank=True, null=True)),
            ],
            options={
                'ordering': ['project', 'actor__name', 'role'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ProjectCost',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('revision', models.PositiveIntegerField(default=0, editable=False)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('frame_key', models.CharField(blank=True, editable=False, max_length=700)),
                ('rank', models.PositiveIntegerField(default=0)),
                ('set_aside_on', models.DateField(blank=True, editable=False, null=True)),
                ('set_aside_reason', models.CharField(blank=True, editable=False, max_length=500)),
                ('amount', models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True, validators=[django.core.validators.MinValueValidator(0, message='An amount is never negative.')])),
                ('tax_base', models.CharField(choices=[('HT', 'before tax'), ('TTC', 'tax included'), ('sans objet', 'no tax applies')], default='sans objet', max_length=20)),
                ('year', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1900), django.core.validators.MaxValueValidator(2199)])),
                ('detail', models.CharField(blank=True, max_length=500)),
                ('item', models.CharField(max_length=300)),
                ('kind', models.CharField(blank=True, choices=[('investissement', 'investment'), ('fonctionnement', 'running cost')], max_length=20)),
                ('real_amount', models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True, validators=[django.core.validators.MinValueValidator(0, message='An amount is never negative.')])),
                ('effort', models.DecimalField(blank=True, decimal_places=2, max_digits=8, null=True)),
                ('effort_unit', models.CharField(blank=True, choices=[('ETP', 'full-time equivalents'), ('jours', 'days')], max_length=10)),
            ],
            options={
                'ordering': ['rank', 'id'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ProjectFunding',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('revision', models.PositiveIntegerField(default=0, editable=False)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('frame_key', models.CharField(blank=True, editable=False, max_length=700)),
                ('rank', models.PositiveIntegerField(default=0)),
                ('set_aside_on', models.DateField(blank=True, editable=False, null=True)),
                ('set_aside_reason', models.CharField(blank=True, editable=False, max_length=500)),
                ('amount', models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True, validators=[django.core.validators.MinValueValidator(0, message='An amount is never negative.')])),
                ('tax_base', models.CharField(choices=[('HT', 'before tax'), ('TTC', 'tax included'), ('sans objet', 'no tax applies')], default='sans objet', max_length=20)),
                ('year', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1900), django.core.validators.MaxValueValidator(2199)])),
                ('detail', models.CharField(blank=True, max_length=500)),
                ('funder', models.CharField(max_length=300)),
                ('nature', models.CharField(choices=[('subvention', 'grant'), ('fonds propres', 'own funds'), ('prêt', 'loan'), ('recette', 'revenue'), ('citoyen', 'citizen funding'), ('en nature valorisé', 'in kind'), ('bénévolat non valorisé', 'volunteering')], default='subvention', max_length=40)),
                ('status', models.CharField(choices=[('envisagé', 'considered'), ('sollicité', 'sought'), ('à confirmer', 'to be confirmed'), ('décidé', 'decided'), ('notifié', 'notified'), ('versé', 'paid'), ('refusé', 'refused')], default='à confirmer', max_length=20)),
                ('status_reason', models.CharField(blank=True, max_length=500)),
                ('decided_on', models.DateField(blank=True, null=True)),
                ('expires_on', models.DateField(blank=True, null=True)),
                ('earmark', models.CharField(blank=True, max_length=300)),
                ('source', models.TextField(blank=True)),
                ('proof_sha256', models.CharField(blank=True, max_length=64)),
            ],
            options={
                'ordering': ['rank', 'id'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ProjectLink',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('revision', models.PositiveIntegerField(default=0, editable=False)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('frame_key', models.CharField(blank=True, editable=False, max_length=700)),
                ('rank', models.PositiveIntegerField(default=0)),
                ('set_aside_on', models.DateField(blank=True, editable=False, null=True)),
                ('set_aside_reason', models.CharField(blank=True, editable=False, max_length=500)),
                ('kind', models.CharField(choices=[('complète', 'completes'), ('dépend de', 'depends on'), ('fusionne', 'merges with'), ('concurrence', 'competes with'), ('sert', 'serves')], max_length=20)),
                ('note', models.CharField(blank=True, max_length=300)),
            ],
            options={
                'ordering': ['rank', 'id'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ProjectMilestone',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('revision', models.PositiveIntegerField(default=0, editable=False)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('frame_key', models.CharField(blank=True, editable=False, max_length=700)),
                ('rank', models.PositiveIntegerField(default=0)),
                ('set_aside_on', models.DateField(blank=True, editable=False, null=True)),
                ('set_aside_reason', models.CharField(blank=True, editable=False, max_length=500)),
                ('label', models.CharField(max_length=300)),
                ('responsible', models.CharField(blank=True, max_length=200)),
                ('starts_on', models.DateField(blank=True, null=True)),
                ('planned_on', models.DateField(blank=True, null=True)),
                ('real_on', models.DateField(blank=True, null=True)),
                ('note', models.CharField(blank=True, max_length=500)),
            ],
            options={
                'ordering': ['planned_on', 'rank', 'id'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ProjectMission',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='ProjectPlace',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('revision', models.PositiveIntegerField(default=0, editable=False)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('frame_key', models.CharField(blank=True, editable=False, max_length=700)),
                ('rank', models.PositiveIntegerField(default=0)),
                ('set_aside_on', models.DateField(blank=True, editable=False, null=True)),
                ('set_aside_reason', models.CharField(blank=True, editable=False, max_length=500)),
                ('label', models.CharField(max_length=200)),
                ('insee', models.CharField(blank=True, max_length=5)),
                ('insee_year', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('latitude', models.DecimalField(blank=True, decimal_places=5, max_digits=8, null=True)),
                ('longitude', models.DecimalField(blank=True, decimal_places=5, max_digits=8, null=True)),
                ('shape', models.JSONField(blank=True, null=True)),
                ('precision', models.CharField(choices=[('exact', 'exact'), ('approximatif', 'rough'), ('à trouver', 'to be found')], default='approximatif', max_length=20)),
                ('is_outside', models.BooleanField(default=False)),
                ('note', models.CharField(blank=True, max_length=300)),
            ],
            options={
                'ordering': ['rank', 'id'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ProjectStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(editable=False, unique=True)),
                ('level', models.CharField(choices=[('pressenti', 'foreseen'), ('sollicité', 'sought'), ('à confirmer', 'to be confirmed'), ('accord oral', 'oral agreement'), ('engagement écrit', 'written commitment'), ('réalisé', 'fulfilled'), ('retiré', 'withdrawn')], max_length=20)),
                ('on', models.DateField()),
                ('said_by', models.CharField(blank=True, max_length=200)),
                ('proof_kind', models.CharField(blank=True, choices=[('parole', 'spoken word'), ('passage', 'passage of a document'), ('relevé', 'minutes of a meeting'), ('courrier', 'posted letter'), ('convention', 'signed agreement'), ('délibération', 'deliberation'), ('autre pièce', 'other document')], max_length=20)),
                ('proof_reference', models.CharField(blank=True, max_length=500)),
                ('proof_sha256', models.CharField(blank=True, max_length=64)),
                ('proof_passage', models.TextField(blank=True)),
                ('scope', models.CharField(blank=True, max_length=300)),
                ('expires_on', models.DateField(blank=True, null=True)),
                ('note', models.CharField(blank=True, max_length=500)),
            ],
            options={
                'ordering': ['on', 'id'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='SavedView',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('revision', models.PositiveIntegerField(default=0, editable=False)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('frame_key', models.CharField(blank=True, editable=False, max_length=700)),
                ('rank', models.PositiveIntegerField(default=0)),
                ('set_aside_on', models.DateField(blank=True, editable=False, null=True)),
                ('set_aside_reason', models.CharField(blank=True, editable=False, max_length=500)),
                ('name', models.CharField(max_length=100)),
                ('query', models.CharField(blank=True, max_length=1000)),
            ],
            options={
                'ordering': ['name'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='SupportNeed',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('revision', models.PositiveIntegerField(default=0, editable=False)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('frame_key', models.CharField(blank=True, editable=False, max_length=700)),
                ('rank', models.PositiveIntegerField(default=0)),
                ('set_aside_on', models.DateField(blank=True, editable=False, null=True)),
                ('set_aside_reason', models.CharField(blank=True, editable=False, max_length=500)),
                ('cliff', models.CharField(choices=[('technique', 'technical'), ('institutionnel', 'institutional'), ('financier', 'financial')], max_length=20)),
                ('what', models.CharField(max_length=500)),
            ],
            options={
                'ordering': ['rank', 'id'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='WorkTask',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('revision', models.PositiveIntegerField(default=0, editable=False)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('frame_key', models.CharField(blank=True, editable=False, max_length=700)),
                ('rank', models.PositiveIntegerField(default=0)),
                ('set_aside_on', models.DateField(blank=True, editable=False, null=True)),
                ('set_aside_reason', models.CharField(blank=True, editable=False, max_length=500)),
                ('what', models.CharField(max_length=500)),
                ('who', models.CharField(blank=True, max_length=200)),
                ('due_on', models.DateField(blank=True, null=True)),
                ('done_on', models.DateField(blank=True, null=True)),
            ],
            options={
                'ordering': ['due_on', 'rank', 'id'],
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='project',
            name='axis',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='projects', to='workshop.axis'),
        ),
        migrations.AddField(
            model_name='project',
            name='blocked_by',
            field=models.CharField(blank=True, max_length=500),
        ),
        migrations.AddField(
            model_name='project',
            name='competent_body',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='examined_projects', to='workshop.body'),
        ),
        migrations.AddField(
            model_name='project',
            name='deadline_on',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='project',
            name='deadline_reason',
            field=models.CharField(blank=True, max_length=300),
        ),
        migrations.AddField(
            model_name='project',
            name='emerged_on',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='project',
            name='facilitator',
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddField(
            model_name='project',
            name='frame_key',
            field=models.CharField(blank=True, editable=False, max_length=700),
        ),
        migrations.AddField(
            model_name='project',
            name='group',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='projects', to='workshop.body'),
        ),
        migrations.AddField(
            model_name='project',
            name='intended_form',
            field=models.CharField(blank=True, choices=[('association', 'association'), ('SCIC', 'cooperative of common interest (SCIC)'), ('régie', 'public operator (régie)'), ('SEM', 'semi-public company (SEM)'), ('entreprise', 'company'), ('collectif', 'informal group')], max_length=20),
        ),
        migrations.AddField(
            model_name='project',
            name='keywords',
            field=models.JSONField(blank=True, default=list),
        ),
        migrations.AddField(
            model_name='project',
            name='kind',
            field=models.CharField(choices=[('projet', 'project'), ('transverse', 'shared by several projects')], default='projet', max_length=20),
        ),
        migrations.AddField(
            model_name='project',
            name='lead_months',
            field=models.DecimalField(blank=True, decimal_places=1, max_digits=5, null=True),
        ),
        migrations.AddField(
            model_name='project',
            name='licence',
            field=models.CharField(blank=True, max_length=100),
        ),
        migrations.AddField(
            model_name='project',
            name='merge_reason',
            field=models.CharField(blank=True, editable=False, max_length=500),
        ),
        migrations.AddField(
            model_name='project',
            name='merged_into',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='absorbed', to='projects.project'),
        ),
        migrations.AddField(
            model_name='project',
            name='next_review_on',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='project',
            name='not_quantified_reason',
            field=models.CharField(blank=True, max_length=500),
        ),
        migrations.AddField(
            model_name='project',
            name='other_families',
            field=models.ManyToManyField(blank=True, related_name='also_projects', to='convergence.family'),
        ),
        migrations.AddField(
            model_name='project',
            name='parted_from',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='parts', to='projects.project'),
        ),
        migrations.AddField(
            model_name='project',
            name='participation',
            field=models.CharField(blank=True, choices=[('pas de participation', 'no participation'), ('information', 'information'), ('consultation', 'consultation'), ('concertation', 'dialogue'), ('co-construction', 'building together')], max_length=30),
        ),
        migrations.AddField(
            model_name='project',
            name='public_contact',
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddField(
            model_name='project',
            name='rank',
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name='project',
            name='remind_on',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='project',
            name='revision',
            field=models.PositiveIntegerField(default=0, editable=False),
        ),
        migrations.AddField(
            model_name='project',
            name='scale',
            field=models.CharField(blank=True, choices=[('maison', 'house'), ('îlot', 'block'), ('quartier', 'neighbourhood'), ('commune', 'commune'), ('EPCI', 'group of communes'), ('bassin', 'catchment area'), ('département', 'département'), ('région', 'region')], max_length=20),
        ),
        migrations.AddField(
            model_name='project',
            name='set_aside_on',
            field=models.DateField(blank=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name='project',
            name='set_aside_reason',
            field=models.CharField(blank=True, editable=False, max_length=500),
        ),
        migrations.AddField(
            model_name='project',
            name='sphere',
            field=models.CharField(blank=True, choices=[('alimentation', 'food'), ('déplacements', 'travel'), ('bâtiments', 'buildings'), ('énergies renouvelables', 'renewable energy'), ('biodiversité', 'biodiversity'), ('éducation populaire et formation', 'popular education and training')], max_length=40),
        ),
        migrations.AddField(
            model_name='project',
            name='status',
            field=models.CharField(choices=[('à venir', 'to come'), ('en cours', 'under way'), ('réalisé', 'done'), ('en pause', 'paused'), ('abandonné', 'dropped'), ('bloqué', 'blocked'), ('en retard', 'late'), ('à discuter', 'to be discussed')], default='à venir', max_length=20),
        ),
        migrations.AddField(
            model_name='project',
            name='status_on',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='project',
            name='status_owner',
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddField(
            model_name='project',
            name='strategy_verb',
            field=models.CharField(blank=True, choices=[('produire', 'to produce'), ('se déplacer', 'to move about'), ('servir', 'to serve'), ('acheter autrement', 'to buy otherwise')], max_length=30),
        ),
        migrations.AddField(
            model_name='project',
            name='tagline',
            field=models.CharField(blank=True, max_length=300),
        ),
        migrations.AddField(
            model_name='project',
            name='taken_up_on',
            field=models.DateField(blank=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name='project',
            name='themes',
            field=models.ManyToManyField(blank=True, related_name='+', to='workshop.theme'),
        ),
        migrations.AddField(
            model_name='project',
            name='unblocked_when',
            field=models.CharField(blank=True, max_length=500),
        ),
        migrations.AddField(
            model_name='project',
            name='updated_at',
            field=models.DateTimeField(auto_now=True),
        ),
        migrations.AddField(
            model_name='projectidea',
            name='part',
            field=models.CharField(blank=True, max_length=300),
        ),
        migrations.AlterField(
            model_name='project',
            name='public_id',
            field=models.UUIDField(default=uuid.uuid4, editable=False),
        ),
        migrations.AlterField(
            model_name='saidcommitment',
            name='level',
            field=models.CharField(choices=[('pressenti', 'foreseen'), ('sollicité', 'sought'), ('à confirmer', 'to be confirmed'), ('accord oral', 'oral agreement'), ('engagement écrit', 'written commitment'), ('réalisé', 'fulfilled'), ('retiré', 'withdrawn')], default='pressenti', max_length=20),
        ),
        migrations.AddConstraint(
            model_name='project',
            constraint=models.UniqueConstraint(condition=models.Q(('frame_key', ''), _negated=True), fields=('initiative', 'frame_key'), name='one_project_a_frame_key'),
        ),
        migrations.AddConstraint(
            model_name='project',
            constraint=models.CheckConstraint(condition=models.Q(('set_aside_on', None), models.Q(('set_aside_reason', ''), _negated=True), _connector='OR'), name='a_project_set_aside_says_why', violation_error_message='Say in a few words why this is set aside.'),
        ),
        migrations.AddConstraint(
            model_name='project',
            constraint=models.CheckConstraint(condition=models.Q(('merged_into', None), models.Q(('merge_reason', ''), _negated=True), _connector='OR'), name='a_merged_project_says_why'),
        ),
        migrations.AddConstraint(
            model_name='project',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('status__in', ('bloqué', 'en pause', 'abandonné')), _negated=True), models.Q(models.Q(('blocked_by', ''), _negated=True), models.Q(('unblocked_when', ''), _negated=True), models.Q(('status_owner', ''), _negated=True), ('status_on__isnull', False)), _connector='OR'), name='what_stops_says_what_would_unblock_it', violation_error_message='Say what stops it, what would unblock it, who sees to it and since when.'),
        ),
        migrations.AddField(
            model_name='comment',
            name='answered_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.person'),
        ),
        migrations.AddField(
            model_name='comment',
            name='by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.person'),
        ),
        migrations.AddField(
            model_name='comment',
            name='initiative',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='workshop.initiative'),
        ),
        migrations.AddField(
            model_name='comment',
            name='project',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='comments', to='projects.project'),
        ),
        migrations.AddField(
            model_name='dependency',
            name='initiative',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='workshop.initiative'),
        ),
        migrations.AddField(
            model_name='example',
            name='initiative',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='workshop.initiative'),
        ),
        migrations.AddField(
            model_name='example',
            name='project',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='examples', to='projects.project'),
        ),
        migrations.AddField(
            model_name='formerfeed',
            name='idea',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='intake.idea'),
        ),
        migrations.AddField(
            model_name='formerfeed',
            name='initiative',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='workshop.initiative'),
        ),
        migrations.AddField(
            model_name='formerfeed',
            name='project',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='former_feeds', to='projects.project'),
        ),
        migrations.AddField(
            model_name='groupnote',
            name='group',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='notes', to='workshop.body'),
        ),
        migrations.AddField(
            model_name='groupnote',
            name='initiative',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='workshop.initiative'),
        ),
        migrations.AddField(
            model_name='maturitystep',
            name='by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.person'),
        ),
        migrations.AddField(
            model_name='maturitystep',
            name='initiative',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='workshop.initiative'),
        ),
        migrations.AddField(
            model_name='maturitystep',
            name='project',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='projects.project'),
        ),
        migrations.AddField(
            model_name='obstacle',
            name='initiative',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='workshop.initiative'),
        ),
        migrations.AddField(
            model_name='obstacle',
            name='project',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='obstacles', to='projects.project'),
        ),
        migrations.AddField(
            model_name='offer',
            name='actor',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='offers', to='workshop.actor'),
        ),
        migrations.AddField(
            model_name='offer',
            name='initiative',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='workshop.initiative'),
        ),
        migrations.AddField(
            model_name='offer',
            name='project',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='offers', to='projects.project'),
        ),
        migrations.AddField(
            model_name='picture',
            name='initiative',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='workshop.initiative'),
        ),
        migrations.AddField(
            model_name='picture',
            name='project',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='pictures', to='projects.project'),
        ),
        migrations.AddField(
            model_name='projectcommitment',
            name='actor',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='workshop.actor'),
        ),
        migrations.AddField(
            model_name='projectcommitment',
            name='initiative',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='workshop.initiative'),
        ),
        migrations.AddField(
            model_name='projectcommitment',
            name='project',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='commitments', to='projects.project'),
        ),
        migrations.AddField(
            model_name='projectcost',
            name='initiative',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='workshop.initiative'),
        ),
        migrations.AddField(
            model_name='projectcost',
            name='project',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='costs', to='projects.project'),
        ),
        migrations.AddField(
            model_name='projectfunding',
            name='actor',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='workshop.actor'),
        ),
        migrations.AddField(
            model_name='projectfunding',
            name='initiative',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='workshop.initiative'),
        ),
        migrations.AddField(
            model_name='projectfunding',
            name='project',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='fundings', to='projects.project'),
        ),
        migrations.AddField(
            model_name='projectlink',
            name='initiative',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='workshop.initiative'),
        ),
        migrations.AddField(
            model_name='projectlink',
            name='other',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='links_here', to='projects.project'),
        ),
        migrations.AddField(
            model_name='projectlink',
            name='project',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='links', to='projects.project'),
        ),
        migrations.AddField(
            model_name='projectmilestone',
            name='initiative',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='workshop.initiative'),
        ),
        migrations.AddField(
            model_name='projectmilestone',
            name='project',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='milestones', to='projects.project'),
        ),
        migrations.AddField(
            model_name='dependency',
            name='after',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='waits', to='projects.projectmilestone'),
        ),
        migrations.AddField(
            model_name='dependency',
            name='before',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='releases', to='projects.projectmilestone'),
        ),
        migrations.AddField(
            model_name='projectmission',
            name='initiative',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='workshop.initiative'),
        ),
        migrations.AddField(
            model_name='projectmission',
            name='mission',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='shaped', to='workshop.mission'),
        ),
        migrations.AddField(
            model_name='projectmission',
            name='project',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='missions', to='projects.project'),
        ),
        migrations.AddField(
            model_name='projectplace',
            name='initiative',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='workshop.initiative'),
        ),
        migrations.AddField(
            model_name='projectplace',
            name='place',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='project_places', to='workshop.place'),
        ),
        migrations.AddField(
            model_name='projectplace',
            name='project',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='places', to='projects.project'),
        ),
        migrations.AddField(
            model_name='projectstep',
            name='commitment',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='steps', to='projects.projectcommitment'),
        ),
        migrations.AddField(
            model_name='projectstep',
            name='initiative',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='workshop.initiative'),
        ),
        migrations.AddField(
            model_name='savedview',
            name='initiative',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='workshop.initiative'),
        ),
        migrations.AddField(
            model_name='supportneed',
            name='initiative',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='workshop.initiative'),
        ),
        migrations.AddField(
            model_name='supportneed',
            name='met_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='meets', to='projects.offer'),
        ),
        migrations.AddField(
            model_name='supportneed',
            name='project',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='needs', to='projects.project'),
        ),
        migrations.AddField(
            model_name='worktask',
            name='group',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='tasks', to='workshop.body'),
        ),
        migrations.AddField(
            model_name='worktask',
            name='initiative',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='workshop.initiative'),
        ),
        migrations.AddField(
            model_name='worktask',
            name='project',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='tasks', to='projects.project'),
        ),
        migrations.AddConstraint(
            model_name='comment',
            constraint=models.UniqueConstraint(fields=('initiative', 'public_id'), name='one_comment_an_id'),
        ),
        migrations.AddConstraint(
            model_name='comment',
            constraint=models.UniqueConstraint(condition=models.Q(('frame_key', ''), _negated=True), fields=('initiative', 'frame_key'), name='one_comment_a_frame_key'),
        ),
        migrations.AddConstraint(
            model_name='comment',
            constraint=models.CheckConstraint(condition=models.Q(('set_aside_on', None), models.Q(('set_aside_reason', ''), _negated=True), _connector='OR'), name='a_comment_set_aside_says_why', violation_error_message='Say in a few words why this is set aside.'),
        ),
        migrations.AddConstraint(
            model_name='example',
            constraint=models.UniqueConstraint(fields=('initiative', 'public_id'), name='one_example_an_id'),
        ),
        migrations.AddConstraint(
            model_name='example',
            constraint=models.UniqueConstraint(condition=models.Q(('frame_key', ''), _negated=True), fields=('initiative', 'frame_key'), name='one_example_a_frame_key'),
        ),
        migrations.AddConstraint(
            model_name='example',
            constraint=models.CheckConstraint(condition=models.Q(('set_aside_on', None), models.Q(('set_aside_reason', ''), _negated=True), _connector='OR'), name='a_example_set_aside_says_why', violation_error_message='Say in a few words why this is set aside.'),
        ),
        migrations.AddConstraint(
            model_name='formerfeed',
            constraint=models.UniqueConstraint(fields=('project', 'idea'), name='an_idea_leaves_a_project_once'),
        ),
        migrations.AddConstraint(
            model_name='groupnote',
            constraint=models.UniqueConstraint(fields=('initiative', 'public_id'), name='one_groupnote_an_id'),
        ),
        migrations.AddConstraint(
            model_name='groupnote',
            constraint=models.UniqueConstraint(condition=models.Q(('frame_key', ''), _negated=True), fields=('initiative', 'frame_key'), name='one_groupnote_a_frame_key'),
        ),
        migrations.AddConstraint(
            model_name='groupnote',
            constraint=models.CheckConstraint(condition=models.Q(('set_aside_on', None), models.Q(('set_aside_reason', ''), _negated=True), _connector='OR'), name='a_groupnote_set_aside_says_why', violation_error_message='Say in a few words why this is set aside.'),
        ),
        migrations.AddConstraint(
            model_name='maturitystep',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('ground', ''), _negated=True), models.Q(('reason', ''), _negated=True), _connector='OR'), name='a_step_shows_its_ground', violation_error_message='A step up shows what it stands on; a step down says why.'),
        ),
        migrations.AddConstraint(
            model_name='obstacle',
            constraint=models.UniqueConstraint(fields=('initiative', 'public_id'), name='one_obstacle_an_id'),
        ),
        migrations.AddConstraint(
            model_name='obstacle',
            constraint=models.UniqueConstraint(condition=models.Q(('frame_key', ''), _negated=True), fields=('initiative', 'frame_key'), name='one_obstacle_a_frame_key'),
        ),
        migrations.AddConstraint(
            model_name='obstacle',
            constraint=models.CheckConstraint(condition=models.Q(('set_aside_on', None), models.Q(('set_aside_reason', ''), _negated=True), _connector='OR'), name='a_obstacle_set_aside_says_why', violation_error_message='Say in a few words why this is set aside.'),
        ),
        migrations.AddConstraint(
            model_name='offer',
            constraint=models.UniqueConstraint(fields=('initiative', 'public_id'), name='one_offer_an_id'),
        ),
        migrations.AddConstraint(
            model_name='offer',
            constraint=models.UniqueConstraint(condition=models.Q(('frame_key', ''), _negated=True), fields=('initiative', 'frame_key'), name='one_offer_a_frame_key'),
        ),
        migrations.AddConstraint(
            model_name='offer',
            constraint=models.CheckConstraint(condition=models.Q(('set_aside_on', None), models.Q(('set_aside_reason', ''), _negated=True), _connector='OR'), name='a_offer_set_aside_says_why', violation_error_message='Say in a few words why this is set aside.'),
        ),
        migrations.AddConstraint(
            model_name='picture',
            constraint=models.UniqueConstraint(fields=('initiative', 'public_id'), name='one_picture_an_id'),
        ),
        migrations.AddConstraint(
            model_name='picture',
            constraint=models.UniqueConstraint(condition=models.Q(('frame_key', ''), _negated=True), fields=('initiative', 'frame_key'), name='one_picture_a_frame_key'),
        ),
        migrations.AddConstraint(
            model_name='picture',
            constraint=models.CheckConstraint(condition=models.Q(('set_aside_on', None), models.Q(('set_aside_reason', ''), _negated=True), _connector='OR'), name='a_picture_set_aside_says_why', violation_error_message='Say in a few words why this is set aside.'),
        ),
        migrations.AddConstraint(
            model_name='projectcommitment',
            constraint=models.UniqueConstraint(fields=('initiative', 'public_id'), name='one_projectcommitment_an_id'),
        ),
        migrations.AddConstraint(
            model_name='projectcommitment',
            constraint=models.UniqueConstraint(condition=models.Q(('frame_key', ''), _negated=True), fields=('initiative', 'frame_key'), name='one_projectcommitment_a_frame_key'),
        ),
        migrations.AddConstraint(
            model_name='projectcommitment',
            constraint=models.CheckConstraint(condition=models.Q(('set_aside_on', None), models.Q(('set_aside_reason', ''), _negated=True), _connector='OR'), name='a_projectcommitment_set_aside_says_why', violation_error_message='Say in a few words why this is set aside.'),
        ),
        migrations.AddConstraint(
            model_name='projectcommitment',
            constraint=models.UniqueConstraint(fields=('project', 'actor', 'role'), name='one_ladder_a_project_an_actor_a_role'),
        ),
        migrations.AddConstraint(
            model_name='projectcost',
            constraint=models.UniqueConstraint(fields=('initiative', 'public_id'), name='one_projectcost_an_id'),
        ),
        migrations.AddConstraint(
            model_name='projectcost',
            constraint=models.UniqueConstraint(condition=models.Q(('frame_key', ''), _negated=True), fields=('initiative', 'frame_key'), name='one_projectcost_a_frame_key'),
        ),
        migrations.AddConstraint(
            model_name='projectcost',
            constraint=models.CheckConstraint(condition=models.Q(('set_aside_on', None), models.Q(('set_aside_reason', ''), _negated=True), _connector='OR'), name='a_projectcost_set_aside_says_why', violation_error_message='Say in a few words why this is set aside.'),
        ),
        migrations.AddConstraint(
            model_name='projectcost',
            constraint=models.CheckConstraint(condition=models.Q(('amount', None), ('amount__gte', 0), _connector='OR'), name='a_projectcost_is_no_debt', violation_error_message='An amount is never negative.'),
        ),
        migrations.AddConstraint(
            model_name='projectcost',
            constraint=models.CheckConstraint(condition=models.Q(('real_amount', None), ('real_amount__gte', 0), _connector='OR'), name='a_projectcost_really_costs', violation_error_message='An amount is never negative.'),
        ),
        migrations.AddConstraint(
            model_name='projectcost',
            constraint=models.CheckConstraint(condition=models.Q(('effort', None), ('effort__gte', 0), _connector='OR'), name='a_projectcost_takes_some_work', violation_error_message='An amount is never negative.'),
        ),
        migrations.AddConstraint(
            model_name='projectfunding',
            constraint=models.UniqueConstraint(fields=('initiative', 'public_id'), name='one_projectfunding_an_id'),
        ),
        migrations.AddConstraint(
            model_name='projectfunding',
            constraint=models.UniqueConstraint(condition=models.Q(('frame_key', ''), _negated=True), fields=('initiative', 'frame_key'), name='one_projectfunding_a_frame_key'),
        ),
        migrations.AddConstraint(
            model_name='projectfunding',
            constraint=models.CheckConstraint(condition=models.Q(('set_aside_on', None), models.Q(('set_aside_reason', ''), _negated=True), _connector='OR'), name='a_projectfunding_set_aside_says_why', violation_error_message='Say in a few words why this is set aside.'),
        ),
        migrations.AddConstraint(
            model_name='projectfunding',
            constraint=models.CheckConstraint(condition=models.Q(('amount', None), ('amount__gte', 0), _connector='OR'), name='a_projectfunding_is_no_debt', violation_error_message='An amount is never negative.'),
        ),
        migrations.AddConstraint(
            model_name='projectfunding',
            constraint=models.CheckConstraint(condition=models.Q(('expires_on', None), ('decided_on', None), ('expires_on__gte', models.F('decided_on')), _connector='OR'), name='a_projectfunding_expires_later', violation_error_message='This funding expires before it is decided.'),
        ),
        migrations.AddConstraint(
            model_name='projectlink',
            constraint=models.UniqueConstraint(fields=('initiative', 'public_id'), name='one_projectlink_an_id'),
        ),
        migrations.AddConstraint(
            model_name='projectlink',
            constraint=models.UniqueConstraint(condition=models.Q(('frame_key', ''), _negated=True), fields=('initiative', 'frame_key'), name='one_projectlink_a_frame_key'),
        ),
        migrations.AddConstraint(
            model_name='projectlink',
            constraint=models.CheckConstraint(condition=models.Q(('set_aside_on', None), models.Q(('set_aside_reason', ''), _negated=True), _connector='OR'), name='a_projectlink_set_aside_says_why', violation_error_message='Say in a few words why this is set aside.'),
        ),
        migrations.AddConstraint(
            model_name='projectlink',
            constraint=models.UniqueConstraint(fields=('project', 'other', 'kind'), name='two_projects_are_linked_once'),
        ),
        migrations.AddConstraint(
            model_name='projectlink',
            constraint=models.CheckConstraint(condition=models.Q(('project', models.F('other')), _negated=True), name='a_project_is_linked_to_others', violation_error_message='A project is not linked to itself.'),
        ),
        migrations.AddConstraint(
            model_name='projectmilestone',
            constraint=models.UniqueConstraint(fields=('initiative', 'public_id'), name='one_projectmilestone_an_id'),
        ),
        migrations.AddConstraint(
            model_name='projectmilestone',
            constraint=models.UniqueConstraint(condition=models.Q(('frame_key', ''), _negated=True), fields=('initiative', 'frame_key'), name='one_projectmilestone_a_frame_key'),
        ),
        migrations.AddConstraint(
            model_name='projectmilestone',
            constraint=models.CheckConstraint(condition=models.Q(('set_aside_on', None), models.Q(('set_aside_reason', ''), _negated=True), _connector='OR'), name='a_projectmilestone_set_aside_says_why', violation_error_message='Say in a few words why this is set aside.'),
        ),
        migrations.AddConstraint(
            model_name='projectmilestone',
            constraint=models.CheckConstraint(condition=models.Q(('planned_on', None), ('starts_on', None), ('planned_on__gte', models.F('starts_on')), _connector='OR'), name='a_milestone_ends_later', violation_error_message='This milestone is reached before it begins.'),
        ),
        migrations.AddConstraint(
            model_name='dependency',
            constraint=models.UniqueConstraint(fields=('initiative', 'public_id'), name='one_dependency_an_id'),
        ),
        migrations.AddConstraint(
            model_name='dependency',
            constraint=models.UniqueConstraint(condition=models.Q(('frame_key', ''), _negated=True), fields=('initiative', 'frame_key'), name='one_dependency_a_frame_key'),
        ),
        migrations.AddConstraint(
            model_name='dependency',
            constraint=models.CheckConstraint(condition=models.Q(('set_aside_on', None), models.Q(('set_aside_reason', ''), _negated=True), _connector='OR'), name='a_dependency_set_aside_says_why', violation_error_message='Say in a few words why this is set aside.'),
        ),
        migrations.AddConstraint(
            model_name='dependency',
            constraint=models.UniqueConstraint(fields=('before', 'after'), name='two_milestones_depend_once'),
        ),
        migrations.AddConstraint(
            model_name='dependency',
            constraint=models.CheckConstraint(condition=models.Q(('before', models.F('after')), _negated=True), name='nothing_waits_for_itself', violation_error_message='A milestone does not wait for itself.'),
        ),
        migrations.AddConstraint(
            model_name='projectmission',
            constraint=models.UniqueConstraint(fields=('project', 'mission'), name='a_mission_shapes_a_project_once'),
        ),
        migrations.AddConstraint(
            model_name='projectplace',
            constraint=models.UniqueConstraint(fields=('initiative', 'public_id'), name='one_projectplace_an_id'),
        ),
        migrations.AddConstraint(
            model_name='projectplace',
            constraint=models.UniqueConstraint(condition=models.Q(('frame_key', ''), _negated=True), fields=('initiative', 'frame_key'), name='one_projectplace_a_frame_key'),
        ),
        migrations.AddConstraint(
            model_name='projectplace',
            constraint=models.CheckConstraint(condition=models.Q(('set_aside_on', None), models.Q(('set_aside_reason', ''), _negated=True), _connector='OR'), name='a_projectplace_set_aside_says_why', violation_error_message='Say in a few words why this is set aside.'),
        ),
        migrations.AddConstraint(
            model_name='projectstep',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('level', 'engagement écrit'), _negated=True), models.Q(models.Q(models.Q(('proof_reference', ''), _negated=True), models.Q(('proof_sha256', ''), _negated=True), _connector='OR'), models.Q(('proof_kind__in', ('', 'parole', 'passage')), _negated=True)), _connector='OR'), name='a_projectstep_in_writing_shows_it', violation_error_message='A written commitment shows its document: attach it or give its reference, or record an oral agreement.'),
        ),
        migrations.AddConstraint(
            model_name='projectstep',
            constraint=models.CheckConstraint(condition=models.Q(('expires_on', None), ('on', None), ('expires_on__gte', models.F('on')), _connector='OR'), name='a_projectstep_expires_later', violation_error_message='This commitment expires before it is made.'),
        ),
        migrations.AddConstraint(
            model_name='savedview',
            constraint=models.UniqueConstraint(fields=('initiative', 'public_id'), name='one_savedview_an_id'),
        ),
        migrations.AddConstraint(
            model_name='savedview',
            constraint=models.UniqueConstraint(condition=models.Q(('frame_key', ''), _negated=True), fields=('initiative', 'frame_key'), name='one_savedview_a_frame_key'),
        ),
        migrations.AddConstraint(
            model_name='savedview',
            constraint=models.CheckConstraint(condition=models.Q(('set_aside_on', None), models.Q(('set_aside_reason', ''), _negated=True), _connector='OR'), name='a_savedview_set_aside_says_why', violation_error_message='Say in a few words why this is set aside.'),
        ),
        migrations.AddConstraint(
            model_name='supportneed',
            constraint=models.UniqueConstraint(fields=('initiative', 'public_id'), name='one_supportneed_an_id'),
        ),
        migrations.AddConstraint(
            model_name='supportneed',
            constraint=models.UniqueConstraint(condition=models.Q(('frame_key', ''), _negated=True), fields=('initiative', 'frame_key'), name='one_supportneed_a_frame_key'),
        ),
        migrations.AddConstraint(
            model_name='supportneed',
            constraint=models.CheckConstraint(condition=models.Q(('set_aside_on', None), models.Q(('set_aside_reason', ''), _negated=True), _connector='OR'), name='a_supportneed_set_aside_says_why', violation_error_message='Say in a few words why this is set aside.'),
        ),
        migrations.AddConstraint(
            model_name='worktask',
            constraint=models.UniqueConstraint(fields=('initiative', 'public_id'), name='one_worktask_an_id'),
        ),
        migrations.AddConstraint(
            model_name='worktask',
            constraint=models.UniqueConstraint(condition=models.Q(('frame_key', ''), _negated=True), fields=('initiative', 'frame_key'), name='one_worktask_a_frame_key'),
        ),
        migrations.AddConstraint(
            model_name='worktask',
            constraint=models.CheckConstraint(condition=models.Q(('set_aside_on', None), models.Q(('set_aside_reason', ''), _negated=True), _connector='OR'), name='a_worktask_set_aside_says_why', violation_error_message='Say in a few words why this is set aside.'),
        ),
        migrations.AddConstraint(
            model_name='worktask',
            constraint=models.CheckConstraint(condition=models.Q(('group__isnull', False), ('project__isnull', False), _connector='OR'), name='a_task_is_of_a_group_or_a_project', violation_error_message='Say for which group or for which project.'),
        ),
    ]
