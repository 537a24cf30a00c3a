from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("core", "0008_seals")]
    run_before = [(app, "0001_initial") for app in ("account", "mfa", "socialaccount", "usersessions")]  # they look for an address

    operations = [
        migrations.AddField("person", "email", models.EmailField(blank=True, max_length=254, null=True, unique=True)),
        migrations.AddField("person", "is_active", models.BooleanField(default=True)),
        migrations.AddField("person", "is_administrator", models.BooleanField(default=False)),
        migrations.AddField("person", "lang", models.CharField(blank=True, max_length=2)),
        migrations.AddField("person", "last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
        migrations.AddField(
            "person", "password", models.CharField(default="", max_length=128, verbose_name="password"), preserve_default=False
        ),
    ]
