from django.db import migrations, models


class Migration(migrations.Migration):
    """An idea that people set aside says why."""

    dependencies = [
        ("intake", "0003_cells_of_rows"),
    ]

    operations = [
        migrations.AddField(
            model_name="idea",
            name="set_aside_reason",
            field=models.CharField(blank=True, max_length=500),
        ),
        migrations.AddConstraint(
            model_name="idea",
            constraint=models.CheckConstraint(
                condition=models.Q(models.Q(("state", "set_aside"), _negated=True), models.Q(("set_aside_reason", ""), _negated=True), _connector="OR"),
                name="an_idea_set_aside_says_why",
                violation_error_message="Say in a few words why this is set aside.",
            ),
        ),
    ]
