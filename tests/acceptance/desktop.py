"""A throw-away desktop for driving the real program from outside: X server, session bus, accessibility bus, window manager.

Runs with Debian's /usr/bin/python3 (it has python3-gi). Nothing of the caller's own session is touched; if this process is
killed outright, the kernel ends everything it started (setpriv --pdeathsig).
"""
import os
import shutil
import signal
import subprocess
import tempfile
import time

PATIENCE = float(os.environ.get("PATIENCE", "20"))  # seconds to wait for something to appear


class NotThere(AssertionError):
    """What was waited for did not come."""


def until(look, what, patience=None):
    """Asks `look` until it answers with something true, and gives that back."""
    patience = PATIENCE if patience is None else patience
    end, trouble = time.monotonic() + patience, None
    while True:
        try:
            answer = look()
            if answer:
                return answer
        except NotThere:
            raise
        except Exception as problem:  # a node that went away while the window changed: look again
            trouble = problem
        if time.monotonic() > end:
            raise NotThere(f"not within {patience:g} s: {what}" + (f" ({trouble})" if trouble else ""))
        time.sleep(0.04)


class Desktop:
    """One a process: libatspi keeps the first bus it meets."""

    def __init__(self, size="1280x820x24"):
        self.size = size
        self.folder = tempfile.mkdtemp(prefix="desktop.")
        self.started = []
        self.env = {k: v for k, v in os.environ.items()
                    if not k.startswith(("QT_", "DBUS_", "XDG_", "AT_SPI", "GTK_", "WAYLAND", "DISPLAY"))}

    def __enter__(self):
        try:
            self._start()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(self, *exc):
        self.close()

    def _launch(self, command, log, **more):
        with open(os.path.join(self.folder, log), "ab") as out:
            process = subprocess.Popen(["setpriv", "--pdeathsig", "TERM", "--", *command], stdout=more.pop("stdout", out),
                                       stderr=out, start_new_session=True, env=more.pop("env", self.env), **more)
        self.started.append(process)
        return process

    def _told_through_pipe(self, command, log):
        """Starts a server that writes its address to a file descriptor of its choosing."""
        reader, writer = os.pipe()
        self._launch([part.replace("@fd", str(writer)) for part in command], log, pass_fds=[writer])
        os.close(writer)
        with os.fdopen(reader) as pipe:
            line = pipe.readline().strip()
        if not line:
            raise RuntimeError(f"{command[0]} did not start; see {self.folder}/{log}")
        return line

    def _start(self):
        run = os.path.join(self.folder, "run")
        os.makedirs(run, mode=0o700)
        self.env.update(XDG_RUNTIME_DIR=run, HOME=self.new_home("helpers"), LANG="C.UTF-8", LC_ALL="C.UTF-8",
                        GSETTINGS_BACKEND="memory", NO_AT_BRIDGE="1")
        self.env["DISPLAY"] = ":" + self._told_through_pipe(
            ["Xvfb", "-displayfd", "@fd", "-screen", "0", self.size, "-dpi", "96", "-nolisten", "tcp", "-noreset"], "x.log")
        self.env["DBUS_SESSION_BUS_ADDRESS"] = self._told_through_pipe(
            ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=@fd"], "bus.log")
        self._launch(["/usr/libexec/at-spi-bus-launcher", "--launch-immediately", "--a11y=1"], "atspi.log")
        self._launch(["openbox", "--sm-disable"], "openbox.log")  # without a window manager dialogs get no focus
        for name in ("DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR", "GSETTINGS_BACKEND", "NO_AT_BRIDGE"):
            os.environ[name] = self.env[name]  # libatspi reads them from this process
        import gi
        gi.require_version("Atspi", "2.0")
        from gi.repository import Atspi
        self.atspi = Atspi
        until(lambda: subprocess.run(["dbus-send", "--session", "--print-reply", "--dest=org.a11y.Bus", "/org/a11y/bus",
                                      "org.a11y.Bus.GetAddress"], env=self.env, capture_output=True).returncode == 0,
              "the accessibility bus")
        Atspi.init()
        Atspi.set_timeout(4000, 15000)
        until(lambda: Atspi.get_desktop(0), "the accessibility registry")
        until(lambda: "window id" in subprocess.run(["xprop", "-root", "_NET_SUPPORTING_WM_CHECK"], env=self.env,
                                                    capture_output=True, text=True).stdout, "the window manager")

    def close(self):
        for process in reversed(self.started):
            if process.poll() is None:
                try:
                    os.killpg(process.pid, signal.SIGTERM)
                    process.wait(3)
                except (ProcessLookupError, subprocess.TimeoutExpired):
                    process.kill()
                    process.wait()
        self.started.clear()
        shutil.rmtree(self.folder, ignore_errors=True)

    def new_home(self, name):
        home = tempfile.mkdtemp(prefix=name + ".", dir=self.folder)
        for part in (".config", ".local/share", ".cache"):
            os.makedirs(os.path.join(home, part), mode=0o700)
        return home

    def start(self, command, home=None, scale=1, env=None, before=()):
        """Starts the program in a home of its own (or one it had before); `before` is a command in front, such as strace."""
        from program import Program
        home = home or self.new_home("home")
        own = dict(self.env, HOME=home, XDG_CONFIG_HOME=home + "/.config", XDG_DATA_HOME=home + "/.local/share",
                   XDG_CACHE_HOME=home + "/.cache", QT_QPA_PLATFORM="xcb", QT_QPA_PLATFORMTHEME="",
                   QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", QT_SCALE_FACTOR=str(scale),
                   QT_LOGGING_RULES="qt.accessibility.*=false")
        own.pop("NO_AT_BRIDGE", None)
        own.update(env or {})
        process = self._launch([*before, *command], "program.log", env=own, cwd=home)
        return Program(self, process, home)

    # -- what the accessibility bus says ----------------------------------------------------------
    def on_focus(self, meet):
        """Calls `meet` with every thing that says it has the focus now. Said while `listen` runs."""
        self._listener = self.atspi.EventListener.new(lambda event: meet(event.source) if event.detail1 else None)
        self._listener.register("object:state-changed:focused")

    def listen(self, patience, enough):
        from gi.repository import GLib
        context, end = GLib.MainContext.default(), time.monotonic() + patience
        while context.iteration(False) or (not enough() and time.monotonic() < end):
            if not context.pending():
                time.sleep(0.004)

    # -- what a person's hands do ----------------------------------------------------------------
    def xdotool(self, *words):
        return subprocess.run(["xdotool", *map(str, words)], env=self.env, check=True, capture_output=True, text=True).stdout.strip()

    def press(self, *chords):
        for chord in chords:
            self.xdotool("key", "--clearmodifiers", "--delay", 15, chord)

    def type(self, text):
        self.xdotool("type", "--clearmodifiers", "--delay", 8, "--", text)

    def copy(self, text):
        """Puts text on the clipboard, as if copied from elsewhere: for alphabets that no key of this keyboard types."""
        process = subprocess.Popen(["xclip", "-selection", "clipboard", "-in", "-quiet", "-t", "UTF8_STRING"], stdin=subprocess.PIPE,
                                   env=self.env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
        process.stdin.write(text.encode())
        process.stdin.close()
        self.started.append(process)
        time.sleep(0.15)

    def picture(self, path):
        subprocess.run(["import", "-silent", "-window", "root", path], env=self.env, check=True)
        return path
