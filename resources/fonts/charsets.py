# SPDX-License-Identifier: MIT
"""The sets of characters that the built fonts are cut to."""

from collections.abc import Iterable

# Characters of 通用规范汉字表 (国发〔2013〕23号, 8,105 characters) that GBK lacks: 276, in code order.
# Names of people and places need them (鿏, 𬭚, 𬱖).
STANDARD_BEYOND_GBK = (
    "㑇㑊㕮㘎㙍㙘㙦㛃㛚㛹㟃㠇㠓㤘㥄㧐㧑㧟㫰㬊㬎㬚㭎㭕㮾㰀㳇㳘㳚㴔㵐㶲㸆㸌㺄㻬㽏㿠䁖䂮"
    "䃅䃎䅟䌹䎃䎖䏝䏡䏲䐃䓖䓛䓨䓫䓬䗖䗛䗪䗴䜣䝙䢺䢼䣘䥽䦃䲟䲠䲢䴓䴔䴕䴖䴗䴘䴙䶮鿍鿎鿏"
    "𠅤𠙶𠳐𡎚𡐓𣗋𣲗𣲘𣸣𤧛𤩽𤫉𥔲𥕢𥖨𥻗𦈡𦒍𦙶𦝼𦭜𦰡𧿹𨐈𨙸𨚕𨟠𨭉𨱇𨱏𨱑𨱔𨺙𩽾𩾃𩾌𪟝𪣻𪤗𪨰"
    "𪨶𪩘𪾢𫄧𫄨𫄷𫄸𫇭𫌀𫍣𫍯𫍲𫍽𫐄𫐐𫐓𫑡𫓧𫓯𫓶𫓹𫔍𫔎𫔶𫖮𫖯𫖳𫗧𫗴𫘜𫘝𫘦𫘧𫘨𫘪𫘬𫚕𫚖𫚭𫛭"
    "𫞩𫟅𫟦𫟹𫟼𫠆𫠊𫠜𫢸𫫇𫭟𫭢𫭼𫮃𫰛𫵷𫶇𫷷𫸩𬀩𬀪𬂩𬃊𬇕𬇙𬇹𬉼𬊈𬊤𬌗𬍛𬍡𬍤𬒈𬒔𬒗𬕂𬘓𬘘𬘡"
    "𬘩𬘫𬘬𬘭𬘯𬙂𬙊𬙋𬜬𬜯𬞟𬟁𬟽𬣙𬣞𬣡𬣳𬤇𬤊𬤝𬨂𬨎𬩽𬪩𬬩𬬭𬬮𬬱𬬸𬬹𬬻𬬿𬭁𬭊𬭎𬭚𬭛𬭤𬭩𬭬"
    "𬭯𬭳𬭶𬭸𬭼𬮱𬮿𬯀𬯎𬱖𬱟𬳵𬳶𬳽𬳿𬴂𬴃𬴊𬶋𬶍𬶏𬶐𬶟𬶠𬶨𬶭𬶮𬷕𬸘𬸚𬸣𬸦𬸪𬹼𬺈𬺓"
)

# The blocks that hold hanzi: URO with extension A, compatibility hanzi, planes 2 and 3.
HANZI_BLOCKS = (
    range(0x3400, 0x4DC0),
    range(0x4E00, 0xA000),
    range(0xF900, 0xFB00),
    range(0x20000, 0x40000),
)

# The hanzi of GB 18030-2022: URO, extensions A to F, and 21 compatibility hanzi taken over from GBK.
GB18030_BLOCKS = (
    range(0x3400, 0x4DB6),
    range(0x4E00, 0x9FF0),
    range(0x20000, 0x2A6D7),
    range(0x2A700, 0x2B735),
    range(0x2B740, 0x2B81E),
    range(0x2B820, 0x2CEA2),
    range(0x2CEB0, 0x2EBE1),
)


def is_hanzi(code: int) -> bool:
    return any(code in block for block in HANZI_BLOCKS)


def hanzi_among(codes: Iterable[int]) -> frozenset[int]:
    return frozenset(filter(is_hanzi, codes))


def gbk_hanzi() -> frozenset[int]:
    """All 20,923 hanzi of GBK, as Python's codec knows them."""
    pairs = (bytes((lead, trail)) for lead in range(0x81, 0xFF) for trail in range(0x40, 0xFF))
    decoded = (pair.decode("gbk", errors="ignore") for pair in pairs)
    return hanzi_among(ord(character) for character in decoded if len(character) == 1)


def everyday_hanzi() -> frozenset[int]:
    """GBK with 通用规范汉字表: what headings and the screen need."""
    return gbk_hanzi() | frozenset(map(ord, STANDARD_BEYOND_GBK))


def gb18030_hanzi() -> frozenset[int]:
    """All 87,896 hanzi of GB 18030-2022."""
    compatibility = (code for code in gbk_hanzi() if code in range(0xF900, 0xFB00))
    return frozenset(code for block in GB18030_BLOCKS for code in block) | frozenset(compatibility)
