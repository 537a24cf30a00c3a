"""Lines of the journal keep what their subject was called, and are read latest first."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("core", "0003_jobs")]

    operations = [
        migrations.AddField(model_name="event", name="label", field=models.CharField(blank=True, max_length=300)),
        migrations.AlterField(model_name="event", name="initiative_id", field=models.UUIDField()),
        migrations.AddIndex(model_name="event", index=models.Index(fields=["initiative_id", "-at", "-id"], name="event_latest")),
    ]
