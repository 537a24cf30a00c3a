"""Which tables of a database are ours."""

from semailles.publication.transfer.moments import is_counted


def test_what_another_program_keeps_in_our_database_is_not_ours() -> None:
    names = ("intake_idea", "django_migrations", "account_emailaddress", "core_searchwords_data", "spatial_ref_sys", "audit_log", "intake")

    assert [name for name in names if is_counted(name)] == ["intake_idea", "django_migrations", "account_emailaddress"]
