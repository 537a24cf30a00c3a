import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Sums, quantities and dates as documents write them."""

    dependencies = [
        ("intake", "0008_deposits"),
        ("workshop", "0005_known_time_zones"),
    ]

    operations = [
        migrations.CreateModel(
            name="Figure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("start", models.PositiveIntegerField()),
                ("end", models.PositiveIntegerField()),
                ("quote", models.TextField()),
                ("kind", models.CharField(choices=[("montant", "sum"), ("date", "date"), ("quantité", "quantity")], max_length=20)),
                ("low", models.DecimalField(decimal_places=6, max_digits=24, null=True)),
                ("high", models.DecimalField(decimal_places=6, max_digits=24, null=True)),
                ("unit", models.CharField(blank=True, max_length=40)),
                ("when", models.CharField(blank=True, max_length=40)),
                (
                    "initiative",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="workshop.initiative"),
                ),
                ("passage", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="intake.passage")),
            ],
            options={
                "ordering": ["id"],
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("start__gte", 0), ("end__gt", models.F("start"))), name="a_figure_has_words"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("high", None), ("kind", "date"), ("low", None)),
                            models.Q(("low__lte", models.F("high")), ("when", "")),
                            _connector="OR",
                        ),
                        name="a_figure_has_a_value",
                    ),
                ],
            },
        ),
    ]
