import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('workshop', '0015_initiatives_have_an_address'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Question',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('revision', models.PositiveIntegerField(default=0, editable=False)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('frame_key', models.CharField(blank=True, editable=False, max_length=700)),
                ('rank', models.PositiveIntegerField(default=0)),
                ('set_aside_on', models.DateField(blank=True, editable=False, null=True)),
                ('set_aside_reason', models.CharField(blank=True, editable=False, max_length=500)),
                ('owner_kind', models.CharField(max_length=60)),
                ('owner_id', models.UUIDField()),
                ('owner_label', models.CharField(blank=True, max_length=300)),
                ('text', models.TextField()),
                ('at', models.DateTimeField()),
                ('answer', models.TextField(blank=True)),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('closed_at', models.DateTimeField(blank=True, null=True)),
                ('answered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('asked_to', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('initiative', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='workshop.initiative')),
            ],
            options={
                'ordering': ['at', 'id'],
                'abstract': False,
                'indexes': [models.Index(fields=['initiative', 'owner_kind', 'owner_id'], name='question_owner')],
                'constraints': [models.UniqueConstraint(fields=('initiative', 'public_id'), name='one_question_an_id'), models.UniqueConstraint(condition=models.Q(('frame_key', ''), _negated=True), fields=('initiative', 'frame_key'), name='one_question_a_frame_key'), models.CheckConstraint(condition=models.Q(('set_aside_on', None), models.Q(('set_aside_reason', ''), _negated=True), _connector='OR'), name='a_question_set_aside_says_why', violation_error_message='Say in a few words why this is set aside.')],
            },
        ),
    ]
