//! `embedded`, `distributed`: the same query on the engine inside this process, and on a scheduler and two executors
//! that are started for it. `sample`, `scheduler` and `executor` are the parts.

use std::error::Error;
use std::path::Path;
use std::process::{Child, Command};
use std::time::{Duration, Instant};

use warraq_ballista::{QUERY, cluster, embedded, register, run, sample};

const USAGE: &str = "usage:
  sample FOLDER [ROWS]                 writes a sample of texts as Parquet
  embedded FOLDER [QUERY]              a query over the table `texts`
  distributed FOLDER [QUERY]           the same on a scheduler and two executors
  scheduler PORT
  executor PORT SCHEDULER-PORT FOLDER";

/// Killed when the query is done.
struct Started(Vec<Child>);

impl Drop for Started {
    fn drop(&mut self) {
        for child in &mut self.0 {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let start = Instant::now();
    match arguments[..] {
        ["sample", folder] => sample(Path::new(folder), 20_000, 8).await?,
        ["sample", folder, rows] => sample(Path::new(folder), rows.parse()?, 8).await?,
        ["embedded", folder, ref query @ ..] => {
            let session = embedded();
            register(&session, folder).await?;
            println!("{}", run(&session, query.first().unwrap_or(&QUERY)).await?);
            eprintln!("{:.2} s", start.elapsed().as_secs_f64());
        }
        ["distributed", folder, ref query @ ..] => {
            let program = std::env::current_exe()?;
            let mut started = Started(Vec::new());
            let mut spawn = |arguments: &[&str]| -> std::io::Result<()> {
                started.0.push(Command::new(&program).args(arguments).spawn()?);
                Ok(())
            };
            let work = std::env::temp_dir().join(format!("warraq-ballista-{}", std::process::id()));
            spawn(&["scheduler", "50250"])?;
            for (port, name) in [("50260", "one"), ("50270", "two")] {
                let work = work.join(name);
                std::fs::create_dir_all(&work)?;
                spawn(&["executor", port, "50250", &work.display().to_string()])?;
            }
            tokio::time::sleep(Duration::from_secs(3)).await;
            let start = Instant::now();
            let session = cluster::session(50250).await?;
            register(&session, folder).await?;
            println!("{}", run(&session, query.first().unwrap_or(&QUERY)).await?);
            eprintln!("{:.2} s", start.elapsed().as_secs_f64());
            drop(started);
            std::fs::remove_dir_all(work)?;
        }
        ["scheduler", port] => cluster::scheduler(port.parse()?).await?,
        ["executor", port, scheduler, folder] => {
            cluster::executor(port.parse()?, scheduler.parse()?, folder.to_owned()).await?;
        }
        _ => eprintln!("{USAGE}"),
    }
    Ok(())
}
