"""Tampering with the audit log is detected, and the first broken link is named."""

from datetime import timedelta

import pytest
from django.db import transaction

from samenspel.cli import main
from samenspel.web.audit.models import HOUSE_CHAIN, AuditRow, AuditSegment
from samenspel.web.audit.record import Act, record
from samenspel.web.audit.verify import anchor, anchors_that_do_not_hold, broken_links
from tests.world import World, open_case


def rows_of_case(world: World) -> list[AuditRow]:
    return list(AuditRow.objects.filter(segment__chain=world.case.public_id).order_by("number"))


def test_an_untouched_log_holds(world: World) -> None:
    assert list(broken_links()) == []


def test_a_case_has_a_chain_of_its_own(world: World) -> None:
    acts = [row.event_type_code for row in rows_of_case(world)]
    assert acts == [Act.CIRCLE_ADDED, Act.CASE_OPENED, Act.CIRCLE_ADDED, Act.CIRCLE_ADDED]
    assert not AuditRow.objects.filter(
        segment__chain=HOUSE_CHAIN, participant_object_type="case"
    ).exists()


@pytest.mark.parametrize(
    "change",
    [
        {"user_id": "somebody-else"},
        {"event_type_code": Act.CASE_READ},
        {"network_access_point_id": "10.0.0.1"},
        {"participant_object_detail": {"role": "parent"}},
        {"number": 99},
    ],
    ids=lambda change: next(iter(change)),
)
def test_a_changed_row_is_found_and_named(world: World, change: dict[str, object]) -> None:
    row = rows_of_case(world)[1]
    AuditRow.objects.filter(pk=row.pk).update(**change)
    (link,) = broken_links()
    assert (link.chain, link.number) == (str(world.case.public_id), 2)


def test_a_row_that_was_taken_out_is_found(world: World) -> None:
    AuditRow.objects.filter(pk=rows_of_case(world)[0].pk).delete()
    (link,) = broken_links()
    assert link.number == 1


def test_rows_cut_off_at_the_end_are_found(world: World) -> None:
    AuditRow.objects.filter(pk=rows_of_case(world)[-1].pk).delete()
    (link,) = broken_links()
    assert "end" in link.reason


def test_a_chain_that_was_taken_out_whole_contradicts_the_anchor(
    world: World, settings, tmp_path
) -> None:
    settings.AUDIT_ANCHOR_FILE = str(tmp_path / "anchors")
    later = world.now + timedelta(minutes=5)
    anchor(at=later)
    record(Act.CASES_LISTED, by=world.actor(world.worker), object_type="list")
    anchor(at=later + timedelta(days=1))
    assert anchors_that_do_not_hold() == []
    segment = AuditSegment.objects.get(chain=world.case.public_id)
    segment.rows.all().delete()
    AuditSegment.objects.filter(pk=segment.pk).delete()
    assert list(broken_links()) == []
    assert len(anchors_that_do_not_hold()) == 2


def test_rows_cannot_be_changed_or_removed_through_the_model(world: World) -> None:
    row = rows_of_case(world)[0]
    with pytest.raises(TypeError):
        row.save()
    with pytest.raises(TypeError):
        row.delete()


def test_a_new_year_opens_with_the_last_hash_of_the_old(world: World) -> None:
    by = world.actor(world.worker)
    later = world.actor(world.worker, at=by.at.replace(year=by.at.year + 1))
    record(Act.CASE_READ, by=later, object_type="case", chain=world.case.public_id)
    old, new = AuditSegment.objects.filter(chain=world.case.public_id).order_by("year")
    assert new.opening_hash == old.last_hash
    assert list(broken_links()) == []


def test_an_expired_year_can_go_and_the_rest_still_holds(world: World) -> None:
    test_a_new_year_opens_with_the_last_hash_of_the_old(world)
    old = AuditSegment.objects.filter(chain=world.case.public_id).order_by("year")[0]
    AuditRow.objects.filter(segment=old).delete()
    AuditSegment.objects.filter(pk=old.pk).delete()
    assert list(broken_links()) == []


def test_the_row_is_undone_with_the_act_that_failed(world: World) -> None:
    before = AuditRow.objects.count()
    with transaction.atomic():
        open_case(world.actor(world.worker), world.west)
        transaction.set_rollback(True)
    assert AuditRow.objects.count() == before


def test_no_words_of_a_family_stand_in_the_log(world: World) -> None:
    text = str(list(AuditRow.objects.values_list("participant_object_detail", flat=True)))
    assert "zwemles" not in text


def test_opening_a_case_and_listing_write_one_row_each(world: World) -> None:
    client = world.client(world.worker)
    before = AuditRow.objects.count()
    client.get("/gezinnen/")
    client.get(f"/gezinnen/{world.case.public_id}/")
    new = AuditRow.objects.order_by("id")[before:]
    assert [row.event_type_code for row in new] == [Act.CASES_LISTED, Act.CASE_READ]


def test_the_command_names_the_broken_link(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["audit", "verify"]) == 0
    AuditRow.objects.filter(pk=rows_of_case(world)[1].pk).update(user_id="x")
    assert main(["audit", "verify"]) == 1
    assert f"{world.case.public_id}, year" in capsys.readouterr().out


def test_the_anchor_goes_outside_the_database(world: World, settings, tmp_path) -> None:
    settings.AUDIT_ANCHOR_FILE = str(tmp_path / "anchors")
    line = anchor(at=world.now + timedelta(hours=1))
    assert (tmp_path / "anchors").read_text() == line + "\n"
    assert f"rows={max(AuditRow.objects.values_list('id', flat=True))} " in line


def test_rows_of_this_very_minute_wait_for_the_next_anchor(world: World) -> None:
    assert "rows=0 " in anchor(at=world.now)


@pytest.mark.parametrize("page", ["", "kring/", "wie-keek-mee/"])
@pytest.mark.parametrize("verb", ["get", "head", "post"])
def test_whatever_shows_a_case_leaves_a_row(world: World, page: str, verb: str) -> None:
    client = world.client(world.parent_in_circle)
    before = AuditRow.objects.count()
    getattr(client, verb)(f"/gezinnen/{world.case.public_id}/{page}")
    assert AuditRow.objects.count() == before + 1


@pytest.mark.parametrize("verb", ["OPTIONS", "PUT", "DELETE", "FOO"])
def test_other_verbs_reach_nothing(world: World, verb: str) -> None:
    path = f"/gezinnen/{world.case.public_id}/"
    answer = world.client(world.parent_in_circle).generic(verb, path)
    assert (answer.status_code, answer.content) == (405, b"")
