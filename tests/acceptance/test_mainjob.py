#!/usr/bin/python3
"""The main job in a real window, by keyboard alone. Run by ctest; BINARIES names the folder of the two programs, SCALE is 1 or 2.

At 100 % the program runs under strace from its first start to its last: no socket of the internet is opened.
"""
import json
import os
import subprocess
import sys
import tempfile
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
from casework import ASKED, TYPED_BEFORE_THE_KILL, URDU, CaseWork  # noqa: E402
from desktop import Desktop  # noqa: E402

BINARIES = os.path.abspath(os.environ.get("BINARIES", "build/release/bin"))
SCALE = int(os.environ.get("SCALE", "1"))
PDF_CONTENT = os.path.join(HERE, "..", "report", "pdf_content.py")
NAMES = ("Jordan", "Tremaine", "Okoro", "Lindqvist", "didnt wanna send", "Harbourside Academy")


def output(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def internet_sockets(trace):
    """Lines of a trace that make a socket of family INET or INET6."""
    with open(trace, errors="replace") as lines:
        return [line.strip() for line in lines if "socket(" in line and "AF_INET" in line]


class AMainJob(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.desk = cls.enterClassContext(Desktop("2560x1640x24" if SCALE == 2 else "1280x820x24"))
        cls.folder = cls.enterClassContext(tempfile.TemporaryDirectory(prefix="mainjob."))
        cls.trace = os.path.join(cls.folder, "sockets.trace")
        traced = ["strace", "-f", "-qq", "-A", "-e", "trace=socket", "-o", cls.trace] if SCALE == 1 else []
        cls.job = CaseWork(cls.desk, BINARIES, cls.folder, SCALE, os.environ.get("PICTURES"), before=traced)

    def setUp(self):
        if getattr(type(self), "broken", None):
            self.skipTest(f"the job stopped at {type(self).broken}")

    def tearDown(self):
        outcome = getattr(self._outcome, "result", None)
        if outcome and any(test is self for test, _ in outcome.errors + outcome.failures):
            type(self).broken = self._testMethodName
            print(self.job.program.tree() if self.job.program else "the program never started", file=sys.stderr)

    def test_01_a_lead_sets_up_a_vault_and_stands_on_home(self):
        self.job.set_up()
        self.assertTrue(os.path.exists(os.path.join(self.job.vault, "vault.json")))

    def test_02_a_concern_is_taken_through_the_first_questions(self):
        self.job.new_concern()
        forms = [entry["kind"].split("/")[0] for entry in self.job.entries()]
        for form in ("danger", "came-to-light", "device-owner", "harm", "child", "social-worker", "child-knows", "involved"):
            self.assertIn(form, forms)
        child = next(entry for entry in self.job.entries() if entry["kind"] == "child/1")
        self.assertEqual(child["fields"]["last_name"], "Tremaine-Ŵyn")

    def test_03_killed_in_the_middle_of_the_childs_words_the_draft_is_found(self):
        self.job.begin_the_words()
        self.job.program.says("Draft saved")
        self.job.program.kill()
        self.job.start()
        self.job.unlock()
        found = self.job.find_the_draft()
        self.assertEqual(found["Jordan said"], TYPED_BEFORE_THE_KILL)
        self.assertEqual(found["Asked of Jordan, or said to them"], ASKED)
        self.assertEqual(self.job.of("words"), [])  # a draft is no part of the record

    def test_04_the_childs_words_are_kept_byte_for_byte(self):
        typed, fields = self.job.finish_the_words()
        self.assertEqual(len(typed.replace("\n", " ").split(" ")), 3000)
        self.assertEqual(fields["exchanges"][0]["said"].encode(), typed.encode())
        self.assertEqual(fields["exchanges"][0]["asked"], ASKED)

    def test_05_what_the_child_wants_and_what_was_seen(self):
        self.assertEqual(self.job.wishes()["wants"], URDU)
        self.assertEqual(self.job.seen()["media"], ["photo"])

    def test_06_who_was_told_who_was_not_and_who_needs_to_know(self):
        self.assertEqual(self.job.told()["outcome"], "told")
        not_told = self.job.not_told()
        self.assertEqual((not_told["outcome"], not_told["person"]["name"]), ("not-told", "Miss Fairweather"))
        self.assertEqual(self.job.need_to_know()["may_be_told"], "part")

    def test_07_a_referral_is_made_and_followed_to_a_decision(self):
        self.assertEqual(self.job.referral()["how"], "phone")
        again = {"When will you look at it again?": "in 3 days"}
        self.assertEqual(self.job.follow("Confirmed in writing by us", again)["step"], "confirmed-in-writing")
        self.assertEqual(self.job.follow("They have acknowledged it", again)["step"], "acknowledged")
        decided = self.job.follow("They have decided", {"Their decision": "Within 45 working days.", **again}, "Assessment")
        self.assertEqual((decided["step"], decided["outcome"]), ("decided", "assessment"))
        self.assertEqual(decided["referral"], self.job.of("referral")[0]["id"])
        self.assertEqual(self.job.parents()["decision"], "wait")  # the referral went first

    def test_08_device_going_online_support_and_review(self):
        self.assertIn("returns", self.job.restriction())
        self.assertEqual(self.job.device()["power"], "off")  # the child's own phone: there is a plan for it
        self.assertEqual(self.job.support()["state"], "accepted")
        self.assertIn("next", self.job.review())

    def test_09_every_page_is_read_and_the_timeline_is_searched(self):
        self.job.read_the_timeline("Miss Fairweather", "Grey phone")

    def test_10_both_papers_leave_as_pdf_with_the_words_as_they_were_said(self):
        said = self.job.of("words")[0]["fields"]["exchanges"][0]["said"]
        for report in ("Referral summary", "Chronology"):
            path = os.path.join(self.folder, report.split()[0] + ".pdf")
            entry = self.job.export(report, path)
            self.assertEqual(entry["recipient"], "P. Lindqvist, duty desk")
            self.assertEqual(entry["purpose"], "To decide on the referral")
            self.assertIn("No syntax or stream encoding errors", output("qpdf", "--check", path))
            self.assertEqual(len(output("pdfimages", "-list", path).splitlines()), 2, "the heading alone: no image")
            quotes = json.loads(output("/usr/bin/python3", "-B", PDF_CONTENT, "actual", path, "BlockQuote"))
            self.assertTrue(any(said == quote for quote in quotes), f"{report}: {[quote[:80] for quote in quotes]}")

    def test_11_what_was_recorded_verifies_and_no_name_is_left_in_profile_or_vault(self):
        self.job.tool("verify", self.job.vault)
        self.assertEqual(self.job.program.files_with(*NAMES, self.job.passphrase), [])
        self.assertEqual(self.job.program.files_with(*NAMES, self.job.passphrase, folder=self.job.vault), [])
        leak = os.path.join(self.folder, "leak")  # the search can find: it does in a file that holds a name
        os.makedirs(leak)
        with open(os.path.join(leak, "note.txt"), "w", encoding="utf-16") as file:
            file.write("Jordan")
        self.assertEqual(len(self.job.program.files_with(*NAMES, folder=leak)), 1)

    def test_12_hidden_it_locks_and_opens_again_with_the_passphrase(self):
        self.desk.press("ctrl+shift+h")
        self.job.program.one("password text", "Passphrase", patience=15)
        self.assertFalse(any("Jordan" in node.name or "Jordan" in node.text for node in self.job.program.root.walk()))
        self.job.unlock()
        self.job.program.says("Jordan", 20)

    @unittest.skipUnless(SCALE == 1, "traced at 100 % only")
    def test_13_no_socket_of_the_internet_was_opened(self):
        self.job.program.kill()
        with open(self.trace, errors="replace") as trace:
            self.assertIn("AF_UNIX", trace.read())  # it was traced: the display is a socket too
        self.assertEqual(internet_sockets(self.trace), [])
        control = os.path.join(self.folder, "control.trace")
        subprocess.run(["strace", "-f", "-qq", "-e", "trace=socket", "-o", control, sys.executable, "-c",
                        "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM)"], check=True)
        self.assertEqual(len(internet_sockets(control)), 1)
        print("control: a program that opens one is caught")
        for program in ("firsthand", "firsthand-tool"):
            self.assertNotIn("Qt6Network", output("ldd", os.path.join(BINARIES, program)))


if __name__ == "__main__":
    unittest.main(verbosity=2)
