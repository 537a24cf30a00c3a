"""What people are told, how they want to be, what they want to hear no more of."""

import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('core', '0011_drafts'),
    ]

    operations = [
        migrations.CreateModel(
            name='Mute',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('initiative_id', models.UUIDField()),
                ('subject_kind', models.CharField(max_length=60)),
                ('subject_id', models.UUIDField()),
                ('label', models.CharField(blank=True, max_length=300)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('initiative_id', 'person', 'subject_kind', 'subject_id'), name='one_mute_a_thing')],
            },
        ),
        migrations.CreateModel(
            name='Notice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('initiative_id', models.UUIDField()),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('kind', models.CharField(choices=[('question', 'a question or a remark is addressed to me'), ('answer', 'somebody answers what I asked or remarked'), ('remark', 'somebody remarks on a project that I hold'), ('texts', 'somebody wrote at the same time as I did: two texts wait to be brought together'), ('task', 'a task is given to me')], max_length=20)),
                ('subject_kind', models.CharField(max_length=60)),
                ('subject_id', models.UUIDField()),
                ('label', models.CharField(blank=True, max_length=300)),
                ('at', models.DateTimeField()),
                ('read_at', models.DateTimeField(blank=True, null=True)),
                ('mailed_at', models.DateTimeField(blank=True, null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-at', '-id'],
                'indexes': [models.Index(fields=['person', 'initiative_id', '-at'], name='notice_latest')],
                'constraints': [models.CheckConstraint(condition=models.Q(('person', models.F('by')), _negated=True), name='nobody_is_told_what_they_did')],
            },
        ),
        migrations.CreateModel(
            name='NoticeChoice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('initiative_id', models.UUIDField()),
                ('kind', models.CharField(choices=[('question', 'a question or a remark is addressed to me'), ('answer', 'somebody answers what I asked or remarked'), ('remark', 'somebody remarks on a project that I hold'), ('texts', 'somebody wrote at the same time as I did: two texts wait to be brought together'), ('task', 'a task is given to me')], max_length=20)),
                ('how', models.CharField(choices=[('now', 'as soon as possible'), ('digest', 'in the day’s mail'), ('never', 'never by mail')], default='digest', max_length=20)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('initiative_id', 'person', 'kind'), name='one_choice_a_kind')],
            },
        ),
    ]
