"""The check on translations can fail: each fault is planted here once, and found."""

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from tools.template_text import untranslated
from tools.translations import (
    DOMAINS,
    Domain,
    Text,
    as_po,
    faults_of,
    faults_of_catalogue,
    faults_of_python,
    faults_of_templates,
    merge,
    read_catalogue,
    texts,
)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "src" / "samenspel"
    (folder / "web" / "templates").mkdir(parents=True)
    return folder


def found(*ids: str | tuple[str, str], file: str = "a.py") -> list[Text]:
    return [Text(file, line, text, None, []) for line, text in enumerate(ids, start=1)]


def catalogue(**strings: str) -> Catalog:
    made = Catalog(locale="nl")
    for text, string in strings.items():
        made.add(text, string)
    return made


# --- Collecting -----------------------------------------------------------------------------------


def test_python_files_give_their_texts(source: Path) -> None:
    (source / "a.py").write_text(
        "from django.utils.translation import gettext_lazy as _, ngettext, pgettext\n"
        'title = _("A long "\n          "title")\n'
        'ngettext("one case", "%(n)s cases", 2) % {"n": 2}\n'
        'pgettext("of a case", "open")\n'
        'plain = "not for people"\n'
    )
    assert [(text.id, text.context, text.line) for text in texts(source)] == [
        ("A long title", None, 2),
        (("one case", "%(n)s cases"), None, 4),
        ("open", "of a case", 5),
    ]


def test_templates_give_their_texts(source: Path) -> None:
    (source / "web" / "templates" / "a.html").write_text(
        """{% load i18n %}
<div class="it's">
      {# Translators: shown on the button #}
      {% translate "Save" %}
  {% if case %}
        <p title="{% translate "Open" context "verb" %}">{{ name|default:_("unknown") }}</p>
  {% endif %}
{% blocktranslate trimmed with name=case.name %}
    Dear {{ name }},
    100% (of us)
{% endblocktranslate %}
{% blocktranslate count n=cases|length %}one case{% plural %}{{ n }} cases{% endblocktranslate %}
  (
{% include "b.html" with title=_("Wishes") %}
"""
    )
    collected = texts(source)
    assert [(text.id, text.context) for text in collected] == [
        ("Save", None),
        ("Open", "verb"),
        ("unknown", None),
        ("Dear %(name)s, 100%% (of us)", None),
        (("one case", "%(n)s cases"), None),
        ("Wishes", None),
    ]
    assert collected[0].comments == ["Translators: shown on the button"]
    assert collected[0].file == "src/samenspel/web/templates/a.html"


def test_white_space_inside_a_block_is_kept(source: Path) -> None:
    block = "{% blocktranslate %}\n   two\n     lines{% endblocktranslate %}"
    (source / "web" / "templates" / "a.html").write_text(block)
    assert [text.id for text in texts(source)] == ["\n   two\n     lines"]


def test_migrations_and_tests_are_left_out(source: Path) -> None:
    for folder in ("migrations", "tests"):
        (source / folder).mkdir()
        (source / folder / "a.py").write_text('_("no")')
    assert texts(source) == []


def test_the_pure_packages_mark_and_translate_without_django(source: Path) -> None:
    (source / "a.py").write_text(
        'KINDS = {1: N_("school"), 2: marked("work")}\n'
        "_ = translator(lang)\n"
        '_("from {start}", start=_("a day"))\n'
        '_.plural("{count} child", "{count} children", 2)\n'
    )
    assert [text.id for text in texts(source)] == [
        "school",
        "work",
        "from {start}",
        "a day",
        ("{count} child", "{count} children"),
    ]


def test_each_text_is_in_the_catalogue_of_its_domain(source: Path) -> None:
    (source / "family").mkdir()
    (source / "family" / "a.py").write_text('_("of the family")')
    (source / "cli.py").write_text('_("of the command line")')
    (source / "web" / "a.py").write_text('_("of the web")')
    assert {domain.name: [text.id for text in texts(source, domain)] for domain in DOMAINS} == {
        "django": ["of the web"],
        "samenspel": ["of the command line", "of the family"],
    }


