//! A folder of Arabic text in a tantivy index, found in every spelling, shown as it was written.

use std::fs;
use std::path::Path;

use tantivy::collector::TopDocs;
use tantivy::query::QueryParser;
use tantivy::schema::{
    Field, IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing, TextOptions, Value,
};
use tantivy::snippet::{Snippet, SnippetGenerator};
use tantivy::{Index, IndexReader, TantivyDocument, doc};
use warraq::tantivy::TermTokenizer;
use warraq::{LetterCase, SearchTerms};

/// The name of the tokenizer in the schema. Who opens the index later registers it again.
const TOKENIZER: &str = "warraq";

/// A paragraph that was found.
pub struct Hit {
    pub score: f32,
    pub path: String,
    pub snippet: Snippet,
}

/// Paragraphs of text files.
pub struct Paragraphs {
    index: Index,
    reader: IndexReader,
    path: Field,
    body: Field,
}

impl Paragraphs {
    /// In memory, or in `folder` if one is given, which is made where it does not exist.
    pub fn new(folder: Option<&Path>) -> tantivy::Result<Self> {
        let mut schema = Schema::builder();
        let path = schema.add_text_field("path", STRING | STORED);
        // Positions, so that "…" finds phrases.
        let terms = TextFieldIndexing::default()
            .set_tokenizer(TOKENIZER)
            .set_index_option(IndexRecordOption::WithFreqsAndPositions);
        let body =
            schema.add_text_field("body", TextOptions::default().set_indexing_options(terms).set_stored());
        let schema = schema.build();
        let index = match folder {
            None => Index::create_in_ram(schema),
            Some(folder) => {
                fs::create_dir_all(folder)?;
                Index::open_or_create(tantivy::directory::MmapDirectory::open(folder)?, schema)?
            }
        };
        // One spelling of capitals, as a query is typed in small letters.
        let terms = SearchTerms::new().letter_case(LetterCase::Lower);
        index.tokenizers().register(TOKENIZER, TermTokenizer::new(terms));
        let reader = index.reader()?;
        Ok(Self { index, reader, path, body })
    }

    /// Adds the paragraphs of every `.txt` file below a folder; how many there were.
    pub fn add_folder(&self, folder: &Path) -> tantivy::Result<usize> {
        let mut writer = self.index.writer(50_000_000)?;
        let mut count = 0;
        let mut folders = vec![folder.to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder)? {
                let path = entry?.path();
                if path.is_dir() {
                    folders.push(path);
                } else if path.extension().is_some_and(|extension| extension == "txt") {
                    let text = fs::read_to_string(&path)?;
                    let name = path.display().to_string();
                    for paragraph in
                        text.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty())
                    {
                        writer.add_document(doc!(self.path => name.as_str(), self.body => paragraph))?;
                        count += 1;
                    }
                }
            }
        }
        writer.commit()?;
        self.reader.reload()?;
        Ok(count)
    }

    /// The best paragraphs for a query in tantivy's language: words, `"phrases"`, `+must`, `-must_not`.
    pub fn search(&self, query: &str, most: usize) -> tantivy::Result<Vec<Hit>> {
        let searcher = self.reader.searcher();
        let query = QueryParser::for_index(&self.index, vec![self.body]).parse_query(query)?;
        let mut snippets = SnippetGenerator::create(&searcher, &*query, self.body)?;
        snippets.set_max_num_chars(160);
        let found = searcher.search(&query, &TopDocs::with_limit(most).order_by_score())?;
        let mut hits = Vec::new();
        for (score, address) in found {
            let document: TantivyDocument = searcher.doc(address)?;
            let path = document.get_first(self.path).and_then(|path| path.as_str()).unwrap_or("").to_owned();
            hits.push(Hit { score, path, snippet: snippets.snippet_from_doc(&document) });
        }
        Ok(hits)
    }
}

/// A snippet with what was found between two marks.
pub fn marked(snippet: &Snippet, before: &str, behind: &str) -> String {
    let text = snippet.fragment();
    let (mut out, mut at) = (String::new(), 0);
    for range in snippet.highlighted() {
        out.push_str(&text[at..range.start]);
        out.extend([before, &text[range.clone()], behind]);
        at = range.end;
    }
    out + &text[at..]
}
