"""`make bench`: what is measured, one after the other; `python -m bench families` or `web` for one.

Nothing here passes or fails: tests assert counts, people read the times.
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
    for name in asked or MEASUREMENTS:
        MEASUREMENTS[name](options)
    return 0


def families(options: Sequence[str]) -> None:
    from bench.families import main

    main(options)


def web(_options: Sequence[str]) -> None:
    from bench.web import main

    main()


MEASUREMENTS: dict[str, Callable[[Sequence[str]], None]] = {"families": families, "web": web}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
