"""Answers given by links, and links whose giver left, are told too."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('core', '0013_proved_addresses'),
    ]

    operations = [
        migrations.AlterField(
            model_name='notice',
            name='kind',
            field=models.CharField(choices=[('question', 'a question or a remark is addressed to me'), ('answer', 'somebody answers what I asked or remarked'), ('remark', 'somebody remarks on a project that I hold'), ('texts', 'somebody wrote at the same time as I did: two texts wait to be brought together'), ('task', 'a task is given to me'), ('link', 'somebody answers by a link that I gave, or commits to a project that I hold'), ('orphans', 'links of somebody who no longer coordinates wait to be taken over')], max_length=20),
        ),
        migrations.AlterField(
            model_name='noticechoice',
            name='kind',
            field=models.CharField(choices=[('question', 'a question or a remark is addressed to me'), ('answer', 'somebody answers what I asked or remarked'), ('remark', 'somebody remarks on a project that I hold'), ('texts', 'somebody wrote at the same time as I did: two texts wait to be brought together'), ('task', 'a task is given to me'), ('link', 'somebody answers by a link that I gave, or commits to a project that I hold'), ('orphans', 'links of somebody who no longer coordinates wait to be taken over')], max_length=20),
        ),
    ]
