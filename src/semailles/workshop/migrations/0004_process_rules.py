import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('workshop', '0003_ids_and_meetings'),
    ]

    operations = [
        migrations.RemoveField(
            model_name='body',
            name='meetings',
        ),
        migrations.AlterField(
            model_name='milestone',
            name='body',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='meetings', to='workshop.body'),
        ),
        migrations.AddConstraint(
            model_name='body',
            constraint=models.UniqueConstraint(fields=('initiative', 'public_id'), name='one_body_an_id'),
        ),
        migrations.AddConstraint(
            model_name='body',
            constraint=models.UniqueConstraint(condition=models.Q(('frame_key', ''), _negated=True), fields=('initiative', 'frame_key'), name='one_body_a_frame_key'),
        ),
        migrations.AddConstraint(
            model_name='body',
            constraint=models.CheckConstraint(condition=models.Q(('set_aside_on', None), models.Q(('set_aside_reason', ''), _negated=True), _connector='OR'), name='a_body_set_aside_says_why', violation_error_message='Say in a few words why this is set aside.'),
        ),
        migrations.AddConstraint(
            model_name='body',
            constraint=models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='a_body_has_a_name'),
        ),
        migrations.AddConstraint(
            model_name='initiative',
            constraint=models.CheckConstraint(condition=models.Q(('deadline_on', None), ('starts_on', None), ('deadline_on__gte', models.F('starts_on')), _connector='OR'), name='a_deadline_after_the_start', violation_error_message='The deadline is before the start.'),
        ),
        migrations.AddConstraint(
            model_name='phase',
            constraint=models.UniqueConstraint(fields=('initiative', 'public_id'), name='one_phase_an_id'),
        ),
        migrations.AddConstraint(
            model_name='phase',
            constraint=models.UniqueConstraint(condition=models.Q(('frame_key', ''), _negated=True), fields=('initiative', 'frame_key'), name='one_phase_a_frame_key'),
        ),
        migrations.AddConstraint(
            model_name='phase',
            constraint=models.CheckConstraint(condition=models.Q(('set_aside_on', None), models.Q(('set_aside_reason', ''), _negated=True), _connector='OR'), name='a_phase_set_aside_says_why', violation_error_message='Say in a few words why this is set aside.'),
        ),
        migrations.AddConstraint(
            model_name='phase',
            constraint=models.CheckConstraint(condition=models.Q(('months__gt', 0)), name='a_phase_lasts', violation_error_message='A phase lasts some time.'),
        ),
        migrations.AddConstraint(
            model_name='phase',
            constraint=models.CheckConstraint(condition=models.Q(('ended_on', None), ('starts_on', None), ('ended_on__gte', models.F('starts_on')), _connector='OR'), name='a_phase_ends_after_its_start', violation_error_message='The end is before the start.'),
        ),
        migrations.AddConstraint(
            model_name='processcost',
            constraint=models.UniqueConstraint(fields=('initiative', 'public_id'), name='one_processcost_an_id'),
        ),
        migrations.AddConstraint(
            model_name='processcost',
            constraint=models.UniqueConstraint(condition=models.Q(('frame_key', ''), _negated=True), fields=('initiative', 'frame_key'), name='one_processcost_a_frame_key'),
        ),
        migrations.AddConstraint(
            model_name='processcost',
            constraint=models.CheckConstraint(condition=models.Q(('set_aside_on', None), models.Q(('set_aside_reason', ''), _negated=True), _connector='OR'), name='a_processcost_set_aside_says_why', violation_error_message='Say in a few words why this is set aside.'),
        ),
        migrations.AddConstraint(
            model_name='processcost',
            constraint=models.CheckConstraint(condition=models.Q(('amount', None), ('amount__gte', 0), _connector='OR'), name='a_processcost_is_no_debt', violation_error_message='An amount is never negative.'),
        ),
        migrations.AddConstraint(
            model_name='processcost',
            constraint=models.CheckConstraint(condition=models.Q(('real_amount', None), ('real_amount__gte', 0), _connector='OR'), name='a_processcost_really_costs', violation_error_message='An amount is never negative.'),
        ),
        migrations.AddConstraint(
            model_name='processfunding',
            constraint=models.UniqueConstraint(fields=('initiative', 'public_id'), name='one_processfunding_an_id'),
        ),
        migrations.AddConstraint(
            model_name='processfunding',
            constraint=models.UniqueConstraint(condition=models.Q(('frame_key', ''), _negated=True), fields=('initiative', 'frame_key'), name='one_processfunding_a_frame_key'),
        ),
        migrations.AddConstraint(
            model_name='processfunding',
            constraint=models.CheckConstraint(condition=models.Q(('set_aside_on', None), models.Q(('set_aside_reason', ''), _negated=True), _connector='OR'), name='a_processfunding_set_aside_says_why', violation_error_message='Say in a few words why this is set aside.'),
        ),
        migrations.AddConstraint(
            model_name='processfunding',
            constraint=models.CheckConstraint(condition=models.Q(('amount', None), ('amount__gte', 0), _connector='OR'), name='a_processfunding_is_no_debt', violation_error_message='An amount is never negative.'),
        ),
        migrations.AddConstraint(
            model_name='processfunding',
            constraint=models.CheckConstraint(condition=models.Q(('expires_on', None), ('decided_on', None), ('expires_on__gte', models.F('decided_on')), _connector='OR'), name='a_processfunding_expires_later', violation_error_message='This funding expires before it is decided.'),
        ),
        migrations.AddConstraint(
            model_name='theme',
            constraint=models.UniqueConstraint(fields=('initiative', 'public_id'), name='one_theme_an_id'),
        ),
        migrations.AddConstraint(
            model_name='theme',
            constraint=models.UniqueConstraint(condition=models.Q(('frame_key', ''), _negated=True), fields=('initiative', 'frame_key'), name='one_theme_a_frame_key'),
        ),
        migrations.AddConstraint(
            model_name='theme',
            constraint=models.CheckConstraint(condition=models.Q(('set_aside_on', None), models.Q(('set_aside_reason', ''), _negated=True), _connector='OR'), name='a_theme_set_aside_says_why', violation_error_message='Say in a few words why this is set aside.'),
        ),
        migrations.AddConstraint(
            model_name='axis',
            constraint=models.UniqueConstraint(fields=('initiative', 'public_id'), name='one_axis_an_id'),
        ),
        migrations.AddConstraint(
            model_name='axis',
            constraint=models.UniqueConstraint(condition=models.Q(('frame_key', ''), _negated=True), fields=('initiative', 'frame_key'), name='one_axis_a_frame_key'),
        ),
        migrations.AddConstraint(
            model_name='axis',
            constraint=models.CheckConstraint(condition=models.Q(('set_aside_on', None), models.Q(('set_aside_reason', ''), _negated=True), _connector='OR'), name='a_axis_set_aside_says_why', violation_error_message='Say in a few words why this is set aside.'),
        ),
        migrations.AddConstraint(
            model_name='axis',
            constraint=models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='an_axis_says_something'),
        ),
        migrations.AddConstraint(
            model_name='mandate',
            constraint=models.UniqueConstraint(fields=('initiative', 'public_id'), name='one_mandate_an_id'),
        ),
        migrations.AddConstraint(
            model_name='mandate',
            constraint=models.UniqueConstraint(condition=models.Q(('frame_key', ''), _negated=True), fields=('initiative', 'frame_key'), name='one_mandate_a_frame_key'),
        ),
        migrations.AddConstraint(
            model_name='mandate',
            constraint=models.CheckConstraint(condition=models.Q(('set_aside_on', None), models.Q(('set_aside_reason', ''), _negated=True), _connector='OR'), name='a_mandate_set_aside_says_why', violation_error_message='Say in a few words why this is set aside.'),
        ),
        migrations.AddConstraint(
            model_name='mandate',
            constraint=models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='a_mandate_is_somebodys'),
        ),
        migrations.AddConstraint(
            model_name='mandate',
            constraint=models.CheckConstraint(condition=models.Q(('ceased_on', None), ('designated_on', None), ('ceased_on__gte', models.F('designated_on')), _connector='OR'), name='a_mandate_ends_after_it_begins', violation_error_message='This mandate ends before it begins.'),
        ),
        migrations.AddConstraint(
            model_name='milestone',
            constraint=models.UniqueConstraint(fields=('initiative', 'public_id'), name='one_milestone_an_id'),
        ),
        migrations.AddConstraint(
            model_name='milestone',
            constraint=models.UniqueConstraint(condition=models.Q(('frame_key', ''), _negated=True), fields=('initiative', 'frame_key'), name='one_milestone_a_frame_key'),
        ),
        migrations.AddConstraint(
            model_name='milestone',
            constraint=models.CheckConstraint(condition=models.Q(('set_aside_on', None), models.Q(('set_aside_reason', ''), _negated=True), _connector='OR'), name='a_milestone_set_aside_says_why', violation_error_message='Say in a few words why this is set aside.'),
        ),
        migrations.AddConstraint(
            model_name='milestone',
            constraint=models.CheckConstraint(condition=models.Q(('kind', 'réunion'), models.Q(('body', None), ('minutes_on', None)), _connector='OR'), name='only_a_meeting_has_a_body_and_minutes', violation_error_message='Only a meeting has a body and minutes.'),
        ),
        migrations.AddConstraint(
            model_name='milestone',
            constraint=models.CheckConstraint(condition=models.Q(('minutes_on', None), models.Q(('happened_on__isnull', False), ('minutes_on__gte', models.F('happened_on'))), _connector='OR'), name='minutes_after_the_meeting', violation_error_message='Minutes come after the day the meeting was held: write that day first.'),
        ),
        migrations.AddConstraint(
            model_name='mission',
            constraint=models.UniqueConstraint(fields=('initiative', 'public_id'), name='one_mission_an_id'),
        ),
        migrations.AddConstraint(
            model_name='mission',
            constraint=models.UniqueConstraint(condition=models.Q(('frame_key', ''), _negated=True), fields=('initiative', 'frame_key'), name='one_mission_a_frame_key'),
        ),
        migrations.AddConstraint(
            model_name='mission',
            constraint=models.CheckConstraint(condition=models.Q(('set_aside_on', None), models.Q(('set_aside_reason', ''), _negated=True), _connector='OR'), name='a_mission_set_aside_says_why', violation_error_message='Say in a few words why this is set aside.'),
        ),
        migrations.AddConstraint(
            model_name='mission',
            constraint=models.CheckConstraint(condition=models.Q(('who', ''), _negated=True), name='a_mission_is_somebodys'),
        ),
        migrations.AddConstraint(
            model_name='processcommitment',
            constraint=models.UniqueConstraint(fields=('initiative', 'public_id'), name='one_processcommitment_an_id'),
        ),
        migrations.AddConstraint(
            model_name='processcommitment',
            constraint=models.UniqueConstraint(condition=models.Q(('frame_key', ''), _negated=True), fields=('initiative', 'frame_key'), name='one_processcommitment_a_frame_key'),
        ),
        migrations.AddConstraint(
            model_name='processcommitment',
            constraint=models.CheckConstraint(condition=models.Q(('set_aside_on', None), models.Q(('set_aside_reason', ''), _negated=True), _connector='OR'), name='a_processcommitment_set_aside_says_why', violation_error_message='Say in a few words why this is set aside.'),
        ),
        migrations.AddConstraint(
            model_name='processcommitment',
            constraint=models.UniqueConstraint(fields=('initiative', 'actor', 'role'), name='one_ladder_an_actor_role'),
        ),
        migrations.AddConstraint(
            model_name='commitmentstep',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('level', 'engagement écrit'), _negated=True), models.Q(models.Q(models.Q(('proof_reference', ''), _negated=True), models.Q(('proof_sha256', ''), _negated=True), _connector='OR'), models.Q(('proof_kind__in', ('', 'parole', 'passage')), _negated=True)), _connector='OR'), name='a_commitmentstep_in_writing_shows_it', violation_error_message='A written commitment shows its document: attach it or give its reference, or record an oral agreement.'),
        ),
        migrations.AddConstraint(
            model_name='commitmentstep',
            constraint=models.CheckConstraint(condition=models.Q(('expires_on', None), ('on', None), ('expires_on__gte', models.F('on')), _connector='OR'), name='a_commitmentstep_expires_later', violation_error_message='This commitment expires before it is made.'),
        ),
    ]
