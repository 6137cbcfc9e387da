"""What people wrote lies sealed in the database, and opens only where it belongs."""

from uuid import uuid4

import pytest
from cryptography.exceptions import InvalidTag
from django.db import connection, transaction
from django.utils import timezone

from samenspel.web.cases.models import Case
from samenspel.web.vault.fields import Sealed, seal, unlock
from samenspel.web.vault.keys import fetch_one, make_key
from tests.world import SECRET, World, close_case, open_case


def stored(case: Case, column: str) -> bytes | None:
    """What really lies in the database."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {column} FROM cases_case WHERE id = %s", [case.pk])  # noqa: S608
        value = cursor.fetchone()[0]
    return None if value is None else bytes(value)


def fresh(case: Case) -> Case:
    return Case.objects.get(pk=case.pk)


@pytest.mark.parametrize("text", ["", "één vraag", "“Hij zegt: \n niets.” 🙃", "x" * 100_000])
def test_what_is_sealed_opens_to_the_same_text(text: str) -> None:
    key, key_id = b"k" * 32, uuid4()
    sealed = Sealed(seal(text, key=key, key_id=key_id, place=b"table.column"), b"table.column")
    assert sealed.open(key) == text


def test_the_same_text_is_never_sealed_to_the_same_bytes() -> None:
    key, key_id = b"k" * 32, uuid4()
    assert len({seal("ja", key=key, key_id=key_id, place=b"") for _ in range(50)}) == 50


@pytest.mark.parametrize("place_of_byte", [20, -1])
def test_bytes_that_were_changed_do_not_open(place_of_byte: int) -> None:
    key, key_id = b"k" * 32, uuid4()
    stored = bytearray(seal("ja", key=key, key_id=key_id, place=b"here"))
    stored[place_of_byte] ^= 1
    with pytest.raises(InvalidTag):
        Sealed(bytes(stored), b"here").open(key)


def test_a_case_reads_back_what_was_written(world: World) -> None:
    case = open_case(world.by_worker(), world.west, themes=["grief", "school"])
    assert fresh(case).question == SECRET
    assert fresh(case).themes == ["grief", "school"]


def test_nothing_stays_nothing(world: World) -> None:
    case = fresh(world.case)
    assert case.family_question is None
    assert stored(case, "family_question") is None
    assert Case.objects.filter(family_question__isnull=True, pk=case.pk).exists()


def test_saving_a_case_that_was_not_read_keeps_its_bytes(world: World) -> None:
    before = stored(world.case, "question")
    fresh(world.case).save()
    assert stored(world.case, "question") == before


def test_a_text_is_sealed_anew_when_it_changes(world: World) -> None:
    before = stored(world.case, "question")
    case = fresh(world.case)
    case.question = "Iets anders"
    case.save()
    assert stored(case, "question") != before
    assert fresh(case).question == "Iets anders"


def test_a_value_copied_to_another_column_does_not_open(world: World) -> None:
    Case.objects.filter(pk=world.case.pk).update(family_question=stored(world.case, "question"))
    with pytest.raises(InvalidTag):
        _ = fresh(world.case).family_question
    assert fresh(world.case).question == SECRET


def test_a_value_under_the_key_of_another_case_does_not_open(world: World) -> None:
    """Somebody who can write in the database gives a row the key id of a case that they read."""
    value = stored(world.case, "question") or b""
    forged = value[:1] + world.other_case.key_id.bytes + value[17:]
    Case.objects.filter(pk=world.case.pk).update(question=forged)
    with pytest.raises(InvalidTag):
        _ = fresh(world.case).question


def test_a_value_copied_into_another_case_does_not_open(world: World) -> None:
    copied = stored(world.case, "question")
    Case.objects.filter(pk=world.other_case.pk).update(question=copied)
    with pytest.raises(InvalidTag):
        _ = fresh(world.other_case).question
    with pytest.raises(InvalidTag):
        unlock(Case.objects.all())


def test_a_column_left_out_is_loaded_and_opened_when_it_is_read(world: World) -> None:
    for query in (Case.objects.only("code"), Case.objects.defer("question")):
        case = query.get(pk=world.case.pk)
        assert "question" not in case.__dict__
        assert case.question == SECRET


def test_saving_a_case_with_a_column_left_out_keeps_that_column(world: World) -> None:
    case = Case.objects.defer("question").get(pk=world.case.pk)
    case.code = "berk-100"
    case.save()
    assert fresh(case).question == SECRET


def test_a_list_is_opened_with_one_query_to_the_key_store(
    world: World, django_assert_num_queries
) -> None:
    for _ in range(4):
        open_case(world.by_worker(), world.west)
    listed = list(Case.objects.all())
    with django_assert_num_queries(1, using="keys"):
        unlock(listed)
        questions = [case.question for case in listed]
    assert questions.count(SECRET) == 5


def test_a_list_without_sealed_values_asks_the_key_store_nothing(
    world: World, django_assert_num_queries
) -> None:
    with django_assert_num_queries(0, using="keys"):
        unlock([])
        unlock([world.session, world.worker])


@pytest.mark.parametrize("lookup", ["question", "question__contains", "question__in", "themes__gt"])
def test_a_sealed_column_cannot_be_searched(world: World, lookup: str) -> None:
    with pytest.raises(TypeError, match="cannot be searched"):
        Case.objects.filter(**{lookup: SECRET})


def test_plain_text_does_not_enter_a_sealed_column_by_the_back_door(world: World) -> None:
    with pytest.raises(TypeError), transaction.atomic():
        Case.objects.filter(pk=world.case.pk).update(question="leesbaar")
    assert fresh(world.case).question == SECRET


def test_a_sealed_value_does_not_leave_in_a_fixture(world: World) -> None:
    field = Case._meta.get_field("question")
    with pytest.raises(TypeError, match="do not leave"):
        field.value_to_string(world.case)


def test_the_whole_database_holds_no_word_that_was_sealed(world: World) -> None:
    case = open_case(world.by_worker(), world.west, client_number="CA-880123-X")
    close_case(case, world.by_worker(), note="Ze fietst nu met een buurmeisje mee")
    everything = b"\n".join(values_of_every_table())
    assert case.code.encode() in everything
    for words in (SECRET, "zwemles", "880123", "buurmeisje"):
        assert words.encode() not in everything


def values_of_every_table() -> list[bytes]:
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608
            found += [as_bytes(value) for row in cursor.fetchall() for value in row]
    return found


def as_bytes(value: object) -> bytes:
    return bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()


def test_a_key_of_a_case_is_found_under_its_id(db: None) -> None:
    key_id = make_key(at=timezone.now())
    assert len(fetch_one(key_id)) == 32