# --- Merging --------------------------------------------------------------------------------------


def test_translations_stay_and_new_texts_come() -> None:
    merged = merge(catalogue(Yes="Ja"), found("No", "Yes"), "nl")
    assert [(message.id, message.string) for message in merged if message.id] == [
        ("No", None),
        ("Yes", "Ja"),
    ]


def test_a_text_that_left_comes_back_with_its_translation() -> None:
    without = merge(catalogue(Yes="Ja"), found("No"), "nl")
    assert [message.string for message in without.obsolete.values()] == ["Ja"]
    again = merge(without, found("Yes"), "nl")
    assert again["Yes"].string == "Ja"
    assert merge(without, found("No"), "nl", prune=True).obsolete == {}


def test_the_file_is_the_same_after_reading_it_back(tmp_path: Path) -> None:
    everything = found("B", ("one case", "%(n)s cases"), "A" * 200, "{name} said")
    file = tmp_path / "django.po"
    file.write_text(as_po(merge(catalogue(B="b", Gone="weg"), everything, "nl")))
    later = [text._replace(line=text.line + 7) for text in everything]
    assert as_po(merge(read_catalogue(file, "nl"), later, "nl")) == file.read_text()


def test_the_file_has_no_dates_and_no_line_numbers() -> None:
    written = as_po(merge(catalogue(), found("Yes", file="src/a.py"), "nl"))
    assert "#: src/a.py\n" in written
    assert "Date" not in written


# --- The check on catalogues ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("strings", "fault"),
    [
        ({}, "not in the catalogue: 'Hi %(name)s' (a.py)"),
        ({"Hi %(name)s": ""}, "not translated: 'Hi %(name)s'"),
        ({"Hi %(name)s": "Hoi"}, "%(name)s differ in the translation of 'Hi %(name)s'"),
        (
            {"Hi %(name)s": "Hoi %(naam)s"},
            "%(naam)s, %(name)s differ in the translation of 'Hi %(name)s'",
        ),
        ({"Hi %(name)s": "Hoi %(name)s", "Bye": "Dag"}, "obsolete: 'Bye'"),
    ],
)
def test_a_fault_in_the_catalogue_is_found(strings: dict[str, str], fault: str) -> None:
    assert faults_of_catalogue(catalogue(**strings), found("Hi %(name)s"), "nl") == [fault]


def test_a_complete_catalogue_has_no_faults() -> None:
    assert faults_of_catalogue(catalogue(Hi="Hoi"), found("Hi"), "nl") == []


def test_a_fuzzy_translation_is_found() -> None:
    unsure = catalogue(Hi="Hoi")
    unsure["Hi"].flags.add("fuzzy")
    assert faults_of_catalogue(unsure, found("Hi"), "nl") == ["fuzzy: 'Hi'"]


def test_an_obsolete_entry_is_found() -> None:
    kept = merge(catalogue(Hi="Hoi", Bye="Dag"), found("Hi"), "nl")
    assert faults_of_catalogue(kept, found("Hi"), "nl") == ["obsolete: 'Bye'"]


def test_only_the_source_language_may_stay_empty() -> None:
    assert faults_of_catalogue(catalogue(Hi=""), found("Hi"), "en") == []


@pytest.mark.parametrize(
    ("translation", "ok"),
    [
        (("één vraag", "%(n)s vragen"), True),
        (("%(n)s vraag", "%(n)s vragen"), True),
        (("één vraag", "vragen"), False),
        (("één {n}", "%(n)s vragen"), False),
        (("één vraag", ""), False),
    ],
)
def test_plurals_keep_their_number(translation: tuple[str, str], ok: bool) -> None:
    plural = ("one question", "%(n)s questions")
    made = Catalog(locale="nl")
    made.add(plural, translation)
    assert (faults_of_catalogue(made, found(plural), "nl") == []) is ok


