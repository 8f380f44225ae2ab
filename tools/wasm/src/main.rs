//! `warraq-wasm FILE…`: the hash of every line, for `run.mjs` to agree with.

use std::io::{self, Write as _};

fn main() -> io::Result<()> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    for file in std::env::args().skip(1) {
        for line in std::fs::read_to_string(file)?.split('\n') {
            writeln!(out, "{:016x}", warraq_wasm::hash(line))?;
        }
    }
    out.flush()
}
