"""Which versions of the program opened this database."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('core', '0015_remembered_for_a_while'),
    ]

    operations = [
        migrations.CreateModel(
            name='Release',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.CharField(max_length=40, unique=True)),
                ('since', models.DateTimeField()),
            ],
            options={
                'ordering': ['id'],
            },
        ),
    ]
