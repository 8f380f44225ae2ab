"""Writes umm_al_qura_printed.tsv: the printed Umm al-Qura calendar as PyPI hijridate has it.

    pip install hijridate==2.6.0
    python tables/data/umm_al_qura_printed.py > tables/data/umm_al_qura_printed.tsv
"""
from datetime import date
from importlib.metadata import version

from hijridate import Hijri

print("# python tables/data/umm_al_qura_printed.py > tables/data/umm_al_qura_printed.tsv")
print(f"# The printed Umm al-Qura calendar, 1343-1500 AH: PyPI hijridate {version('hijridate')}, MIT,")
print("# Copyright (c) Mohammed Alshehri (LICENSES/hijridate.txt).")
print("# year, first day of Muharram (Gregorian), lengths of the twelve months")
for year in range(1343, 1501):
    months = [Hijri(year, month, 1) for month in range(1, 13)]
    start = date(*months[0].to_gregorian().datetuple())
    print(year, start, *(month.month_length() for month in months), sep="\t")
