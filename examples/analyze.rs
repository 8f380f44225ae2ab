//! Sentences, tokens, numbers and dates of a text, for people or as JSON Lines.
//!
//! `cargo run --release --example analyze -- [OPTIONS] [FILE…]`, standard input without a file.

use std::io::{self, BufWriter, Read, Write};
use std::process::ExitCode;

use serde_json::{Map, Value as Json, json};
use warraq::class::{NumeralSystem, NumeralSystems};
use warraq::{
    Analyzer, CivilDate, CliticSegmenter, Context, Entity, Finding, Layers, Mode, Names, Profiles, Role,
    Script, Segment, Segmentation, Sentence, Token, TokenKind, Unit, UnitKind,
};

const USAGE: &str =
    "usage: analyze [--json] [--lines] [--layers sentence,token,entity] [--clitics] [--reference YYYY-MM-DD]
               [--region CC] [--profile dialect,classical] [--mode strict|balanced|recall] [--names] [FILE…]";

struct Options {
    json: bool,
    lines: bool,
    clitics: bool,
    mode: Mode,
    analyzer: Analyzer,
    context: Context,
    files: Vec<String>,
}

fn options(mut arguments: impl Iterator<Item = String>) -> Result<Option<Options>, String> {
    let mut options = Options {
        json: false,
        lines: false,
        clitics: false,
        mode: Mode::Balanced,
        analyzer: Analyzer::new(),
        context: Context::new(),
        files: Vec::new(),
    };
    while let Some(argument) = arguments.next() {
        // `--option value` and `--option=value`.
        let (name, attached) = match argument.split_once('=') {
            Some((name, value)) if name.starts_with("--") => (name.to_owned(), Some(value.to_owned())),
            _ => (argument.clone(), None),
        };
        let takes_value =
            matches!(name.as_str(), "--layers" | "--reference" | "--region" | "--mode" | "--profile");
        if attached.is_some() && !takes_value {
            return Err(format!("unknown option {argument}"));
        }
        let mut value =
            || attached.clone().or_else(|| arguments.next()).ok_or(format!("{name} needs a value"));
        match name.as_str() {
            "--help" | "-h" => return Ok(None),
            "--json" => options.json = true,
            "--lines" => options.lines = true,
            "--clitics" => options.clitics = true,
            "--names" => options.analyzer = options.analyzer.names(Names::Report),
            "--layers" => {
                let mut layers = Layers::NONE;
                for layer in value()?.split(',') {
                    layers = layers.with(match layer {
                        "sentence" => Layers::SENTENCES,
                        "token" => Layers::TOKENS,
                        "entity" => Layers::ENTITIES,
                        other => return Err(format!("unknown layer {other:?}: sentence, token or entity")),
                    });
                }
                options.analyzer = options.analyzer.layers(layers);
            }
            "--reference" => {
                let value = value()?;
                let day =
                    value.parse::<CivilDate>().map_err(|_| format!("{value:?} is no date: YYYY-MM-DD"))?;
                options.context = options.context.reference(day);
            }
            "--region" => {
                let value = value()?;
                let region =
                    value.parse().map_err(|_| format!("{value:?} is no region: two letters such as MA"))?;
                options.analyzer = options.analyzer.region(region);
            }
            "--mode" => {
                options.mode = match value()?.as_str() {
                    "strict" => Mode::Strict,
                    "balanced" => Mode::Balanced,
                    "recall" => Mode::Recall,
                    other => return Err(format!("unknown mode {other:?}: strict, balanced or recall")),
                };
                options.analyzer = options.analyzer.mode(options.mode);
            }
            "--profile" => {
                let mut profiles = Profiles::NONE;
                for profile in value()?.split(',') {
                    profiles = profiles.with(match profile {
                        "dialect" => Profiles::DIALECT,
                        "classical" => Profiles::CLASSICAL,
                        other => return Err(format!("unknown profile {other:?}: dialect or classical")),
                    });
                }
                options.analyzer = options.analyzer.profiles(profiles);
            }
            "--" => options.files.extend(arguments.by_ref()),
            file if !file.starts_with('-') || file == "-" => options.files.push(argument),
            _ => return Err(format!("unknown option {argument}")),
        }
    }
    if options.files.is_empty() {
        options.files.push("-".to_owned());
    }
    Ok(Some(options))
}

