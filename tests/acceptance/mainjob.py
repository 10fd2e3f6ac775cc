"""The main job, by keyboard alone, in the words that are on the screen.

Used by the acceptance tests and by `./dev run` on a machine without a display. Made-up people in a made-up school.
"""
import json
import os
import re
import subprocess
import tempfile

from desktop import until

WORDS = ("i didnt wanna send it 😟 he kept on an on, said hed put the first one in the group chat\n"
         "lol ur dead if u tell. dim byd i neud efo mam\u00a0🙏🏽 nie chcę wracać do domu\n"
         "میں گھر نہیں جانا چاہتی۔ cafe\u0301 n\u0303o \u2028 th\u00a0e end")


def long_words(count=3000):
    """What a child said over an hour: slang, Urdu, emoji, combining marks, no-break spaces."""
    part = WORDS.replace("\n", " ").split(" ")
    words = [part[i % len(part)] for i in range(count)]
    return "\n".join(" ".join(words[i:i + 40]) for i in range(0, count, 40))


class MainJob:
    def __init__(self, desk, binaries, folder, scale=1, pictures=None, before=()):
        self.desk, self.binaries, self.scale, self.pictures, self.before = desk, binaries, scale, pictures, before
        self.vault = os.path.join(folder, "vault")
        self.home = desk.new_home("lead")
        self.program, self.passphrase, self.log_in = None, "", ""

    # -- tools ------------------------------------------------------------------------------------
    def start(self):
        command = [os.path.join(self.binaries, "firsthand"), "--vault", self.vault]
        if not os.path.exists(os.path.join(self.vault, "vault.json")):
            command = command[:1]
        self.program = self.desk.start(command, home=self.home, scale=self.scale, before=self.before)
        return self.program

    def picture(self, name):
        if self.pictures:
            os.makedirs(self.pictures, exist_ok=True)
            self.desk.picture(os.path.join(self.pictures, name + ".png"))

    def tool(self, *words, expect=0):
        with tempfile.NamedTemporaryFile("w", suffix=".txt", dir=self.desk.folder) as secret:
            secret.write(self.passphrase)
            secret.flush()
            done = subprocess.run([os.path.join(self.binaries, "firsthand-tool"), *words, "--as", self.log_in,
                                   "--passphrase-file", secret.name], capture_output=True, text=True,
                                  env=dict(self.desk.env, HOME=self.home, XDG_DATA_HOME=self.home + "/.local/share",
                                           QT_QPA_PLATFORM="offscreen"))
        if done.returncode != expect:
            raise AssertionError(f"firsthand-tool {words[0]} ended with {done.returncode}: {done.stderr}")
        return done.stdout

    def case_id(self):
        return json.loads(self.tool("cases", self.vault))[0]["id"]

    def entries(self):
        return [json.loads(line) for line in self.tool("show", self.vault, self.case_id()).split("\n") if line]

    def no_control_is_unnamed(self, where):
        nameless = self.program.unnamed()
        if nameless:
            raise AssertionError(f"on {where}, without a name: {nameless}")

    def choose(self, question, option):
        """Tabs to a choice and picks the option with the arrow keys, as one does among radio buttons."""
        wanted = f"{question}: {option}"
        self.program.tab_to(question + ": ")
        for _ in range(16):
            node = self.program.focused()
            if node is not None and node.name.replace("&", "") == wanted:
                if not node.has("checked"):
                    self.desk.press("space")
                until(lambda: self.program.focused().has("checked"), f"{wanted} to be chosen", 5)
                return
            before = node.name if node else ""
            self.program.forget_focus()
            self.desk.press("Down")  # options under each other
            after = self.program.focused()
            if after is not None and after.name == before:
                self.program.forget_focus()
                self.desk.press("Right")  # options side by side
        raise AssertionError(f"no option {option!r} under {question!r}: focus is on {self.program.focused()}")

    def tick(self, question, option):
        """Tabs to a tick box of several."""
        self.program.tab_to(f"{question}: {option}")
        self.desk.press("space")

    # -- the job ----------------------------------------------------------------------------------
    def set_up(self):
        app, desk = self.program or self.start(), self.desk
        app.says("999")
        self.picture("01-welcome")
        self.no_control_is_unnamed("Welcome")
        app.press("Set up this office")
        app.fill("Name of the school or agency", "Harbourside Academy")
        self.choose("Nation", "England")
        self.picture("02-set-up-office")
        app.press("Continue")
        app.fill("Local authority", "Harbourside")
        app.fill("Telephone in office hours", "01632 960101")
        app.fill("Telephone out of hours", "01632 960199")
        app.press("Continue")
        app.fill("Your name", "Ruth Adeyemi")
        app.press("Continue")
        self.log_in = "ruth.adeyemi"
        words = until(lambda: next((n.name for n in app.root.walk() if re.fullmatch(r"([a-z-]+ ){4}[a-z-]+", n.name)), None),
                      "five words for a passphrase")
        self.passphrase = words
        self.picture("03-set-up-passphrase")
        app.fill("Type these five words here", self.passphrase)
        app.press("Continue")
        app.fill("Folder", self.vault, clear=True)
        app.press("Continue")
        groups = until(lambda: [n.name for n in app.root.walk() if re.fullmatch(r"[0-9A-Z]{5}", n.name)][:8], "the recovery sheet", 30)
        if len(groups) != 8:
            raise AssertionError(f"the sheet shows {len(groups)} groups")
        self.sheet = groups
        self.picture("04-recovery-sheet")
        self.no_control_is_unnamed("the recovery sheet")
        app.press("Type it back")
        for number, group in enumerate(groups, 1):
            app.fill(f"Group {number} of 8", group)
        self.picture("05-sheet-typed-back")
        if os.path.exists(self.vault):
            raise AssertionError("a records folder before the sheet was typed back")
        app.press("Make the records folder")
        app.one(name="New concern", patience=30)
        self.picture("06-home-empty")
        self.no_control_is_unnamed("Home")

    def unlock(self):
        app = self.program or self.start()
        app.fill("Log-in name", self.log_in, clear=True)
        app.fill("Passphrase", self.passphrase)
        self.desk.press("Return")
        app.one("push button", "Hide", patience=30)  # one comes back to where one was

    def new_concern(self):
        """The first questions, one a page, until the case stands open."""
        app, desk = self.program, self.desk
        desk.press("ctrl+n")
        app.says("Is anyone in danger right now?")
        self.picture("07-new-concern")
        self.no_control_is_unnamed("New concern")
        app.fill("When did you learn this?", "today")
        self.choose("Is the child, or anyone else, in danger right now?", "No")
        self.choose("Is anyone threatening the child or making demands?", "Yes")
        self.tick("Who has been called?", "Police, on 999")
        app.press("Continue")
        app.says("How did this come to light?")
        self.choose("How did it come to light?", "It was seen on a child's device")
        app.press("Continue")
        app.says("Whose device is it on?")
        self.choose("Whose device is it?", "The child's own")
        app.press("Continue")
        app.says("What kind of harm is it?")
        self.tick("What is it?", "Photograph")
        app.press("Continue")
        app.says("Who is the child?")
        self.choose("Do you know who the child is?", "Yes")
        app.fill("First name", "Jordan")
        app.fill("Last name", "Tremaine-Ŵyn")
        app.fill("Date of birth", "14/3/2011")
        app.press("Continue")
        app.says("social worker?")
        self.choose("Has the child a social worker now?", "No")
        app.press("Continue")
        app.says("know that the images exist?")
        self.choose("Does the child know that the images exist?", "Yes")
        self.choose("Are they being passed around?", "Not known")
        app.press("Continue")
        app.says("Who may be involved in the harm?")
        self.choose("Might a parent, or someone acting as one, be involved?", "No, nobody thinks so")
        self.choose("Might any adult be involved?", "Yes")
        self.choose("Might a member of staff or a volunteer be involved?", "No")
        self.choose("Might another child be involved?", "Not known")
        app.press("Continue")
        app.says("Check your answers")
        self.picture("08-check-answers")
        self.no_control_is_unnamed("Check your answers")
        app.press("Record and open the case")
        app.says("Jordan", 20)
        app.one("push button", "Refer", patience=20)
        self.picture("09-case-guide")
        self.no_control_is_unnamed("the guide")
