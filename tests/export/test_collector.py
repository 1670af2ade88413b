# SPDX-License-Identifier: MIT
"""Claims about the garbage collector while pages are set."""

import gc

import pytest

from export.collector import collector_paused
from export.pdf import write_pdf
from model.arithmetic import figures
from model.templates import load_template
from tests.bench.forms import long_form


def test_no_collection_runs_meanwhile_and_all_is_as_before_afterwards():
    with collector_paused():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_a_failure_leaves_the_collector_running():
    with pytest.raises(ValueError, match="broken"), collector_paused():
        raise ValueError("broken")
    assert gc.isenabled()


def test_a_collector_that_was_off_stays_off():
    with collector_paused():
        with collector_paused():
            pass
        assert not gc.isenabled()


def test_an_export_is_let_go_without_the_collector(fonts):
    form = long_form(200)
    template = load_template(form.template)
    gc.collect()
    with collector_paused():
        write_pdf(form, template, figures=figures(form, template), draft_mark=False, fonts=fonts)
        assert gc.collect() < 1000  # of more than 20,000 records
