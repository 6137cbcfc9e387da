"""The states of a case and the acts that change them: one table.

`docs/states.md` draws its diagram from it.
"""

from dataclasses import dataclass
from enum import StrEnum

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    OPEN = "open", _("Open")
    IN_SESSION = "in_session", _("In session")
    RUNNING = "running", _("Running")
    CLOSED = "closed", _("Closed")


class Step(StrEnum):
    """What happens to a case."""

    INTRODUCE = "introduce"
    TAKE_BACK = "take the only introduction back"
    ADD_EFFORT = "add effort"
    CLOSE = "close"
    REOPEN = "reopen"


@dataclass(frozen=True)
class Transition:
    step: Step
    before: State
    after: State


TRANSITIONS: tuple[Transition, ...] = (
    Transition(Step.INTRODUCE, State.OPEN, State.IN_SESSION),
    Transition(Step.INTRODUCE, State.IN_SESSION, State.IN_SESSION),
    Transition(Step.INTRODUCE, State.RUNNING, State.RUNNING),
    Transition(Step.TAKE_BACK, State.IN_SESSION, State.OPEN),
    Transition(Step.TAKE_BACK, State.RUNNING, State.RUNNING),
    Transition(Step.TAKE_BACK, State.CLOSED, State.CLOSED),
    Transition(Step.ADD_EFFORT, State.OPEN, State.RUNNING),
    Transition(Step.ADD_EFFORT, State.IN_SESSION, State.RUNNING),
    Transition(Step.ADD_EFFORT, State.RUNNING, State.RUNNING),
    Transition(Step.CLOSE, State.OPEN, State.CLOSED),
    Transition(Step.CLOSE, State.IN_SESSION, State.CLOSED),
    Transition(Step.CLOSE, State.RUNNING, State.CLOSED),
    Transition(Step.REOPEN, State.CLOSED, State.RUNNING),
)

NEXT: dict[tuple[Step, State], State] = {(t.step, t.before): t.after for t in TRANSITIONS}


def can(step: Step, state: str) -> bool:
    return (step, State(state)) in NEXT


def page() -> str:
    """`docs/states.md`: the diagram, and how a case can end."""
    arrows = [f"    {t.before.value} --> {t.after.value}: {t.step.value}" for t in TRANSITIONS]
    return "\n".join(
        [
            "# States of a case",
            "",
            "Printed by `samenspel docs` from `src/samenspel/web/cases/states.py`.",
            "",
            "```mermaid",
            "stateDiagram-v2",
            f"    [*] --> {State.OPEN.value}: open case",
            *arrows,
            "```",
            "",
            "A case closes as *finished* (it is good as it is), *moved away* or *withdrawn*;",
            "the last two cannot be judged and count neither as success nor as failure.",
            "",
        ]
    )
