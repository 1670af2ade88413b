# SPDX-License-Identifier: MIT
"""Claims about the stack of pages."""

import sys
from importlib.util import find_spec

import pytest

from tests.ui.hands import golden
from ui.page_stack import MODULES, PageStack


@pytest.mark.parametrize("name", MODULES)
def test_every_module_to_import_is_there(name):
    assert find_spec(name)


def test_all_are_imported_soon_after_a_form_has_come(qtbot, document):
    stack, other = PageStack(document), golden("002-1")
    qtbot.addWidget(stack)
    document.replace(other.form, other.template)
    qtbot.waitUntil(lambda: not stack.is_preparing)
    assert set(MODULES) <= sys.modules.keys()
