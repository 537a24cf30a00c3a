import django.core.validators
import django.db.models.deletion
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):
    """How an initiative opens to the public, and what the public proposes."""

    dependencies = [
        ('core', '0006_quotas'),
        ('intake', '0013_translated_titles'),
        ('workshop', '0013_spellings_are_taken_off'),
    ]

    operations = [
        migrations.CreateModel(
            name='Contribution',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4)),
                ('number', models.PositiveIntegerField()),
                ('given_at', models.DateTimeField()),
                ('title', models.CharField(blank=True, max_length=150)),
                ('text', models.TextField(blank=True, max_length=2000)),
                ('place', models.CharField(blank=True, max_length=200)),
                ('signed_as', models.CharField(blank=True, max_length=200)),
                ('erased_at', models.DateTimeField(blank=True, null=True)),
                ('state', models.CharField(choices=[('waiting', 'to be read'), ('kept', 'kept'), ('duplicate', 'said by another idea'), ('refused', 'not kept'), ('spam', 'unwanted'), ('withdrawn', 'withdrawn by whoever wrote it')], default='waiting', max_length=20)),
                ('reason', models.CharField(blank=True, max_length=500)),
                ('decided_at', models.DateTimeField(blank=True, null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.person')),
                ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.person')),
                ('idea', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='contributions', to='intake.idea')),
                ('initiative', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='workshop.initiative')),
            ],
            options={
                'ordering': ['id'],
                'indexes': [models.Index(fields=['initiative', 'state', 'id'], name='contributions_to_sort')],
                'constraints': [models.UniqueConstraint(fields=('initiative', 'public_id'), name='one_contribution_an_id'), models.UniqueConstraint(fields=('initiative', 'number'), name='one_contribution_a_number'), models.CheckConstraint(condition=models.Q(models.Q(('idea__isnull', False), ('state__in', ('kept', 'duplicate'))), models.Q(models.Q(('state__in', ('kept', 'duplicate')), _negated=True), ('idea', None)), _connector='OR'), name='a_kept_contribution_is_an_idea'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'refused'), _negated=True), models.Q(('reason', ''), _negated=True), _connector='OR'), name='a_refused_contribution_says_why', violation_error_message='Say in a few words why it is not kept: whoever proposed it reads it.'), models.CheckConstraint(condition=models.Q(('state', 'withdrawn'), models.Q(('title', ''), _negated=True), _connector='OR'), name='a_contribution_says_something')],
            },
        ),
        migrations.CreateModel(
            name='Welcome',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('revision', models.PositiveIntegerField(default=0, editable=False)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('frame_key', models.CharField(blank=True, editable=False, max_length=700)),
                ('rank', models.PositiveIntegerField(default=0)),
                ('set_aside_on', models.DateField(blank=True, editable=False, null=True)),
                ('set_aside_reason', models.CharField(blank=True, editable=False, max_length=500)),
                ('is_open', models.BooleanField(default=False)),
                ('words', models.TextField(blank=True, max_length=1500)),
                ('takes_ideas', models.BooleanField(default=False)),
                ('question', models.CharField(blank=True, max_length=300)),
                ('ideas_from', models.DateField(blank=True, null=True)),
                ('ideas_until', models.DateField(blank=True, null=True)),
                ('most_ideas', models.PositiveIntegerField(default=500, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(5000)])),
                ('initiative', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='workshop.initiative')),
            ],
            options={
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('initiative', 'public_id'), name='one_welcome_an_id'), models.UniqueConstraint(condition=models.Q(('frame_key', ''), _negated=True), fields=('initiative', 'frame_key'), name='one_welcome_a_frame_key'), models.CheckConstraint(condition=models.Q(('set_aside_on', None), models.Q(('set_aside_reason', ''), _negated=True), _connector='OR'), name='a_welcome_set_aside_says_why', violation_error_message='Say in a few words why this is set aside.'), models.UniqueConstraint(fields=('initiative',), name='one_welcome_an_initiative'), models.CheckConstraint(condition=models.Q(('ideas_until', None), ('ideas_from', None), ('ideas_until__gte', models.F('ideas_from')), _connector='OR'), name='ideas_end_after_they_begin', violation_error_message='The last day is before the first.')],
            },
        ),
    ]
