"""`make bench`: what is measured, one after the other; `python -m bench families` for one of them.

No time passes or fails here: tests assert counts, people read the times. Only `live` fails, when an
edit that was answered is lost or there twice.
"""

import sys
from collections.abc import Callable, Sequence


def main(arguments: Sequence[str]) -> int:
    asked = [word for word in arguments if not word.startswith("-")]
    options = [word for word in arguments if word.startswith("-")]
    unknown = set(asked) - MEASUREMENTS.keys()
    if unknown:
        sys.stderr.write(f"Choose from {', '.join(MEASUREMENTS)}; not {', '.join(unknown)}.\n")
        return 2
    return max(MEASUREMENTS[name](options) or 0 for name in asked or MEASUREMENTS)


def families(options: Sequence[str]) -> None:
    from bench.families import main

    main(options)


def web(_options: Sequence[str]) -> None:
    from bench.web import main

    main()


def opening(options: Sequence[str]) -> None:
    from bench.opening import main

    main(options)


def live(options: Sequence[str]) -> int:
    from bench.live import main

    return main(options)


MEASUREMENTS: dict[str, Callable[[Sequence[str]], int | None]] = {
    "families": families,
    "web": web,
    "opening": opening,
    "live": live,
}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
