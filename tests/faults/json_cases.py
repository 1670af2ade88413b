# SPDX-License-Identifier: MIT
"""JSON that is allowed, forbidden or left open, class by class, after what RFC 8259 says of each.

The classes are those of the public suites (arrays, numbers, objects, strings, structure, white space); the
cases are our own.
"""

from __future__ import annotations

from itertools import product
from typing import NamedTuple


class Case(NamedTuple):
    """One text, and whether a reader must take it; None: it may do either."""

    content: bytes
    allowed: bool | None
    kind: str


WHOLE = '{"甲": [1, -2.5e3, "b\\u4e2d\\n", true, false, null, {}], "": {"x": []}}'.encode()
SPACES = (b"", b" ", b"\t", b"\n", b"\r", b" \r\n\t ")
NUMBERS = (
    b"0 -0 7 -7 10 123 1.0 0.5 -0.5 1e1 1E1 1e+1 1e-1 1.5e10 -1.5E-10 0e0 0e+1 20e1 1.000 123456789 4e-9"
).split()
NO_NUMBERS = (
    b"+1 ++1 +Inf -Inf Inf NaN -NaN Infinity -Infinity 01 -01 00 -00 012 .5 -.5 +.5 1. -1. 1.e1 0.e1 1e 1e+"
    b" 1e- 1E 1E+ 1.5e 1.5e+ e1 -e1 - -- --1 1-1 1+1 1e1.5 1e1e1 1.2.3 0x1 0xF -0x1 0b1"
    b" 0o7 1_000 1,5x 1a 1ea 1.a"
    b" - 1f 1L 5d \xef\xbc\x91 \xd9\xa1 -\xef\xbc\x91 1\xef\xbc\x8e5 \xe2\x88\x921"
    b" 1\xc2\xa02 nan inf 1/2 $1 1% 9.e9"
).split()
ESCAPES = (
    rb"\" \\ \/ \b \f \n \r \t \u0000 \u001f \u0041 \u00e9 \u4E2D \uFFFF \ud834\udd1e \uD83D\uDE00 \\u0041"
).split()
NO_ESCAPES = (
    *rb"\a \v \0 \1 \x41 \' \U0041 \u \u0 \u00 \u004 \uG000 \u00G0 \u-001 \u+041 \N \z \%".split(),
    *(b"\\\n", b"\\ ", b"\\\t", b"\\\xe4\xb8\xad", b"\\\xff"),
)
TEXTS = (
    "", " ", "a", "中文", "é", "\u2028", "\u2029", "\ufeff", "\x7f", "\u0085", "\U00020bb7", "😀", "/", "'",
    "//", "a/*b*/c", "[]", "{}", ",", ":", "\u200b", "\ufffe", "\uffff", "null", "０", "\U0010ffff",
)  # fmt: skip
BAD_BYTES = (
    b"\xff", b"\xfe", b"\xc0\x80", b"\xc3", b"\xe4\xb8", b"\x80", b"\xbf",
    b"\xf4\x90\x80\x80", b"\xf8\x88\x80\x80\x80", b"\xe0\x80\xaf", b"\xd6\xd0", b"\xf0\x80\x80\x80",
)  # fmt: skip
ALLOWED = (
    b"true", b"false", b"null", b'""', b"[]", b"{}", b"[[]]", b"[{}]", b"[[[]],[]]", b"[1,2]", b'["a","b"]',
    b"[null]", b"[1,null,true]", b'{"a":1}', b'{"a":{}}', b'{"a":[]}', b'{"":0}', b'{"a":1,"b":2}',
    b'{"a":{"a":{"a":0}}}', b'{"\\u0061":1}', b'{"\\"":1}', b'[ 1 ,\n2 ]', b'{ "a" : 1 }',
    b"[" * 50 + b"]" * 50, '{"年度":2024}'.encode(), b'[""]', b'[1]\n', b'\n[1]',
    b'{"x":[{"id":"' + b"x" * 60 + b'"}]}',
)  # fmt: skip
FORBIDDEN = (
    # arrays
    b"[1 2]", b"[1,]", b"[,1]", b"[1,,2]", b"[,]", b"[1", b"[", b"]", b"[1]]", b"[[1]", b"[1}", b"[1:2]",
    b"[a]", b"[*]", b"[1;2]", b"['a']", b"[1,\n", b"[\"a", b"[\"a\",", b"[\"a\" 1]", b"[\x00]", b"[1]x",
    b"[1],", b"[1][2]", b"(1)",
    # objects
    b"{", b"}", b"{1:1}", b"{a:1}", b"{'a':1}", b'{"a"}', b'{"a":}', b'{"a":1,}', b'{,"a":1}',
    b'{"a":1 "b":2}', b'{"a" 1}', b'{"a"::1}', b'{"a":1:2}', b'{"a":1,,"b":2}', b'{"a"=1}', b'{"a"=>1}',
    b'{null:1}', b'{[]:1}', b'{"a":1}}', b'{"a":1]', b'{"a":"b"', b'{"a', b'{"a":1}#', b'{"a":1}//',
    b'{"a":1}/**/', b'{"a":/**/1}', b'{"a":1,b:2}', b'{"a":1;}', b'{"a":x}', b'{"a":"b"}}', b'{""}',
    b'{:1}', b'{"a":1,"b"}', b'{"a":1,"b":}', b'{"a":1}{"b":2}', b'{"a":\'b\'}', b'{"a" "b":1}',
    # literals and structure
    b"True", b"FALSE", b"None", b"nul", b"tru", b"fals", b"truex", b"nulll", b"undefined", b"NULL",
    b"true false", b"a", b"*", b",", b":", b'"', b'"a', b'"a\\', b"'a'", b"\\", b"\\n", b"\\u0041", b"/",
    b"//a", b"/**/", b"#", b"<a/>", b"&", b"@", b"~", b"\xef\xbb\xbf", b"\xef\xbb\xbf\xef\xbb\xbf1",
    b"\xe2\x80\x8b1", b"\xc2\xa01", b"1\x00", b"\x001", b"\x0c1", b"\x0b1", b"\x1a", b"[1]\x00",
    b"\xe2\x81\xa01", b'""""', b'"a""b"', b'"a" "b"', b'"a"b', b'{"a":"b}', b'["a\\"]', b'["\\"]',
)  # fmt: skip
OPEN = (
    b'"\xed\xa0\x80"',
    b"1e400", b"-1e400", b"1e-400", b"123123e100000", b"0.4e006699999999999999999999999999999999999999",
    b"100000000000000000000", b"-9223372036854775809", b"1" + b"0" * 400, b"0." + b"1" * 400, b'"\\ud800"',
    b'"\\udc00"', b'"\\ud800x"', b'"\\ud800\\ud800"', b'"\\udc00\\ud800"', b'"\\ud800\\u0041"',
    b'"x\\uD83D"', b"[" * 500 + b"]" * 500, b'{"a":' * 500 + b"1" + b"}" * 500, b"\xef\xbb\xbf[]",
    "[1]".encode("utf-16"), "[1]".encode("utf-16-le"), "[1]".encode("utf-16-be"), '["é"]'.encode("latin-1"),
    '["中"]'.encode("gbk"),
)  # fmt: skip
TURNED = (  # texts that readers are known to turn into different values
    b'{"a":1,"a":2}', b'{"a":1,"a":1}', b'{"a":1,"\\u0061":2}', b'{"\xc3\xa9":1,"e\xcc\x81":2}',
    b'{"\xe2\x84\xab":1,"\xc3\x85":2}', b"-0", b"1.0", b"1e1", b"1.000000000000000005", b"9007199254740993",
    b"9223372036854775808", b"0.1", b"1E5", b'"\\u0000"', b'"\\ud834"', b'"\\udd1e"', b'"\\udd1e\\ud834"',
    b'"\\ud834\\ud834\\udd1e"', b'"\xf0\x9d\x84\x9e"', b'"A\\u030a"', b"123456789012345678901234567890",
    b"1e-999",
)  # fmt: skip


def cases() -> list[Case]:
    """Return all cases."""
    quoted = [b'"%s"' % text.encode() for text in TEXTS]
    allowed = {
        "number": NUMBERS,
        "escape": [b'"%s"' % one for one in ESCAPES],
        "text": quoted,
        "structure": ALLOWED,
        "white space": [before + b"[" + within + b"]" for before, within in product(SPACES[::2], SPACES)],
    }
    forbidden = {
        "number": NO_NUMBERS,
        "escape": [b'"%s"' % one for one in NO_ESCAPES],
        "control": [b'"%c"' % code for code in range(32)],
        "structure": FORBIDDEN,
        "cut short": [WHOLE[:end] for end in range(1, len(WHOLE))],
        "bytes": [b'"%s"' % one for one in BAD_BYTES],
    }
    every = [Case(one, True, kind) for kind, found in allowed.items() for one in found]
    every += [Case(one, False, kind) for kind, found in forbidden.items() for one in found]
    return every + [Case(one, None, "open") for one in OPEN] + [Case(one, None, "turned") for one in TURNED]