@pytest.mark.parametrize("translation", ["{name} zei", "<b>Wie</b> zei"])
def test_tags_of_html_are_kept(translation: str) -> None:
    made = catalogue(**{"<b>{name}</b> said": translation})
    assert faults_of_catalogue(made, found("<b>{name}</b> said"), "nl")


def test_a_text_of_the_pure_packages_without_translation_is_found(source: Path) -> None:
    (source / "family").mkdir()
    (source / "family" / "a.py").write_text('_("Hi")')
    domain = Domain("samenspel", source / "locale", of_the_web=False)
    assert faults_of(domain, source) == ["samenspel nl: there is no catalogue"]
    file = domain.file("nl")
    file.parent.mkdir(parents=True)
    file.write_text(as_po(merge(Catalog(locale="nl"), texts(source, domain), "nl")))
    assert faults_of(domain, source) == [
        "samenspel nl: not translated: 'Hi' (src/samenspel/family/a.py)"
    ]


def test_a_text_inside_an_f_string_is_found(source: Path) -> None:
    (source / "a.py").write_text("x = f\"{a} ({self._('Hi')}, {_(table[a])})\"\n")
    assert faults_of_python(source) == ["src/samenspel/a.py:1: inside an f-string: 'Hi'"]


# --- The check on templates -----------------------------------------------------------------------


@pytest.mark.parametrize(
    "template",
    [
        "<p>Hello</p>",
        "Hello {{ name }}",
        '<a href="/" title="Home">×</a>',
        '<img src="a.png" alt="A house">',
        '<button aria-label="Close">×</button>',
        '<input placeholder="Name">',
        '<input type="submit" value="Save">',
        "{% if a %}{% translate 'Yes' %}{% else %}No{% endif %}",
        '<p{% if a %} class="b"{% endif %}>Hello</p>',
        "{{ name|default:'unknown' }}",
        "<td>{{ open|yesno:'yes,no' }}</td>",
        '{% include "a.html" with title="Wishes" %}',
        "<script>let a = '</p>';</script>Hello",
        "&eacute;",
        "{% block content %}Hello{% endblock %}",
        "Samenspeler",
    ],
)
def test_text_outside_translation_is_found(template: str) -> None:
    assert len(untranslated(template)) == 1


@pytest.mark.parametrize(
    "template",
    [
        "{% translate 'Hello' %} · 12 × {{ n }}",
        "{% blocktranslate with a=b %}Hello <b>{{ a }}</b>{% plural %}all{% endblocktranslate %}",
        '<a title="{% translate "Home" %}" class="home {% if a %}b{% endif %}">{{ name }}</a>',
        "{# Hello #}{% comment %}Hello {% translate 'a' %}{% endcomment %}<!-- Hello -->",
        "<style>p { color: red }</style><script>hello()</script>",
        "<h1>Samenspel</h1>",
        '<code translate="no">samenspel <b title="run">serve</b><br></code>',
        '<input type="hidden" value="yes">',
        '<a aria-current="{{ here|yesno:"page,false" }}">{{ when|date:"j F" }}</a>',
        '{% include "a.html" with name="wishes" title=_("Wishes") %}',
        "&nbsp;&times;&#8364;",
        "<title>{{ title }} – Samenspel</title>",
        "{% block main_class %}page narrow{% endblock main_class %}",
    ],
)
def test_what_is_translated_or_not_read_is_left_alone(template: str) -> None:
    assert untranslated(template) == []


def test_the_fault_names_file_and_line(source: Path) -> None:
    template = "{% comment %}\n{% endcomment %}\n{% translate 'a' %}\n<p>\n  Hello\n  you</p>"
    (source / "web" / "templates" / "a.html").write_text(template)
    assert faults_of_templates(source) == [
        "src/samenspel/web/templates/a.html:5: outside translation: 'Hello you'"
    ]
