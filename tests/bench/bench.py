#!/usr/bin/python3
"""The figures of the program, each beside its bar: `name  figure  unit  bar  ok|SHORT`. Called by ./dev bench.

Every ratio is of two things measured in turn in one run, so that a noisy machine is noisy for both. The programs beside this
file print `name figure unit bar`; the start of the window is timed here, from outside.
"""
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


def main():
    build = os.path.abspath(sys.argv[1])
    only = sys.argv[2:]
    good = True
    print(f"{'name':<44} {'figure':>9}  {'unit':<6} {'bar':>7}")
    for program in ("bench_append", "bench_cases", "bench_pdf"):
        if only and program not in only:
            continue
        for row in from_program([f"{build}/tests/{program}"], {"QT_QPA_PLATFORM": "offscreen"}):
            good &= line(*row)
    if not only or "start" in only:
        good &= line("start-to-unlock-window-vs-bare-window", start_ratio(build), "x", 2)
    for note in notes:
        print(f"  {note}")
    sys.exit(0 if good else 1)


main()
