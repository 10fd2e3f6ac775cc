#!/usr/bin/python3
"""What ./dev run does on a machine without a display: the main job on a virtual one, with pictures and the referral as PDF.

    walkthrough.py BINARIES FOLDER
"""
import os
import shutil
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from casework import CaseWork  # noqa: E402
from desktop import Desktop  # noqa: E402


def main():
    binaries, folder = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    with Desktop() as desk, tempfile.TemporaryDirectory(prefix="walk.") as work:
        job = CaseWork(desk, binaries, work, pictures=folder)
        job.set_up()
        job.new_concern()
        job.begin_the_words()
        job.finish_the_words()
        job.told()
        job.need_to_know()
        job.referral()
        job.follow("They have acknowledged it", {"When will you look at it again?": "in 3 days"})
        job.read_the_timeline("Dan Okoro")
        job.export("Referral summary", os.path.join(folder, "referral.pdf"))
    for name in sorted(os.listdir(folder)):
        print(os.path.join(os.path.relpath(folder), name))


main()
