"""Files that mean harm, or that broke: a clear refusal or a reading, in bounded time and memory."""

import io
import random
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from samenspel.family.facts import ChildFact
from samenspel.family.resolve import resolve
from samenspel.formats import FormatError, gedzip, read, write
from samenspel.formats.limits import MAX_ATTRIBUTE, MAX_BYTES, MAX_FILES, MAX_LINES

from .helpers import END, HEAD, MADE_ON, codes

full_size = pytest.mark.slow
GRAPHML = '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">{}</graphml>'


@contextmanager
def within(seconds: float) -> Iterator[None]:
    start = time.process_time()
    yield
    assert time.process_time() - start < seconds


@pytest.mark.parametrize("count", [1_000, pytest.param(100_000, marks=full_size)])
def test_many_lines_are_read(count: int) -> None:
    with within(count / 5_000):
        found = read(HEAD + b"0 @I1@ INDI\n" + b"1 NOTE x\n" * count + END)
    assert len(found.report) == count + 6


def test_a_million_lines_are_refused_at_once() -> None:
    data = HEAD + b"0 @I1@ INDI\n" + b"1 NOTE x\n" * 1_000_000 + END
    with within(5), pytest.raises(FormatError, match=str(MAX_LINES)):
        read(data)


def test_a_file_that_is_too_large_is_refused() -> None:
    with pytest.raises(FormatError, match="larger than"):
        read(b"0 HEAD\n" + b"x" * MAX_BYTES)


@pytest.mark.parametrize("levels", [99, 100, pytest.param(10_000, marks=full_size)])
def test_deep_nesting_ends(levels: int) -> None:
    deep = "".join(f"{level} NOTE x\n" for level in range(1, levels + 1)).encode()
    data = HEAD + b"0 @I1@ INDI\n" + deep + END
    if levels < 100:
        assert write(read(data).map, "gedcom5", made_on=MADE_ON)
        return
    with pytest.raises(FormatError, match="Line 105: Level 100"):
        read(data)


@pytest.mark.parametrize("count", [300, pytest.param(10_000, marks=full_size)])
def test_a_family_with_many_children(count: int) -> None:
    people = "".join(f"0 @I{n}@ INDI\n1 FAMC @F@\n" for n in range(count))
    family = "0 @F@ FAM\n" + "".join(f"1 CHIL @I{n}@\n" for n in range(count))
    with within(0.5 + count / 2_000):
        found = read(HEAD + (people + family).encode() + END)
        write(found.map, "gedcom7", made_on=MADE_ON)
    assert sum(isinstance(one.fact, ChildFact) for one in found.map) == count


@pytest.mark.parametrize("count", [100, pytest.param(5_000, marks=full_size)])
def test_a_circle_of_parents(count: int) -> None:
    """Everybody is the child of the one before, and the first of the last."""
    people = "".join(f"0 @I{n}@ INDI\n1 FAMS @F{n}@\n" for n in range(count))
    families = "".join(
        f"0 @F{n}@ FAM\n1 HUSB @I{n}@\n1 CHIL @I{(n + 1) % count}@\n" for n in range(count)
    )
    with within(1 + count / 1_000):
        found = read(HEAD + (people + families).encode() + END)
    assert "own_ancestor" in codes(found)
    assert sum(len(union.children) for union in resolve(found.map).unions) == count - 1


def test_a_child_of_itself() -> None:
    found = read(HEAD + b"0 @I1@ INDI\n0 @F1@ FAM\n1 HUSB @I1@\n1 CHIL @I1@\n" + END)
    assert "own_ancestor" in codes(found)


@pytest.mark.parametrize("tag", ["NAME x", "BIRT Y", "SOUR @S1@", "FAMC @F1@", "_SAMACCOUNT"])
@pytest.mark.parametrize("count", [500, pytest.param(20_000, marks=full_size)])
def test_one_structure_many_times(tag: str, count: int) -> None:
    lines = f"1 {tag}\n2 SOUR x\n".encode() * count
    with within(0.5 + count / 2_000):
        found = read(HEAD + b"0 @I1@ INDI\n" + lines + b"0 @F1@ FAM\n" + END)
        write(found.map, "gedcom5", made_on=MADE_ON)


