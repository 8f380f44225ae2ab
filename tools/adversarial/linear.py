"""Instructions at n, 2n and 4n bytes of every stage on every hostile text, counted by callgrind: the increment
from 2n to 4n must be twice that from n to 2n. Prints the worst and fails above 2.02. Below four instructions a byte
the copying of the text itself tells more than the stage, and a step that grows cannot hide there at four times the
size; such cases are counted, not judged. Usage: linear.py [BYTES] [STAGE…]"""

import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

PROGRAM = "tools/adversarial/target/release/warraq-adversarial"
bytes_ = int(sys.argv[1]) if len(sys.argv) > 1 else 1 << 16
listed = [line.split("\t") for line in subprocess.check_output([PROGRAM, "list"], text=True).splitlines()]
stages = sys.argv[2:] or [name for kind, name in listed if kind == "stage"]
texts = [name for kind, name in listed if kind == "text"]


def instructions(stage, text, size):
    command = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", PROGRAM, "run", stage, text, str(size)]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stderr
    return int(re.search(r"Collected : (\d+)", told)[1])


def ratio(case):
    stage, text = case
    once, twice, four = (instructions(stage, text, bytes_ * n) for n in (1, 2, 4))
    return (four - twice) / max(twice - once, 1), (four - twice) / (2 * bytes_), stage, text


LEAST = 4
cases = [(stage, text) for stage in stages for text in texts]
with ThreadPoolExecutor(2) as pool:
    every = list(pool.map(ratio, cases))
found = sorted((row for row in every if row[1] >= LEAST), reverse=True)
for grows, each, stage, text in found[:15]:
    print(f"{grows:6.3f}  {each:8.1f} instructions a byte  {stage}: {text}")
over = [row for row in found if row[0] > 2.02]
print(f"{len(found)} cases judged of {len(every)}, {len(over)} above 2.02, worst {found[0][0]:.3f}")
sys.exit(bool(over))
