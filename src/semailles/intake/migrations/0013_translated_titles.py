from django.db import migrations, models


class Migration(migrations.Migration):
    """An idea said in another language carries a title in the language of the others, written by hand."""

    dependencies = [
        ("intake", "0012_readings_again"),
    ]

    operations = [
        migrations.AddField(
            model_name="idea",
            name="translated_title",
            field=models.CharField(blank=True, max_length=300),
        ),
    ]
