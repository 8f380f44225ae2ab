//! warraq as SQL functions, on the embedded engine and on a cluster.

pub mod cluster;
pub mod functions;

use std::path::Path;
use std::sync::Arc;

use datafusion::arrow::array::{Int64Array, RecordBatch, StringArray};
use datafusion::arrow::util::pretty::pretty_format_batches;
use datafusion::dataframe::DataFrameWriteOptions;
use datafusion::error::Result;
use datafusion::prelude::{ParquetReadOptions, SessionContext};

/// What the examples ask when no query is given: how often which day is meant in the texts.
pub const QUERY: &str = "\
SELECT date['resolved'] AS day, count(*) AS texts, min(date['text']) AS written
FROM (SELECT unnest(arabic_dates(text, '2024-01-15')) AS date FROM texts)
WHERE date['resolved'] IS NOT NULL
GROUP BY day ORDER BY day";

/// A session of the embedded engine that knows the functions.
pub fn embedded() -> SessionContext {
    let session = SessionContext::new();
    for function in functions::functions() {
        session.register_udf(function.as_ref().clone());
    }
    session
}

/// Makes a Parquet file or a folder of them the table `texts`, with the columns `id` and `text`.
pub async fn register(session: &SessionContext, data: &str) -> Result<()> {
    session.register_parquet("texts", data, ParquetReadOptions::default()).await
}

/// The rows of a query as a table.
pub async fn run(session: &SessionContext, query: &str) -> Result<String> {
    Ok(pretty_format_batches(&session.sql(query).await?.collect().await?)?.to_string())
}

/// Writes `rows` texts in `files` Parquet files below a folder: the paragraphs of this repository, over and over.
pub async fn sample(folder: &Path, rows: usize, files: usize) -> Result<()> {
    let paragraphs: Vec<&str> =
        [include_str!("../../data/page.txt"), include_str!("../../search/texts/news.txt")]
            .iter()
            .flat_map(|text| text.split("\n\n"))
            .map(str::trim)
            .filter(|paragraph| !paragraph.is_empty())
            .collect();
    for file in 0..files {
        let ids = (file..rows).step_by(files);
        let texts = ids.clone().map(|id| paragraphs[id % paragraphs.len()]);
        let batch = RecordBatch::try_from_iter([
            ("id", Arc::new(Int64Array::from_iter_values(ids.map(|id| id as i64))) as _),
            ("text", Arc::new(StringArray::from_iter_values(texts)) as _),
        ])?;
        let path = folder.join(format!("part-{file}.parquet")).display().to_string();
        let frame = SessionContext::new().read_batch(batch)?;
        frame.write_parquet(&path, DataFrameWriteOptions::new().with_single_file_output(true), None).await?;
    }
    Ok(())
}