fn main() -> ExitCode {
    let options = match options(std::env::args().skip(1)) {
        Ok(Some(options)) => options,
        Ok(None) => {
            println!("{USAGE}");
            return ExitCode::SUCCESS;
        }
        Err(message) => {
            eprintln!("analyze: {message}\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    match run(&options) {
        Ok(code) => code,
        // The reader of a pipe may stop early.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("analyze: {error}");
            ExitCode::from(2)
        }
    }
}

fn run(options: &Options) -> io::Result<ExitCode> {
    let mut out = BufWriter::new(io::stdout().lock());
    let mut code = ExitCode::SUCCESS;
    let mut doc = 0;
    for file in &options.files {
        let text = match read(file) {
            Ok(text) => text,
            Err(message) => {
                // The other files go on, and keep their own index.
                out.flush()?;
                eprintln!("analyze: {file}: {message}");
                code = ExitCode::from(2);
                doc += usize::from(!options.lines);
                continue;
            }
        };
        let documents: Vec<&str> = if options.lines { text.lines().collect() } else { vec![&text] };
        for document in documents {
            if options.json {
                json_lines(&mut out, options, doc, document)?;
            } else {
                for_people(&mut out, options, document)?;
            }
            doc += 1;
        }
    }
    out.flush()?;
    Ok(code)
}

fn read(file: &str) -> Result<String, String> {
    let mut bytes = Vec::new();
    match file {
        "-" => io::stdin().lock().read_to_end(&mut bytes).map(drop),
        path => std::fs::File::open(path).and_then(|mut f| f.read_to_end(&mut bytes)).map(drop),
    }
    .map_err(|error| error.to_string())?;
    String::from_utf8(bytes)
        .map_err(|error| format!("not UTF-8 at byte {}", error.utf8_error().valid_up_to()))
}

fn systems(systems: NumeralSystems) -> Json {
    systems.iter().map(|s| Json::from(s.as_str())).collect()
}

fn json_lines(out: &mut impl Write, options: &Options, doc: usize, text: &str) -> io::Result<()> {
    for finding in options.analyzer.analyze(text) {
        let mut object = Map::new();
        let mut set = |key: &str, value: Json| object.insert(key.to_owned(), value);
        set("doc", doc.into());
        set("layer", finding.layer().into());
        set("start", finding.span().start.into());
        set("end", finding.span().end.into());
        set("text", finding.text().into());
        match &finding {
            Finding::Token(token) => {
                set("kind", token.kind().as_str().into());
                if let TokenKind::Word(script) = token.kind() {
                    set("script", script.as_str().into());
                }
                if let Some(word) = segmented(options, token) {
                    set("clitics", word.segments().map(|piece| clitic(&piece)).collect());
                }
                if token.kind() == TokenKind::Number {
                    set("systems", systems(token.systems()));
                }
            }
            Finding::Entity(entity) => {
                set("value", entity.value().to_string().into());
                set("certainty", entity.certainty().as_str().into());
                set("flags", entity.flags().names().map(Json::from).collect());
                if !entity.systems().is_empty() {
                    set("systems", systems(entity.systems()));
                }
                if let Some(unit) = entity.unit() {
                    set("unit", measured(&unit).into());
                }
                if let Some(resolved) = resolved(options, entity) {
                    set("resolved", resolved.into());
                }
            }
            _ => {}
        }
        writeln!(out, "{}", json!(object))?;
    }
    Ok(())
}

/// A word in its pieces, if they are asked for.
fn segmented<'t>(options: &Options, token: &Token<'t>) -> Option<Segmentation<'t>> {
    let arabic = token.kind() == TokenKind::Word(Script::Arabic);
    (options.clitics && arabic).then(|| CliticSegmenter::new().mode(options.mode).token(token))
}

