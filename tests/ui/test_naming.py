# SPDX-License-Identifier: MIT
"""Claims about the names of a form's files."""

from pathlib import Path, PureWindowsPath

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.builders import complete_form
from tests.ui.hands import document_of
from ui.naming import file_name, page_name


def test_names_offered_fit_every_file_system(qapp):
    document = document_of(complete_form(project_name="甲/乙:“丙”\n<丁>" + "长" * 200))
    assert file_name(document).startswith("2024 甲 乙 “丙” 丁 长长长")
    assert len(page_name(document, public=False, is_draft=True).encode()) < 255


def test_a_form_without_name_is_called_so(qapp):
    assert file_name(document_of(complete_form(project_name="", fiscal_year=None))) == "未命名的自评表"


@pytest.mark.parametrize(
    "name", ["..", "../../x", "/etc/passwd", "C:\\x", "a\0b", ". .", "𠮷" * 200, "\ud800"]
)
def test_a_hostile_name_stays_within_its_folder(qapp, name):
    stays_within(document_of(complete_form(project_name=name, fiscal_year=None)))


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.text(), year=st.none() | st.integers())
def test_no_name_leads_out_of_its_folder(qapp, name, year):
    document = document_of(complete_form())
    document.form.project_name, document.form.fiscal_year = name, year
    stays_within(document)


def stays_within(document):
    for name in (file_name(document), page_name(document, public=False, is_draft=True)):
        assert name == Path(name).name == PureWindowsPath(name).name
        assert name.strip(" .") == name
        assert len(name.encode()) < 250
        assert name.isprintable() or not any(ord(sign) < 32 for sign in name)
