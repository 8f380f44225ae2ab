"""Writes tests/data/peers/texts.txt, the texts that the peers are run on.

    python3 tools/peer_texts.py

One text a line: lines of the sample texts of this repository, some of them again in NFD, and strings
that no one would write. What cannot be seen, and marks that stand on no letter, are written \\u{HEX}.
"""

import pathlib
import unicodedata

ROOT = pathlib.Path(__file__).parent.parent

# File, every how many lines one is taken, and of those every how many again in NFD.
SAMPLES = [
    ("examples/data/page.txt", 1, 1),
    ("benches/data/vocalised.txt", 1, 2),
    ("benches/data/news.txt", 4, 2),
    ("benches/data/mixed.txt", 2, 2),
    ("benches/data/dates.txt", 3, 2),
]

# Code points with a space between the hexadecimal numbers.
STRANGE = [
    # Alef and hamza above, below, madda, in pieces, with vowels and tatweel between.
    "0627 0654", "0627 0655", "0627 0653", "0627 064E 0654", "0627 0640 0654 062F", "0627 0651 0653",
    "0648 0654", "064A 0654", "0649 0654", "06D5 0654", "06C1 0654", "06D2 0654", "0671 0654",
    # Folded letters with marks, in both orders.
    "0628 0651 064E 0020 0628 064E 0651 0020 0628 0651 0640 064E", "0622 0654 0625 0655 0671 0670",
    "0647 064F 06E5 0020 0628 0650 06E6 06DB", "0670 0020 0639 064E 0644 064E 0649 0670",
    # Marks on nothing, tatweel on nothing, at the ends.
    "064E", "0640", "0640 0640 0640", "064E 0628", "0020 0651 0020", "0061 064E 0062 0640 0063",
    "0653 0654 0655 0656 0657 0658 0659 065A 065B 065C 065D 065E 065F", "0610 061A 06D6 06ED 08D3 0898 08F0 08F1",
    # The Hijri mark, in its spellings.
    "0031 0034 0034 0035 0647 0640 0020 0647 0640 0640", "0661 0664 0664 0665 0020 0647 0640 002E", "FEEB 0647 200D",
    # Presentation forms, ligatures, isolated marks.
    "FEFB FEF7 FEF9 FEF5 FE94 FEF0", "FDFA FDF2 FDFD FDFC", "FE70 FE77 FE7F", "FE8D 200F 0654",
    # Invisible controls, joiners, an emoji sequence, the byte order mark.
    "FEFF 0627 064E 0644 200E 0641 200F 0020 061C 202B 0628 202C 2067 062A 2069", "0646 0645 06CC 200C 0634 0648 062F",
    "1F468 200D 1F469 200D 1F467 064E 0629", "2764 FE0F 1F1F8 1F1E6 1F3FD",
    # Digits of several systems, with separators and marks, in one word with letters.
    "0661 066C 0662 0663 0664 066B 0665 066A", "06F1 06F2 066B 06F3", "0661 064E 066B 064E 0662",
    "0967 0968 0031 0662 07C1 0E53 1D7D8 1D7FF 104A1 1E952 11066 FF11 00B2 2460 0BF1 1018A 1EC71",
    "1D7CE 0629 1E950 0649 10D31 0622", "0628 0031 0662 062A 06F3", "0600 0661 0662 06DD 0663 08E2",
    # Other scripts, canonical compositions, line ends.
    "0065 0301 00E9 0041 030A 1100 1161 AC00", "05D0 05B8 0710 0730 0780 07A6 07CA 07EB", "0629 000D 000A 0649 0009 0649 2028 0623",
    # Unassigned and private code points, noncharacters, the last of all.
    "08FF 0890 088F 1EEF2 10EC5 E000 FDD0 FFFE 10FFFF 0629",
    # One mark, one letter, many times.
    " ".join(["0628"] + ["064E"] * 60 + ["0651"] * 60), " ".join(["0640"] * 100), " ".join(["0649"] * 50 + ["0629"] * 50),
]


def visible(text):
    """The text with \\u{HEX} for what cannot be seen and for marks on no letter."""
    out, on = [], False
    for c in text:
        category = unicodedata.category(c)
        on = category[0] == "L" or on and category == "Mn"
        plain = category[0] in "LNPS" or c == " " or category == "Mn" and on
        out.append(c if plain and c != "\\" else "\\u{%X}" % ord(c))
    return "".join(out)


def main():
    texts = []
    for name, every, decomposed in SAMPLES:
        lines = [line for line in (ROOT / name).read_text("utf-8").split("\n") if line][::every]
        texts += lines
        texts += [unicodedata.normalize("NFD", line) for line in lines[::decomposed]]
    texts += ["".join(chr(int(number, 16)) for number in line.split()) for line in STRANGE]
    # The first of each; a line that is NFD already is there once.
    texts = list(dict.fromkeys(texts))
    out = "".join(visible(text) + "\n" for text in texts)
    (ROOT / "tests/data/peers/texts.txt").write_text(out, "utf-8", newline="\n")


if __name__ == "__main__":
    main()
