"""A case from the child's words to the papers that leave: by keyboard alone, in the words that are on the screen."""
import hashlib
import os

from desktop import NotThere, until
from mainjob import MainJob, long_words

TYPED_BEFORE_THE_KILL = "i didnt wanna send it he kept on an on"
ASKED = "Tell me what happened. Take your time."
URDU = "میں گھر نہیں جانا چاہتی۔"


def sha256(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


class CaseWork(MainJob):
    def __init__(self, *words, **more):
        super().__init__(*words, **more)
        self.recorded_so_far = {}  # entries of each form
        self.pictured = 9  # those of set-up and new concern bear their own numbers

    def look(self, at):
        """A picture of what stands there now, numbered in the order of the job."""
        self.pictured += 1
        self.picture(f"{self.pictured:02}-" + at.lower().replace(" ", "-").replace("'", ""))

    # -- tools ------------------------------------------------------------------------------------
    def page(self, name):
        """Opens a page of the case from the rail."""
        self.program.tab_to(name, "check box")
        self.desk.press("space")
        until(lambda: self.program.focused().has("checked"), f"the page {name} to be open", 5)

    def step(self, title):
        """Opens a step of the guide: the list is walked with the arrow keys."""
        app = self.program
        self.page("Guide")
        app.tab_to_list("Steps")
        app.forget_focus()
        self.desk.press("Home")
        for _ in range(40):
            item = app.focused()
            if item is not None and item.role == "list item" and title in item.name:
                break
            app.forget_focus()
            self.desk.press("Down")
        else:
            raise NotThere(f"no step {title!r} in the guide")
        self.desk.press("Return")

    def record(self, form, where):
        """Presses Record, and waits until the record holds one more entry of this form."""
        self.no_control_is_unnamed(where)
        self.look(where)
        before = self.recorded_so_far.get(form, 0)
        self.program.press("Record", "push button")

        def one_more():
            found = self.of(form)
            return found if len(found) > before else None

        found = until(one_more, f"an entry {form} in the record")
        self.recorded_so_far[form] = len(found)
        return found[-1]["fields"]

    def of(self, form):
        return [entry for entry in self.entries() if entry["kind"].split("/")[0] == form]

    # -- the child's words ------------------------------------------------------------------------
    def begin_the_words(self):
        app = self.program
        self.step("What Jordan said, in Jordan's words")
        app.fill("When did they talk?", "today")
        app.fill("Who was Jordan talking to?", "Ruth Adeyemi")
        app.fill("Asked of Jordan, or said to them", ASKED)
        app.fill("Jordan said", TYPED_BEFORE_THE_KILL)

    def find_the_draft(self):
        app = self.program
        app.press("Open: Draft waiting")
        app.one("text", "Jordan said")
        return {node.name: node.text for node in app.all("text")}

    def finish_the_words(self):
        app = self.program
        words = long_words()
        app.fill("Jordan said", words, clear=True)
        self.choose("How did it go?", "The child talked")
        app.fill("If some of it was not in English", "Does not want to go home.")
        self.tick("What did Jordan hear from you?", "That none of it is their fault")
        fields = self.record("words", "Childs words")
        return words, fields

    # -- the rest of the guide --------------------------------------------------------------------
    def wishes(self):
        self.step("What Jordan wants to happen")
        self.program.fill("When did you talk about it?", "today")
        self.program.fill("What does Jordan want to happen?", URDU)
        self.program.fill("What is Jordan afraid of?", "that mum sees it")
        return self.record("wishes", "Wishes")

    def seen(self):
        self.step("What was seen, where, and by whom")
        self.program.fill("When was it seen?", "yesterday")
        self.tick("What was it?", "Photograph")
        self.program.fill("App, site or place", "Snapchat")
        self.program.fill("What was it, in few and plain words?", "One photograph of Jordan, sent to a group.")
        return self.record("seen", "Seen")

    def told(self):
        self.step("Told and not told")
        self.program.fill("When was this?", "today")
        self.program.fill("Who?", "Dan Okoro")
        self.choose("Were they told?", "Told")
        self.program.fill("What were they told?", "That Jordan may need quiet time. Nothing of the image.")
        self.choose("How?", "In person")
        return self.record("told", "Told")

    def not_told(self):
        self.step("Told and not told")
        self.program.fill("When was this?", "today")
        self.program.fill("Who?", "Miss Fairweather")
        self.choose("Were they told?", "Not told")
        self.program.fill("Why?", "She does not teach Jordan and has no part in keeping Jordan safe.")
        return self.record("told", "Not told")

    def need_to_know(self):
        self.step("Who needs to know, and why")
        self.program.fill("From when?", "today")
        self.program.fill("Who?", "Dan Okoro")
        self.program.fill("Their part in keeping Jordan safe", "Form tutor, sees Jordan each morning")
        self.program.fill("Why do they need to know?", "To notice how Jordan is and fetch me.")
        self.choose("What may they be told?", "A part")
        self.program.fill("Which part, and what not?", "That Jordan is worried. Nothing of the image.")
        return self.record("need-to-know", "Need to know")

    def parents(self):
        self.step("Parents: tell, wait, or not")
        self.program.fill("When was this decided?", "today")
        self.program.fill("Which parent?", "Mrs Tremaine")
        self.choose("What have you decided?", "Wait")
        self.program.fill("Why?", "Children's social care asked us to wait until they have spoken with Jordan.")
        return self.record("parents", "Parents")

    def referral(self):
        self.step("Referral to children's social care")
        self.program.fill("When was it made, or drafted?", "today")
        self.choose("To whom?", "Children's social care")
        self.choose("How serious, as you see it now?", "Significant harm, or likely")
        self.choose("How was it made?", "By phone")
        self.program.fill("Who took it?", "P. Lindqvist, duty desk")
        self.program.fill("Reference", "HB-20117")
        self.program.fill("What did you tell them?", "What Jordan said, what was seen and that a threat was made.")
        self.program.fill("What must stay confidential, and from whom?", "Where Jordan stays, from the person who threatens.")
        return self.record("referral", "Referral")

    def follow(self, happened, answers, outcome=None):
        self.step("Follow it until there is a decision")
        self.program.fill("When was this?", "today")
        self.choose("What has happened?", happened)
        if outcome:
            self.choose("What did they decide?", outcome)
        for label, text in answers.items():
            self.program.fill(label, text)
        return self.record("referral-progress", "Referral " + happened)

    def device(self):
        self.step("The device: where it is, for the police")
        self.program.fill("When was this?", "today")
        self.program.fill("What is it?", "Grey phone with a cracked corner")
        self.choose("Is it on or off?", "Off")
        self.program.fill("Where is it?", "Locked cabinet in the lead's room")
        return self.record("device", "Device")

    def restriction(self):
        self.step("Devices and going online, with a way back")
        self.program.fill("From when?", "today")
        self.program.fill("What is it?", "Phone stays with the lead")
        self.program.fill("Why?", "The police asked for it")
        self.program.fill("When does it come back?", "in 2 weeks")
        self.program.fill("What does Jordan use it for, and why does it matter?", "Talks with a friend in Cardiff each evening")
        self.program.fill("What helps meanwhile, and on the way back?", "A lent phone for the bus")
        return self.record("restriction", "Going online")

    def support(self):
        self.step("Support for Jordan and the family")
        self.program.fill("When was this?", "today")
        self.tick("What kind of support?", "Somebody here to talk to")
        self.choose("Where does it stand?", "Accepted")
        return self.record("support", "Support")

    def review(self):
        self.step("Look at it again")
        self.program.fill("When was this?", "today")
        self.program.fill("What did you look at?", "All that was recorded so far.")
        self.program.fill("When next?", "in 3 days")
        return self.record("review", "Review")

    # -- reading, and the papers that leave -------------------------------------------------------
    def read_the_timeline(self, *texts):
        """Every page of the case is opened and looked at; the timeline holds these words."""
        for page in ("Child's words", "Who knows", "Referrals", "Plan", "Papers", "People", "Timeline"):
            self.page(page)
            self.no_control_is_unnamed(page)
            self.look(page)
        for text in texts:
            self.program.fill("Find in this case", text, clear=True)
            self.program.says(text)
            self.program.says(" of ")

    def export(self, report, to):
        """Writes one of the two papers from the window, through the system's file dialog."""
        app = self.program
        app.press("Export…")
        self.choose("What do you want to make?", report)
        app.fill("Who is it for?", "P. Lindqvist, duty desk", clear=True)
        app.fill("Organisation", "Harbourside children's services", clear=True)
        app.fill("Why do they need it?", "To decide on the referral", clear=True)
        self.choose("Is this person alleged to have done it, or do they live with somebody who is?", "No")
        self.no_control_is_unnamed("Export")
        self.look("export " + report)
        app.press("Save as PDF…")
        app.one("dialog", "Save as PDF")
        app.fill("File name", to, clear=True)
        self.desk.press("Return")
        until(lambda: os.path.exists(to), f"{report} in its file")
        return until(lambda: next((entry["fields"] for entry in self.of("exported") if entry["fields"]["sha256"] == sha256(to)), None),
                     f"the entry of {report}")
