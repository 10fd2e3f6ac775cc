#!/usr/bin/python3
"""The figures of the program, each beside its bar: `name  figure  unit  bar  ok|SHORT`. Called by ./dev bench.

Every ratio is of two things measured in turn in one run, so that a noisy machine is noisy for both. The programs beside this
file print `name figure unit bar`; the start of the window is timed here, from outside.
"""
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time

here = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(here, "..", "acceptance"))
from desktop import Desktop  # noqa: E402


notes = []  # what the figures are made of: shown below them


def line(name, figure, unit, bar):
    ok = figure <= bar
    print(f"{name:<44} {figure:>9.2f}  {unit:<6} {bar:>7g}  {'ok' if ok else 'SHORT'}", flush=True)
    return ok


def from_program(command, env=None):
    """Runs a bench program and gives back its lines as (name, figure, unit, bar)."""
    done = subprocess.run(command, env={**os.environ, **(env or {})}, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{command[0]} ended with {done.returncode}: {done.stderr.strip()}")
    notes.extend(row[2:] for row in done.stderr.splitlines() if row.startswith("# "))
    rows = [row.split() for row in done.stdout.splitlines() if row.strip()]
    return [(name, float(figure), unit, float(bar)) for name, figure, unit, bar in rows]


class Windows:
    """Tells when a new window has come onto the screen, by the X server's own word."""

    def __init__(self, display):
        from Xlib import X, display as xdisplay
        self.X = X
        self.connection = xdisplay.Display(display)
        self.root = self.connection.screen().root
        self.root.change_attributes(event_mask=X.SubstructureNotifyMask)
        self.connection.sync()

    def seconds_until_mapped(self, command, env):
        while self.connection.pending_events():
            self.connection.next_event()
        begun = time.perf_counter()
        process = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            while True:
                event = self.connection.next_event()
                if event.type == self.X.MapNotify and not event.override:
                    attributes = event.window.get_geometry()
                    if attributes.width > 200 and attributes.height > 100:  # not a helper window of the toolkit
                        return time.perf_counter() - begun
        finally:
            process.kill()
            process.wait()


def start_ratio(build, pairs=15):
    with tempfile.TemporaryDirectory(prefix="bench.") as folder:
        vault = os.path.join(folder, "vault")
        subprocess.run([f"{build}/bin/firsthand-tool", "sample", vault, "--cases", "1", "--entries", "5", "--seed", "1"],
                       check=True, capture_output=True)
        with Desktop() as desk:
            windows = Windows(desk.env["DISPLAY"])
            env = dict(desk.env, QT_QPA_PLATFORM="xcb", QT_QPA_PLATFORMTHEME="", HOME=desk.new_home("bench"))
            ours, bare = [], []
            for pair in range(pairs + 2):
                a = windows.seconds_until_mapped([f"{build}/bin/firsthand", "--vault", vault], env)
                b = windows.seconds_until_mapped([f"{build}/tests/bench_bare_window"], env)
                if pair >= 2:  # the first two warm the file cache
                    ours.append(a)
                    bare.append(b)
    return statistics.median(a / b for a, b in zip(ours, bare))


def in_window(build, small):
    """Home, its memory and a long timeline, in the real window on an X server; each Home in a process of its own."""
    with Desktop() as desk:
        home = desk.new_home("bench")
        env = dict(desk.env, HOME=home, QT_QPA_PLATFORM="xcb", QT_QPA_PLATFORMTHEME="")
        env.pop("NO_AT_BRIDGE", None)

        def run(what, vault, log_in, *more):
            return from_program([f"{build}/tests/bench_window", what, vault, log_in["name"], log_in["passphrase"], *more], env)

        def vault_of(cases, entries):
            vault = os.path.join(home, f"vault-{cases}")
            made = subprocess.run([f"{build}/bin/firsthand-tool", "sample", vault, "--cases", str(cases), "--entries", str(entries),
                                   "--seed", "1"], env=env, check=True, capture_output=True, text=True)
            return vault, json.loads(made.stdout)

        many, one = ((3, 20), (1, 40)) if small else ((200, 60), (1, 5000))
        vault, log_in = vault_of(*many)
        runs = [run("home", vault, log_in) for _ in range(1 if small else 7)]
        rows = [(same[0][0], statistics.median(row[1] for row in same), *same[0][2:]) for same in zip(*runs)]
        return rows + run("timeline", *vault_of(*one), *(["--small"] if small else []))


def main():
    build = os.path.abspath(sys.argv[1])
    small = "--small" in sys.argv  # as ctest runs it: do the programs still run?
    only = [word for word in sys.argv[2:] if not word.startswith("--")]
    good = True
    print(f"{'name':<44} {'figure':>9}  {'unit':<6} {'bar':>7}")
    for program in ("append", "cases", "pdf"):
        if only and program not in only:
            continue
        for row in from_program([f"{build}/tests/bench_{program}", *(["--small"] if small else [])], {"QT_QPA_PLATFORM": "offscreen"}):
            good &= line(*row)
    if not only or "window" in only:
        for row in in_window(build, small):
            good &= line(*row)
    if not only or "start" in only:
        good &= line("start-to-unlock-window-vs-bare-window", start_ratio(build, 1 if small else 15), "x", 2)
    for note in dict.fromkeys(notes):
        print(f"  {note}")
    sys.exit(0 if good or small else 1)


main()
