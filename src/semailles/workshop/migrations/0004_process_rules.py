"""The wider tables take the place and the name of the first ones."""

from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('workshop', '0003_ids_and_meetings'),
    ]

    operations = [
        migrations.DeleteModel('Phase'),
        migrations.RenameModel('WiderPhase', 'Phase'),
        migrations.DeleteModel('Body'),
        migrations.RenameModel('WiderBody', 'Body'),
        migrations.DeleteModel('ProcessCost'),
        migrations.RenameModel('WiderCost', 'ProcessCost'),
        migrations.DeleteModel('ProcessFunding'),
        migrations.RenameModel('WiderFunding', 'ProcessFunding'),
    ]
