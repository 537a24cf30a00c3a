from django.db import migrations, models
from django.utils.text import slugify


def address(apps, schema_editor):
    """A workspace holds one initiative: its name is free."""
    for initiative in apps.get_model("workshop", "Initiative").objects.order_by("id"):
        initiative.slug = slugify(initiative.name)[:70].strip("-") or f"demarche-{initiative.pk}"
        initiative.save(update_fields=["slug"])


class Migration(migrations.Migration):
    dependencies = [("workshop", "0014_roles_and_seats")]

    operations = [
        migrations.AddField("initiative", "slug", models.SlugField(max_length=80, editable=False, default="", db_index=False)),
        migrations.RunPython(address, migrations.RunPython.noop),
        migrations.AlterField("initiative", "slug", models.SlugField(max_length=80, unique=True, editable=False)),
    ]
