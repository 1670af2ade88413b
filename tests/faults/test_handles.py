# SPDX-License-Identifier: MIT
"""The trial of file handles: opening and saving a form many times leaves none open."""

import os
import sys
from decimal import Decimal

from model.edits import SetCell
from model.places import place_of
from tests.faults.composing import Desk

POINTS = place_of("/indicators/0/children/0/children/0/points")


def open_handles():
    return {number: target for number in os.listdir("/proc/self/fd") if (target := _target(number))}


def _target(number):
    try:
        return os.readlink(f"/proc/self/fd/{number}")
    except OSError:
        return ""


def open_and_save(desk, number):
    desk.begin()
    desk.window.document.do(SetCell(POINTS, Decimal(number)), "改")
    return desk.window.rooms.filing.save()


def test_no_handle_is_left_open(trial, qapp, tmp_path):
    with trial("file handles: open and save again and again", short=20, release=200) as run:
        if sys.platform != "linux":
            run.not_run("no /proc")
        desk = Desk(tmp_path)
        for number in range(5):  # the first ones start threads that stay
            open_and_save(desk, number)
        before = open_handles()
        for number in range(run.n):
            run.count(open_and_save(desk, number), f"round {number} was not saved")
        more = {number: target for number, target in open_handles().items() if number not in before}
        run.count(len(more) <= 2, f"left open: {more}")
        desk.end()
