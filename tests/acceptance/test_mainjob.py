#!/usr/bin/python3
"""The main job in a real window, by keyboard alone. Run by ctest; BINARIES names the folder of the two programs."""
import os
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from desktop import Desktop  # noqa: E402
from mainjob import MainJob  # noqa: E402

BINARIES = os.environ.get("BINARIES", "build/release/bin")
SCALE = int(os.environ.get("SCALE", "1"))


class AMainJob(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.desk = cls.enterClassContext(Desktop("2560x1640x24" if SCALE == 2 else "1280x820x24"))
        folder = cls.enterClassContext(tempfile.TemporaryDirectory(prefix="mainjob."))
        cls.job = MainJob(cls.desk, os.path.abspath(BINARIES), folder, SCALE, os.environ.get("PICTURES"))

    def tearDown(self):
        outcome = getattr(self._outcome, "result", None)
        if outcome and any(test is self for test, _ in outcome.errors + outcome.failures):
            print(self.job.program.tree() if self.job.program else "the program never started", file=sys.stderr)

    def test_1_a_lead_sets_up_a_vault_and_stands_on_home(self):
        self.job.set_up()
        self.assertTrue(os.path.exists(os.path.join(self.job.vault, "vault.json")))

    def test_2_a_concern_is_taken_through_the_first_questions(self):
        self.job.new_concern()
        forms = [entry["kind"].split("/")[0] for entry in self.job.entries()]
        for form in ("danger", "came-to-light", "device-owner", "harm", "child", "social-worker", "child-knows", "involved"):
            self.assertIn(form, forms)
        child = next(entry for entry in self.job.entries() if entry["kind"] == "child/1")
        self.assertEqual(child["fields"]["last_name"], "Tremaine-Ŵyn")

    def test_3_what_was_recorded_verifies_and_no_name_is_left_in_the_profile(self):
        self.job.tool("verify", self.job.vault)
        self.assertEqual(self.job.program.files_with("Jordan", "Tremaine", self.job.passphrase), [])
        for folder, _, files in os.walk(self.job.vault):
            for name in files:
                with open(os.path.join(folder, name), "rb") as file:
                    self.assertNotIn(b"Jordan", file.read(), name)

    def test_4_hidden_it_locks_and_opens_again_with_the_passphrase(self):
        self.desk.press("ctrl+shift+h")
        self.job.program.one("password text", "Passphrase", patience=15)
        self.assertFalse(any("Jordan" in node.name for node in self.job.program.root.walk()))
        self.job.unlock()
        self.job.program.says("Jordan", 20)


if __name__ == "__main__":
    unittest.main(verbosity=2)
