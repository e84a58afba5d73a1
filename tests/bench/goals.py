"""Measurements beside their goals."""


class Goals:
    """Prints each measurement with its goal, and remembers whether one was missed."""

    def __init__(self):
        self.missed = []

    def at_most(self, what, unit, value, goal):
        self._line(what, unit, shown(value), value <= goal, f"≤ {goal}")

    def ratio(self, what, unit, ours, theirs, at_least=None, at_most=None):
        """Two sides, and the ratio that is the goal."""
        ratio = ours / theirs
        met = ratio >= at_least if at_most is None else ratio <= at_most
        goal = f"≥ {at_least}" if at_most is None else f"≤ {at_most}"
        self._line(what, unit, f"{shown(ours):>12}{shown(theirs):>12}{shown(ratio):>10}", met, goal)

    def _line(self, what, unit, values, met, goal):
        if not met:
            self.missed.append(what)
        print(f"{f'{what} [{unit}]':56}{values}   goal {goal}{'' if met else '  MISSED'}", flush=True)

    def verdict(self):
        """For sys.exit: nothing when all goals were met."""
        return "missed: " + ", ".join(self.missed) if self.missed else None


def shown(number):
    return f"{number:,.0f}" if number >= 100 else f"{number:.3g}"
