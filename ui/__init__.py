# SPDX-License-Identifier: MIT
"""The window: Qt as a coat the form wears."""
