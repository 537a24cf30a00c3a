"""Breaks, after others went through, when it is told to."""

import os

from django.db import migrations


def break_down(apps, editor):
    if "LATER_BREAKS" in os.environ:
        raise RuntimeError("this change is wrong")


class Migration(migrations.Migration):

    dependencies = [("tomorrow", "0003_weighed")]

    operations = [migrations.RunPython(break_down, migrations.RunPython.noop)]