/// Start, end and role of a piece; an article that is not written (`للجنة`) is empty.
fn clitic(piece: &Segment<'_>) -> Json {
    let role = match piece.role() {
        Role::Stem => "stem",
        Role::Pronoun => "enclitic",
        _ => "proclitic",
    };
    json!([piece.span().start, piece.span().end, role])
}

/// A token as it is shown: its pieces joined by `+`.
fn pieces(options: &Options, token: &Token<'_>) -> String {
    let Some(word) = segmented(options, token) else { return isolated(token.text()) };
    let pieces: Vec<&str> =
        word.segments().map(|piece| piece.text()).filter(|text| !text.is_empty()).collect();
    isolated(&pieces.join("+"))
}

/// What the value resolves to, once a reference date is given.
fn resolved(options: &Options, entity: &Entity<'_>) -> Option<String> {
    entity.resolve(&options.context).ok().map(|r| r.to_string())
}

/// What a number counts: `USD`, `dinar` where nothing says whose, `km`.
fn measured(unit: &Unit<'_>) -> String {
    match unit.kind() {
        UnitKind::Currency(name) | UnitKind::CurrencyFamily(name) | UnitKind::Measure(name) => {
            name.to_owned()
        }
        _ => unit.text().to_owned(),
    }
}

/// Isolates text in either direction, so that a line reads well in a terminal that knows bidi.
fn isolated(text: &str) -> String {
    format!("\u{2068}{}\u{2069}", text.replace(['\n', '\r'], " "))
}

fn for_people(out: &mut impl Write, options: &Options, text: &str) -> io::Result<()> {
    let mut sentences = 0;
    let mut tokens = Vec::new();
    let mut entities = Vec::new();
    for finding in options.analyzer.analyze(text) {
        match finding {
            Finding::Sentence(sentence) => {
                details(out, options, &mut tokens, &mut entities)?;
                sentences += 1;
                heading(out, sentences, &sentence)?;
            }
            Finding::Token(token) => tokens.push(token),
            Finding::Entity(entity) => entities.push(entity),
            _ => {}
        }
    }
    details(out, options, &mut tokens, &mut entities)
}

fn heading(out: &mut impl Write, number: usize, sentence: &Sentence<'_>) -> io::Result<()> {
    writeln!(out, "{number:>3}  {}", isolated(sentence.text()))
}

/// The tokens and the findings of one sentence.
fn details(
    out: &mut impl Write,
    options: &Options,
    tokens: &mut Vec<Token<'_>>,
    entities: &mut Vec<Entity<'_>>,
) -> io::Result<()> {
    if !tokens.is_empty() {
        let texts: Vec<String> = tokens.drain(..).map(|t| pieces(options, &t)).collect();
        writeln!(out, "     {} tokens: {}", texts.len(), texts.join(" | "))?;
    }
    for entity in entities.drain(..) {
        let mut line = format!("     * {}  {}", isolated(entity.text()), entity.value());
        if let Some(resolved) = resolved(options, &entity) {
            line = format!("{line} => {resolved}");
        }
        let mut notes = vec![entity.certainty().as_str().to_owned()];
        if !entity.systems().is_empty() {
            notes.push(entity.systems().iter().map(NumeralSystem::as_str).collect::<Vec<_>>().join("+"));
        }
        notes.extend(entity.unit().map(|unit| format!("of {}", measured(&unit))));
        notes.extend(entity.flags().names().map(str::to_owned));
        writeln!(out, "{line}  ({})", notes.join(", "))?;
    }
    Ok(())
}
