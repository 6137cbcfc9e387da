"""The shape of the text: sections of lines, each with the ids it is about, so a page can link."""

from dataclasses import dataclass

from samenspel.family.facts import Id


@dataclass(frozen=True)
class Line:
    text: str
    about: tuple[Id, ...] = ()


@dataclass(frozen=True)
class Section:
    heading: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Paragraphs:
    title: str
    summary: str
    sections: tuple[Section, ...] = ()

    def __str__(self) -> str:
        """Plain text: headings on lines of their own, a dash before each line."""
        blocks = [f"{self.title}\n{self.summary}"]
        for section in self.sections:
            blocks.append(
                "\n".join([section.heading, *(f"- {line.text}" for line in section.lines)])
            )
        return "\n\n".join(blocks) + "\n"
