"""Forms that were taken, so that the same one sent twice counts once."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('core', '0016_releases'),
    ]

    operations = [
        migrations.CreateModel(
            name='TakenForm',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('form', models.CharField(max_length=64, unique=True)),
                ('words', models.CharField(max_length=64)),
                ('answer', models.CharField(blank=True, max_length=2000)),
                ('at', models.DateTimeField()),
            ],
            options={
                'indexes': [models.Index(fields=['at'], name='taken_lately')],
            },
        ),
    ]
