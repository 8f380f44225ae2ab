//! The cluster finds what the embedded engine finds, also when an executor is killed in the middle.

use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::time::Duration;

use warraq_ballista::{QUERY, cluster, embedded, register, run, sample};

struct Process(Child);

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn start(arguments: &[&str]) -> Process {
    Process(Command::new(env!("CARGO_BIN_EXE_warraq-ballista")).args(arguments).spawn().unwrap())
}

fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("warraq-{name}-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

async fn data(rows: usize) -> String {
    let folder = folder(&format!("texts-{rows}"));
    sample(Path::new(&folder), rows, 16).await.unwrap();
    folder.display().to_string()
}

#[tokio::test(flavor = "multi_thread")]
async fn functions_over_columns() {
    let data = data(16).await;
    let session = embedded();
    register(&session, &data).await.unwrap();
    let table =
        run(&session, "SELECT arabic_normalize(text, 'search') AS key FROM texts ORDER BY id LIMIT 1")
            .await
            .unwrap();
    assert!(table.contains("معرض المخطوطات"), "{table}");
    let table = run(&session, "SELECT sum(cardinality(arabic_tokens(text))) AS n FROM texts").await.unwrap();
    assert!(table.contains("| "), "{table}");
    let table = run(&session, "SELECT unnest(arabic_sentences('وصل د. سامي. ثم غادر.')) AS s").await.unwrap();
    assert!(table.contains("| وصل د. سامي.") && table.contains("| ثم غادر."), "{table}");
    let table =
        run(&session, "SELECT arabic_dates('أمس', '2024-01-15')[1]['resolved'] AS day").await.unwrap();
    assert!(table.contains("day:2024-01-14"), "{table}");
    for nothing in
        ["arabic_normalize(NULL, 'search')", "arabic_tokens(NULL)", "arabic_dates(NULL, '2024-01-15')"]
    {
        let table = run(&session, &format!("SELECT {nothing} IS NULL AS n")).await.unwrap();
        assert!(table.contains("true"), "{nothing}: {table}");
    }
    assert!(run(&session, "SELECT arabic_normalize('ا', 'none')").await.is_err());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_cluster_finds_the_same() {
    let small = data(160).await;
    let large = data(600_000).await;
    let local = embedded();
    register(&local, &small).await.unwrap();
    let expected = run(&local, QUERY).await.unwrap();
    assert!(expected.contains("day:2024-01-15"), "{expected}");

    let _scheduler = start(&["scheduler", "50350"]);
    let work = ["one", "two"].map(|name| folder(name).display().to_string());
    let first = start(&["executor", "50360", "50350", &work[0]]);
    let _second = start(&["executor", "50370", "50350", &work[1]]);
    tokio::time::sleep(Duration::from_secs(4)).await;

    let session = cluster::session(50350).await.unwrap();
    register(&session, &small).await.unwrap();
    assert_eq!(run(&session, QUERY).await.unwrap(), expected);

    let local = embedded();
    register(&local, &large).await.unwrap();
    let expected = run(&local, QUERY).await.unwrap();
    let session = cluster::session(50350).await.unwrap();
    register(&session, &large).await.unwrap();
    let asked = tokio::spawn(async move { run(&session, QUERY).await.map_err(|error| error.to_string()) });
    tokio::time::sleep(Duration::from_millis(400)).await;
    assert!(!asked.is_finished(), "the query is too short for this test");
    drop(first);
    assert_eq!(asked.await.unwrap().unwrap(), expected);
}