@pytest.mark.parametrize("size", [10_000, pytest.param(5_000_000, marks=full_size)])
def test_lines_that_are_none_continue_the_one_above(size: int) -> None:
    with within(0.5 + size / 500_000):
        read(HEAD + b"0 @I1@ INDI\n1 NOTE\n" + b"xyzzy\n" * min(size // 6, 250_000) + END)


@pytest.mark.parametrize("seed", range(20))
def test_random_bytes_are_refused(seed: int) -> None:
    data = random.Random(seed).randbytes(2_000)  # noqa: S311
    for begin in (b"", HEAD, b"PK\x03\x04", b"<", b"{", b"\xff\xfe0\0 \0H\0E\0A\0D\0"):
        for name in ("x.ged", "x.ped", "x"):
            try:
                read(begin + data, name=name)
            except FormatError as error:
                assert error.words("en")  # noqa: PT017


@pytest.mark.parametrize("data", [b"", b" ", b"\n", b"0", b"0 HEAD", b"\xef\xbb\xbf", b"{}", b"<"])
def test_almost_nothing(data: bytes) -> None:
    try:
        assert read(data).map is not None
    except FormatError as error:
        assert error.words("en")  # noqa: PT017


# --- GEDZIP ---------------------------------------------------------------------------------------


def zipped(files: dict[str, bytes]) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return kept.getvalue()


GOOD = b"0 HEAD\n1 GEDC\n2 VERS 7.0\n0 @I1@ INDI\n0 TRLR\n"


def test_pictures_in_a_zip_are_named_and_not_read() -> None:
    found = read(zipped({"gedcom.ged": GOOD, "foto/oma.jpg": b"x"}))
    assert found.format == "gedzip"
    assert found.report[-1].words("en") == "0 foto/oma.jpg: not understood. This is not read."


@pytest.mark.parametrize("name", ["../x", "/etc/x", "a/../../x", "C:\\x", "..\\x", "a\\..\\x"])
def test_a_name_outside_the_zip_is_refused(name: str) -> None:
    with pytest.raises(FormatError, match="outside itself"):
        read(zipped({"gedcom.ged": GOOD, name: b""}))


def test_a_zip_without_a_family_is_refused() -> None:
    with pytest.raises(FormatError, match=r"no gedcom\.ged"):
        read(zipped({"a.txt": b""}))


def test_a_zip_with_too_many_files_is_refused() -> None:
    files = {"gedcom.ged": GOOD} | {f"{n}": b"" for n in range(MAX_FILES)}
    with pytest.raises(FormatError, match="more than"):
        read(zipped(files))


def test_a_bomb_is_refused_by_the_size_it_says() -> None:
    bomb = zipped({"gedcom.ged": GOOD + b" " * (MAX_BYTES + 1)})
    with within(2), pytest.raises(FormatError, match="larger than"):
        read(bomb)


def test_a_bomb_that_lies_about_its_size_is_refused_too() -> None:
    bomb = bytearray(zipped({"gedcom.ged": GOOD + b" " * (MAX_BYTES + 1)}))
    for signature, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = bomb.index(signature) + offset
        bomb[at : at + 4] = (100).to_bytes(4, "little")
    with within(2), pytest.raises(FormatError):
        read(bytes(bomb))


@pytest.mark.parametrize("cut", [10, 40, 80, 120])
def test_half_a_zip_is_refused(cut: int) -> None:
    with pytest.raises(FormatError, match="damaged"):
        gedzip.parse(zipped({"gedcom.ged": GOOD})[:cut])


# --- XML ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "xml",
    [
        "<!DOCTYPE graphml><graphml/>",
        '<!DOCTYPE g [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><graphml>&b;</graphml>',
        '<!DOCTYPE g [<!ENTITY x SYSTEM "file:///etc/hostname">]><graphml>&x;</graphml>',
    ],
)
def test_a_doctype_is_refused(xml: str) -> None:
    with pytest.raises(FormatError, match="DOCTYPE"):
        read(xml.encode())


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
@pytest.mark.parametrize("broken", [False, True])
def test_a_zip_packed_in_another_way_is_refused(method: int, broken: bool) -> None:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", method) as archive:
        archive.writestr("gedcom.ged", GOOD)
    data = bytearray(kept.getvalue())
    if broken:
        data[45:60] = b"\xff" * 15
    with pytest.raises(FormatError, match="packed in a way"):
        read(bytes(data))


@pytest.mark.parametrize("at", range(0, 160, 3))
def test_a_zip_with_one_wrong_byte_is_read_or_refused(at: int) -> None:
    data = bytearray(zipped({"gedcom.ged": GOOD}))
    data[at % len(data)] ^= 0xFF
    try:
        gedzip.parse(bytes(data))
    except FormatError as error:
        assert error.words("en")  # noqa: PT017


def test_xml_of_an_unknown_encoding_is_refused_in_our_own_words() -> None:
    with pytest.raises(FormatError, match="names an encoding"):
        read(b'<?xml version="1.0" encoding="utf-7"?><graphml/>')


def test_deep_xml_is_refused() -> None:
    with pytest.raises(FormatError, match="deeper"):
        read(GRAPHML.format("<graph>" * 50 + "</graph>" * 50).encode())


def test_a_long_attribute_is_refused() -> None:
    with pytest.raises(FormatError, match="longer than"):
        read(GRAPHML.format(f'<graph><node id="{"x" * (MAX_ATTRIBUTE + 1)}"/></graph>').encode())


@pytest.mark.parametrize("xml", ["<html/>", GRAPHML.format(""), "<graphml>", "<graphml>&x;"])
def test_other_xml_is_refused(xml: str) -> None:
    with pytest.raises(FormatError):
        read(xml.encode())


# --- Speed ----------------------------------------------------------------------------------------


def tree(count: int) -> bytes:
    """People two by two, each pair with four children further on."""
    lines = []
    for n in range(count):
        lines += [f"0 @I{n}@ INDI", f"1 NAME Naam{n} /Achter{n % 50}/", f"1 SEX {'MF'[n % 2]}"]
        lines += ["1 BIRT", f"2 DATE {1 + n % 28} MAR {1700 + n * 300 // count}", "2 PLAC Zwolle"]
        lines += [f"1 FAMC @F{(n - 2) // 4}@"] if n > 1 else []
        lines += [f"1 FAMS @F{n // 2}@"]
    for n in range((count + 1) // 2):
        lines += [f"0 @F{n}@ FAM", f"1 HUSB @I{2 * n}@", f"1 WIFE @I{2 * n + 1}@", "1 MARR"]
        lines += [f"1 CHIL @I{child}@" for child in range(4 * n + 2, min(4 * n + 6, count))]
    return HEAD + "\n".join(lines).encode() + b"\n" + END


@pytest.mark.parametrize(
    ("count", "seconds"),
    [(300, 0.5), pytest.param(3_000, 1, marks=full_size), pytest.param(20_000, 8, marks=full_size)],
)
def test_a_large_family_is_read_in_time(count: int, seconds: float) -> None:
    """Twice what it takes on a busy machine of 2026; the bench tells the true number."""
    data = tree(count)
    with within(seconds):
        assert len(resolve(read(data).map).people if count < 1_000 else read(data).map) > 0
