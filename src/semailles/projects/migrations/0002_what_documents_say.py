"""What the documents say of commitments is told apart from what people write down."""

from typing import Any

import django.db.models.deletion
from django.db import migrations, models

LEVELS = ["pressenti", "sollicité", "à confirmer", "accord oral", "engagement écrit", "réalisé", "retiré"]
SAID = ("initiative_id", "project_id", "actor_id", "role", "level", "claim_id")


def copy(apps: Any, schema_editor: Any) -> None:
    before, after = apps.get_model("projects", "ProjectCommitment"), apps.get_model("projects", "SaidCommitment")
    after.objects.bulk_create(after(**row) for row in before.objects.order_by("pk").values(*SAID))


class Migration(migrations.Migration):

    dependencies = [("projects", "0001_drafts")]

    operations = [
        migrations.CreateModel(
            name="SaidCommitment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("role", models.CharField(blank=True, max_length=20)),
                ("level", models.CharField(choices=[(level, level) for level in LEVELS], default="pressenti", max_length=20)),
                ("actor", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="said_committed", to="workshop.actor")),
                ("claim", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="intake.claim")),
                ("initiative", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="workshop.initiative")),
                ("project", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="said", to="projects.project")),
            ],
            options={
                "ordering": ["project", "actor__name"],
                "constraints": [models.UniqueConstraint(fields=("project", "actor", "role"), name="one_saying_a_project_actor_role")],
            },
        ),
        migrations.RunPython(copy, migrations.RunPython.noop),
        migrations.DeleteModel(name="ProjectCommitment"),
    ]
