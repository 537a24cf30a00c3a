
import django.db.models.deletion
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):
    """How to reach somebody at an actor, for a purpose, until a day."""

    dependencies = [
        ('workshop', '0009_spellings_are_given'),
    ]

    operations = [
        migrations.CreateModel(
            name='Contact',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('revision', models.PositiveIntegerField(default=0, editable=False)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('name', models.CharField(blank=True, max_length=200)),
                ('position', models.CharField(blank=True, max_length=200)),
                ('email', models.EmailField(blank=True, max_length=254)),
                ('phone', models.CharField(blank=True, max_length=40)),
                ('purpose', models.CharField(max_length=300)),
                ('ends_on', models.DateField()),
                ('actor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='contacts', to='workshop.actor')),
                ('initiative', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='workshop.initiative')),
            ],
            options={
                'ordering': ['ends_on', 'pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('email', ''), _negated=True), models.Q(('phone', ''), _negated=True), _connector='OR'), name='a_contact_can_be_reached', violation_error_message='Give an e-mail address or a telephone number: without either, nobody is reached.'), models.CheckConstraint(condition=models.Q(('purpose', ''), _negated=True), name='a_contact_serves_for_something', violation_error_message='Say what this contact serves for.')],
            },
        ),
    ]
