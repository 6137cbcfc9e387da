"""The catalogues of translations: collect, compile, check.

    python tools/translations.py extract      texts of the source into the .po files
    python tools/translations.py compile      .po into .mo, which gettext and Django read
    python tools/translations.py check        fail when a text is missing or wrong

Each language has two catalogues: `django` for the web, `samenspel` for what is used without it.
The texts in the source are English. Babel does the work, for a fresh machine has no GNU gettext.
A text that left the source stays in the .po as obsolete (`#~`) and comes back to life with its
translation when the text returns; `extract --prune` throws obsolete texts out.
"""

from __future__ import annotations

import argparse
import ast
import io
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract as extract_messages
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tools.template_text import untranslated

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "samenspel"
SOURCE_LANGUAGE = "en"  # its texts are the msgids, so its catalogue may stay empty
MUST_HAVE = ("nl",)
NO_TEXTS_IN = {"migrations", "tests", "static"}

KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
    # of samenspel.family.language
    "N_": None,
    "marked": None,
    "plural": (1, 2),
}
COMMENT_TAGS = ("Translators:",)
HEADER = "# Texts of Samenspel. `make messages` collects them; the translations are by hand."
# Lines of a .po header that change with every run or repeat what the project says elsewhere.
NOISE = re.compile(
    r'^"(POT-Creation-Date|PO-Revision-Date|Report-Msgid-Bugs-To|Last-Translator|Language-Team'
    r"|Generated-By|Project-Id-Version):.*\n",
    re.MULTILINE,
)
# What a translation must keep: %(name)s, %s, {name}, and the tags of HTML.
KEPT = re.compile(r"%\(\w+\)[a-z]|(?<!%)%[sd]|\{\w*(?:![a-z])?(?::[^{}\s]*)?\}|</?[a-z]\w*")


class Text(NamedTuple):
    """A text of the source, as gettext knows it."""

    file: str
    line: int
    id: str | tuple[str, ...]
    context: str | None
    comments: list[str]


Key = tuple[str, str | None]


class Domain(NamedTuple):
    """One catalogue per language: for the texts of the web, or for those of everything else."""

    name: str
    locales: Path
    of_the_web: bool

    def file(self, language: str) -> Path:
        return self.locales / language / "LC_MESSAGES" / f"{self.name}.po"

    def catalogues(self) -> dict[str, Path]:
        """The .po file of each language, also of one that must be there and is not."""
        found = {file.parent.parent.name for file in self.locales.glob("*/LC_MESSAGES/*.po")}
        return {language: self.file(language) for language in sorted(found.union(MUST_HAVE))}


WEB = Domain("django", SOURCE / "web" / "locale", of_the_web=True)
PURE = Domain("samenspel", SOURCE / "locale", of_the_web=False)
DOMAINS = (WEB, PURE)


# --- Reading the source ---------------------------------------------------------------------------


def texts(source: Path = SOURCE, domain: Domain | None = None) -> list[Text]:
    """All texts under `source` that go through gettext, by file and line; or those of a domain."""
    return [
        text
        for file in _source_files(source)
        if domain is None or domain.of_the_web == (file.relative_to(source).parts[0] == "web")
        for text in _texts_of(file, source)
    ]


def _source_files(source: Path) -> list[Path]:
    return [
        path
        for path in sorted(source.rglob("*"))
        if path.suffix in {".py", ".html", ".txt"}
        and (path.suffix == ".py" or "templates" in path.parts)
        and not NO_TEXTS_IN.intersection(path.relative_to(source).parts)
    ]


def _texts_of(file: Path, source: Path) -> Iterator[Text]:
    name = file.relative_to(source.parents[1]).as_posix()
    content = file.read_text(encoding="utf-8")
    python = content if file.suffix == ".py" else _template_as_python(content, name)
    found = extract_messages("python", io.BytesIO(python.encode()), KEYWORDS, COMMENT_TAGS)
    for line, message, comments, context in found:
        yield Text(name, line, message, context, comments)


def _template_as_python(template: str, name: str) -> str:
    """Calls of gettext on the lines where the template has its tags."""
    python = templatize(template, origin=name)
    return "\n".join(line.lstrip() for line in python.split("\n"))  # its indents mean nothing


# --- Catalogues -----------------------------------------------------------------------------------


def read_catalogue(file: Path, language: str) -> Catalog:
    if not file.exists():
        return Catalog(locale=language)
    with file.open("rb") as opened:
        return read_po(opened, locale=language, abort_invalid=True)


def merge(old: Catalog, found: Iterable[Text], language: str, *, prune: bool = False) -> Catalog:
    """The texts that were found, with the translations that the old catalogue has for them."""
    new = Catalog(locale=language, project="Samenspel", header_comment=HEADER, fuzzy=False)
    for text in found:
        new.add(
            text.id, locations=[(text.file, text.line)], auto_comments=text.comments,
            context=text.context,
        )  # fmt: skip
    known = {_key(message): message for message in [*old.obsolete.values(), *_messages(old)]}
    for message in _messages(new):
        _take_translation(message, known.pop(_key(message), None))
    if not prune:
        for message in known.values():
            _keep_as_obsolete(new, message)
    return new


def _keep_as_obsolete(catalogue: Catalog, message: Message) -> None:
    if _is_translated(message):
        singular, context = _key(message)
        catalogue.obsolete[(singular, context) if context else singular] = message


def _take_translation(message: Message, before: Message | None) -> None:
    if before is None or before.pluralizable != message.pluralizable:
        return
    message.string = before.string
    message.user_comments = before.user_comments
    if before.fuzzy:
        message.flags.add("fuzzy")


def _messages(catalogue: Catalog) -> list[Message]:
    return [message for message in catalogue if message.id]  # the header has an empty id


