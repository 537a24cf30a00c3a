from django.db import migrations, models


class Migration(migrations.Migration):
    """People write actors, mend them, and say that one is none."""

    dependencies = [
        ("workshop", "0007_actors_are_merged"),
    ]

    operations = [
        migrations.AddField(
            model_name="actor",
            name="acronym",
            field=models.CharField(blank=True, max_length=60),
        ),
        migrations.AddField(
            model_name="actor",
            name="by_hand",
            field=models.JSONField(blank=True, default=list),
        ),
        migrations.AddField(
            model_name="actor",
            name="note",
            field=models.CharField(blank=True, max_length=1000),
        ),
        migrations.AddField(
            model_name="actor",
            name="revision",
            field=models.PositiveIntegerField(default=0, editable=False),
        ),
        migrations.AddField(
            model_name="actor",
            name="set_aside_on",
            field=models.DateField(blank=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name="actor",
            name="set_aside_reason",
            field=models.CharField(blank=True, editable=False, max_length=500),
        ),
        migrations.AddField(
            model_name="actor",
            name="updated_at",
            field=models.DateTimeField(auto_now=True),
        ),
        migrations.AddConstraint(
            model_name="actor",
            constraint=models.CheckConstraint(
                condition=models.Q(("set_aside_on", None), models.Q(("set_aside_reason", ""), _negated=True), _connector="OR"),
                name="an_actor_set_aside_says_why",
                violation_error_message="Say in a few words why this is set aside.",
            ),
        ),
    ]
