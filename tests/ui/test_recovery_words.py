# SPDX-License-Identifier: MIT
"""Claims about what is said of a recovery copy."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from model.judge import Judge
from model.living import this_process
from model.recovered import Base, Offer
from model.recovery import About, Copy, spelt
from model.templates import load_template
from tests.builders import complete_form
from ui.identity import UNNAMED
from ui.recovery_words import LONGEST_NAME, name_of, sentence_of, when


def offer(base=Base.SAME, parent=None, time="", name="图书馆"):
    form, us = complete_form(project_name=name), this_process()
    template = load_template(form.template)
    who = {"process_id": us.id, "host": us.host, "process_start": us.start}
    about = About(sequence=1, time=time, parent=spelt(parent), **who)
    return Offer(Copy(about, Path("a"), ()), form, template, Judge(form, template), base, form, ())


def test_a_copy_is_called_by_its_file_else_by_its_project():
    assert name_of(offer(parent=Path("/家/表 1.json"))) == "表 1.json"
    assert name_of(offer()) == "图书馆"
    assert name_of(offer(name="")) == UNNAMED
    assert len(name_of(offer(name="长" * 5000))) == LONGEST_NAME


def test_a_copy_of_today_tells_the_time_an_older_one_the_day_too():
    now = datetime.now().replace(hour=15, minute=42)
    day = now - timedelta(days=400)
    assert when(offer(time=now.isoformat())) == "15:42"
    assert when(offer(time=day.isoformat())) == f"{day.month}月{day.day}日 15:42"


@pytest.mark.parametrize("time", ["", "yesterday", "9999-99-99", "2026-11-21T15:42:00+99:00"])
def test_a_time_that_is_none_is_left_out(time):
    assert when(offer(time=time)) == ""


@pytest.mark.parametrize("base", Base)
def test_every_sentence_is_whole(base):
    said = sentence_of(offer(base, parent=Path("/a/表.json"), time=datetime.now().isoformat()))
    assert said.startswith("“表.json”有 ")
    assert said.endswith("。")
    assert "{" not in said
