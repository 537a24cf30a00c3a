from django.db import migrations, models


class Migration(migrations.Migration):
    """Which words of a table's row stand under which header: a table is shown as one."""

    dependencies = [
        ("intake", "0002_ledger_lines"),
    ]

    operations = [
        migrations.AddField(
            model_name="passage",
            name="cells",
            field=models.JSONField(blank=True, default=list),
        ),
    ]
