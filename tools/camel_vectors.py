"""Writes tests/data/peers/camel.tsv: what CAMeL Tools makes of every code point and of texts.txt.

    python3 -m venv VENV
    VENV/bin/pip install --no-deps camel-tools==1.6.0 emoji future six
    VENV/bin/python tools/camel_vectors.py

The form of the file is told in tools/README.md.
"""

import datetime
import pathlib
import re

import camel_tools
from camel_tools.utils.dediac import dediac_ar
from camel_tools.utils.normalize import normalize_alef_ar, normalize_alef_maksura_ar, normalize_teh_marbuta_ar

from peer_texts import ROOT, visible


def camel(text):
    for step in (dediac_ar, normalize_alef_ar, normalize_alef_maksura_ar, normalize_teh_marbuta_ar):
        text = step(text)
    return text


def hexadecimal(text):
    return " ".join("%04X" % ord(c) for c in text)


changed, unchanged = [], 0
for code in (*range(0xD800), *range(0xE000, 0x110000)):
    c = chr(code)
    alone, between = camel(c), camel("\u0628" + c + "\u062A")
    if between != "\u0628" + alone + "\u062A":
        raise SystemExit("U+%04X depends on its neighbours" % code)
    if alone == c:
        unchanged += 1
    else:
        changed.append("c\t%04X\t%s\n" % (code, hexadecimal(alone)))

data = ROOT / "tests/data/peers"
texts = (data / "texts.txt").read_text("utf-8").split("\n")[:-1]
texts = [re.sub(r"\\u\{([0-9A-F]+)\}", lambda m: chr(int(m[1], 16)), text) for text in texts]
date = datetime.datetime.now(datetime.timezone.utc).date()
head = [
    f"# program: CAMeL Tools {camel_tools.__version__} (PyPI: camel-tools), licence MIT",
    "# functions: dediac_ar, normalize_alef_ar, normalize_alef_maksura_ar, normalize_teh_marbuta_ar, in this order",
    f"# made: {date} by tools/camel_vectors.py; only output of the program, none of its code or data",
    f"# code points run, alone and between two letters: 0000-D7FF E000-10FFFF; unchanged: {unchanged}",
]
out = "".join(line + "\n" for line in head) + "".join(changed)
out += "".join("t\t" + visible(camel(text)) + "\n" for text in texts)
pathlib.Path(data / "camel.tsv").write_text(out, "utf-8", newline="\n")
