from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("workshop", "0016_questions")]

    operations = [
        migrations.AddField("initiative", "closed_at", models.DateTimeField(null=True, blank=True, editable=False)),
    ]
