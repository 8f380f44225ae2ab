//! The tool as it is run: killed at random moments and started again, it writes what it writes without that.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("warraq-corpus-{name}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// Text files of every kind, with duplicates that differ in marks, digits and spaces.
fn inputs() -> PathBuf {
    let folder = folder("in");
    let page = include_str!("../../data/page.txt");
    fs::write(folder.join("page.txt"), page).unwrap();
    let mut lines = String::new();
    for i in 0..400 {
        lines += &format!(
            "{}\n",
            serde_json::json!({ "text": format!("وَصَلَ الوَفدُ رقم {i} عام {}. ثم غـــادر.", 1990 + i % 20) })
        );
        lines += &format!(
            "{}\n",
            serde_json::json!({ "text": format!("وصل  الوفد رقم {i} عام {}. ثم غادر.", 1990 + i % 20) })
        );
    }
    let mut file = flate2::write::GzEncoder::new(
        fs::File::create(folder.join("lines.jsonl.gz")).unwrap(),
        flate2::Compression::fast(),
    );
    file.write_all(lines.as_bytes()).unwrap();
    file.finish().unwrap();
    fs::write(folder.join("again.txt.zst"), zstd::encode_all(page.as_bytes(), 1).unwrap()).unwrap();
    folder
}

fn command(out: &Path, inputs: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_warraq-corpus"));
    command.args(["--batch", "3000"]).arg(out).arg(inputs).stdout(Stdio::piped()).stderr(Stdio::null());
    command
}

fn read(out: &Path) -> Vec<String> {
    let mut files: Vec<_> = fs::read_dir(out).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "jsonl"));
    files.sort();
    files
        .iter()
        .flat_map(|path| fs::read_to_string(path).unwrap().lines().map(str::to_owned).collect::<Vec<_>>())
        .collect()
}

#[test]
fn killed_and_started_again_it_writes_the_same() {
    let inputs = inputs();
    let whole = folder("whole");
    let output = command(&whole, &inputs).output().unwrap();
    assert!(output.status.success());
    let summary: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let expected = read(&whole);
    // Every second line, and the whole page, come twice.
    assert_eq!(summary["written"], expected.len());
    assert_eq!(summary["duplicates"].as_u64().unwrap(), 400 + (expected.len() as u64 - 400));
    assert!(summary["dates per year"]["1990"].as_u64().unwrap() >= 40, "{summary}");
    assert!(summary["normalized"]["tatweel"].as_u64().unwrap() >= 400, "{summary}");

    let cut = folder("cut");
    let mut kills = 0;
    loop {
        let mut child = command(&cut, &inputs).spawn().unwrap();
        std::thread::sleep(Duration::from_millis(3 + kills * 7 % 40));
        if child.try_wait().unwrap().is_some() || kills > 200 {
            child.wait().unwrap();
            break;
        }
        child.kill().unwrap();
        child.wait().unwrap();
        kills += 1;
    }
    assert!(kills > 0);
    let last = command(&cut, &inputs).output().unwrap();
    assert!(last.status.success());
    assert_eq!(read(&cut), expected, "after {kills} kills");
    assert_eq!(serde_json::from_slice::<serde_json::Value>(&last.stdout).unwrap(), summary);
}

#[test]
fn parquet_holds_the_same_sentences() {
    use parquet::file::reader::{FileReader as _, SerializedFileReader};
    let inputs = inputs();
    let (lines, columns) = (folder("lines"), folder("columns"));
    assert!(command(&lines, &inputs).status().unwrap().success());
    assert!(command(&columns, &inputs).args(["--format", "parquet"]).status().unwrap().success());
    let lines = read(&lines);
    let sentences = lines.iter().map(|line| {
        serde_json::from_str::<serde_json::Value>(line).unwrap()["sentences"].as_array().unwrap().len()
    });
    let mut rows = 0;
    for entry in fs::read_dir(&columns).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|ending| ending == "parquet") {
            let reader = SerializedFileReader::new(fs::File::open(path).unwrap()).unwrap();
            rows += reader.get_row_iter(None).unwrap().count();
        }
    }
    assert_eq!(rows, sentences.sum::<usize>());
}
