"""A process beside us: apart, without Django, and replaced when it dies."""

import os
import time

from samenspel.web.maps.beside_us import Helper


def process_and_half(number: int) -> tuple[int, float]:
    if number < 0:
        os._exit(3)
    return os.getpid(), 1 / number


def test_a_helper_works_in_a_process_of_its_own_and_tells_only_what_kind_of_mistake() -> None:
    helper = Helper(process_and_half)
    process, half = helper.ask(2).result(timeout=60)
    assert process != os.getpid()
    assert half == 0.5
    assert "ZeroDivisionError" in str(helper.ask(0).exception(timeout=60))
    assert "died" in str(helper.ask(-1).exception(timeout=60))
    assert helper.ask(4).result(timeout=60)[1] == 0.25
    helper.close()
    deadline = time.monotonic() + 10
    while helper._process.is_alive():
        assert time.monotonic() < deadline
        time.sleep(0.05)