def _key(message: Message) -> Key:
    singular = message.id if isinstance(message.id, str) else message.id[0]
    return singular, message.context


def _strings(message: Message) -> list[str]:
    strings = message.string if isinstance(message.string, list | tuple) else [message.string]
    return [string or "" for string in strings]


def _is_translated(message: Message) -> bool:
    return all(_strings(message))


def as_po(catalogue: Catalog) -> str:
    written = io.BytesIO()
    write_po(written, catalogue, width=100, sort_by_file=True, include_lineno=False)
    return NOISE.sub("", written.getvalue().decode()).rstrip("\n") + "\n"


# --- Checks ---------------------------------------------------------------------------------------


def faults_of_catalogue(catalogue: Catalog, found: Iterable[Text], language: str) -> list[str]:
    """What is wrong with a catalogue, one sentence each."""
    wanted = merge(Catalog(locale=language), found, language)
    missing = {_key(message): message for message in _messages(wanted)}
    faults = []
    for message in _messages(catalogue):
        if missing.pop(_key(message), None) is None:
            faults.append(f"obsolete: {_shown(message)}")
        else:
            faults += _faults_of_message(message, language)
    faults += [f"not in the catalogue: {_shown(message)}" for message in missing.values()]
    faults += [f"obsolete: {_shown(message)}" for message in catalogue.obsolete.values()]
    return faults


def _faults_of_message(message: Message, language: str) -> Iterator[str]:
    if message.fuzzy:
        yield f"fuzzy: {_shown(message)}"
    if not _is_translated(message):
        if language != SOURCE_LANGUAGE:
            yield f"not translated: {_shown(message)}"
    elif differences := _differences(message):
        yield f"{', '.join(differences)} differ in the translation of {_shown(message)}"


def _differences(message: Message) -> list[str]:
    """Placeholders and tags that only the text or only its translation has.

    A singular may leave out what the plural says ("one case", "%(count)s cases")."""
    ids = [message.id] if isinstance(message.id, str) else list(message.id)
    allowed = [set(KEPT.findall(text)) for text in ids]
    differing: set[str] = set()
    for number, string in enumerate(_strings(message)):
        kept = set(KEPT.findall(string))
        choices = allowed if number == 0 else allowed[-1:]
        if kept not in choices:
            differing |= kept ^ choices[-1]
    return sorted(differing)


def _shown(message: Message) -> str:
    singular, context = _key(message)
    where = f" ({message.locations[0][0]})" if message.locations else ""
    return repr(singular) + (f" in the context {context!r}" if context else "") + where


def faults_of_templates(source: Path = SOURCE) -> list[str]:
    return [
        f"{file.relative_to(source.parents[1])}:{found.line}: outside translation: {found.text!r}"
        for file in _source_files(source)
        if file.suffix == ".html"
        for found in untranslated(file.read_text(encoding="utf-8"))
    ]


def faults_of_python(source: Path = SOURCE) -> list[str]:
    """Texts inside an f-string, where they are not collected."""
    return [
        f"{file.relative_to(source.parents[1])}:{call.lineno}: inside an f-string: {text!r}"
        for file in _source_files(source)
        if file.suffix == ".py"
        for string in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(string, ast.JoinedStr)
        for call in ast.walk(string)
        if isinstance(call, ast.Call) and (text := _text_in(call))
    ]


def _text_in(call: ast.Call) -> str:
    """The text that this call translates; empty when it does not."""
    name = getattr(call.func, "attr", getattr(call.func, "id", ""))
    if name not in KEYWORDS or not call.args:
        return ""
    text = call.args[0]
    return str(text.value) if isinstance(text, ast.Constant) else ""


# --- Commands -------------------------------------------------------------------------------------


def extract(prune: bool) -> int:
    for domain in DOMAINS:
        found = texts(domain=domain)
        for language, file in domain.catalogues().items():
            new = merge(read_catalogue(file, language), found, language, prune=prune)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(as_po(new), encoding="utf-8")
            print(f"{domain.name} {language}: {_counts(new)}")
    return 0


def _counts(catalogue: Catalog) -> str:
    todo = sum(not _is_translated(message) for message in _messages(catalogue))
    return f"{len(catalogue)} texts, {todo} to translate, {len(catalogue.obsolete)} obsolete"


def compile_all() -> int:
    for domain in DOMAINS:
        for language, file in domain.catalogues().items():
            with file.with_suffix(".mo").open("wb") as opened:
                write_mo(opened, read_catalogue(file, language))
    return 0


def faults_of(domain: Domain, source: Path = SOURCE) -> list[str]:
    found = texts(source, domain)
    faults = []
    for language, file in domain.catalogues().items():
        if not file.exists():
            faults.append(f"{domain.name} {language}: there is no catalogue")
            continue
        catalogue = read_catalogue(file, language)
        faults += [
            f"{domain.name} {language}: {fault}"
            for fault in faults_of_catalogue(catalogue, found, language)
        ]
    return faults


def check() -> int:
    faults = [*faults_of_templates(), *faults_of_python()]
    for domain in DOMAINS:
        faults += faults_of(domain)
    for fault in faults:
        print(fault)
    if faults:
        print(f"{len(faults)} faults. `make messages` collects new texts; translate them by hand.")
    return 1 if faults else 0


def main() -> int:
    parser = argparse.ArgumentParser(description="The catalogues of translations.")
    parser.add_argument("command", choices=["extract", "compile", "check"])
    parser.add_argument("--prune", action="store_true", help="throw obsolete texts out (extract)")
    given = parser.parse_args()
    if given.command == "extract":
        return extract(given.prune)
    return compile_all() if given.command == "compile" else check()


if __name__ == "__main__":
    sys.exit(main())
