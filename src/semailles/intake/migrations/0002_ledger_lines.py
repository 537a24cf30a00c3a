"""Lines of the process budget, as documents write them."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('intake', '0001_documents_and_ideas'),
        ('workshop', '0004_process_rules'),
    ]

    operations = [
        migrations.CreateModel(
            name='LedgerLine',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('start', models.PositiveIntegerField()),
                ('end', models.PositiveIntegerField()),
                ('quote', models.TextField()),
                ('side', models.CharField(blank=True, choices=[('dépense', 'cost'), ('ressource', 'resource')], max_length=20)),
                ('part', models.CharField(choices=[('ligne', 'line'), ('total', 'total'), ('hors budget', 'left out of the budget')], max_length=20)),
                ('rank', models.PositiveIntegerField()),
                ('label', models.CharField(blank=True, max_length=300)),
                ('surface', models.CharField(blank=True, max_length=300)),
                ('amount', models.DecimalField(decimal_places=2, max_digits=12, null=True)),
                ('tax_base', models.CharField(blank=True, choices=[('HT', 'before tax'), ('TTC', 'tax included'), ('sans objet', 'no tax applies')], max_length=20)),
                ('status', models.CharField(blank=True, choices=[('envisagé', 'considered'), ('sollicité', 'sought'), ('à confirmer', 'to be confirmed'), ('décidé', 'decided'), ('notifié', 'notified'), ('versé', 'paid'), ('refusé', 'refused')], max_length=20)),
                ('nature', models.CharField(blank=True, choices=[('subvention', 'grant'), ('fonds propres', 'own funds'), ('prêt', 'loan'), ('recette', 'revenue'), ('citoyen', 'citizen funding'), ('en nature valorisé', 'in kind'), ('bénévolat non valorisé', 'volunteering')], max_length=40)),
                ('detail', models.CharField(blank=True, max_length=500)),
                ('sure', models.JSONField(default=list)),
                ('weight', models.FloatField()),
                ('actor', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='ledger_lines', to='workshop.actor')),
                ('cost', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='read_in', to='workshop.processcost')),
                ('funding', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='read_in', to='workshop.processfunding')),
                ('initiative', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='workshop.initiative')),
                ('passage', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='intake.passage')),
            ],
            options={
                'ordering': ['passage__version__document__path', 'rank'],
                'constraints': [models.CheckConstraint(condition=models.Q(('start__gte', 0), ('end__gt', models.F('start'))), name='a_ledger_line_has_words')],
            },
        ),
    ]
