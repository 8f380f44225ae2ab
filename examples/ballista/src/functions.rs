//! The functions of warraq over columns of text.

use std::sync::Arc;

use datafusion::arrow::array::{Array, ArrayRef, AsArray, ListBuilder, StringBuilder, StructBuilder};
use datafusion::arrow::datatypes::{DataType, Field, Fields};
use datafusion::common::cast::as_string_array;
use datafusion::common::{Result, exec_datafusion_err};
use datafusion::logical_expr::{
    ColumnarValue, ScalarFunctionArgs, ScalarUDF, ScalarUDFImpl, Signature, Volatility,
};
use warraq::{ArabicText as _, CivilDate, Context, Normalizer};

/// Which function.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Kind {
    /// `arabic_normalize(text, preset)`: the text by a preset of `Normalizer`.
    Normalize,
    /// `arabic_tokens(text)`: its tokens without white space.
    Tokens,
    /// `arabic_sentences(text)`
    Sentences,
    /// `arabic_dates(text, reference)`: its dates as {text, value, resolved}; the reference is `YYYY-MM-DD`.
    Dates,
}

/// A function by its kind.
#[derive(Debug, PartialEq, Eq, Hash)]
struct Function {
    kind: Kind,
    signature: Signature,
}

/// All functions, to register with a session, a scheduler, or an executor.
pub fn functions() -> Vec<Arc<ScalarUDF>> {
    let function = |kind, arguments| {
        let signature = Signature::uniform(arguments, vec![DataType::Utf8], Volatility::Immutable);
        Arc::new(ScalarUDF::from(Function { kind, signature }))
    };
    vec![
        function(Kind::Normalize, 2),
        function(Kind::Tokens, 1),
        function(Kind::Sentences, 1),
        function(Kind::Dates, 2),
    ]
}

fn date_fields() -> Fields {
    ["text", "value", "resolved"].map(|name| Field::new(name, DataType::Utf8, true)).to_vec().into()
}

impl ScalarUDFImpl for Function {
    fn name(&self) -> &str {
        match self.kind {
            Kind::Normalize => "arabic_normalize",
            Kind::Tokens => "arabic_tokens",
            Kind::Sentences => "arabic_sentences",
            Kind::Dates => "arabic_dates",
        }
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn return_type(&self, _: &[DataType]) -> Result<DataType> {
        let list = |item| DataType::List(Arc::new(Field::new_list_field(item, true)));
        Ok(match self.kind {
            Kind::Normalize => DataType::Utf8,
            Kind::Tokens | Kind::Sentences => list(DataType::Utf8),
            Kind::Dates => list(DataType::Struct(date_fields())),
        })
    }

    fn invoke_with_args(&self, arguments: ScalarFunctionArgs) -> Result<ColumnarValue> {
        let columns = ColumnarValue::values_to_arrays(&arguments.args)?;
        let text = columns.first().ok_or_else(|| exec_datafusion_err!("a text is needed"))?;
        let option = columns.get(1);
        Ok(ColumnarValue::Array(match self.kind {
            Kind::Normalize => normalize(text, option)?,
            Kind::Tokens => {
                lists(text, |text, add| text.arabic_tokens().for_each(|token| add(token.text())))?
            }
            Kind::Sentences => {
                lists(text, |text, add| text.arabic_sentences().for_each(|sentence| add(sentence.text())))?
            }
            Kind::Dates => dates(text, option)?,
        }))
    }
}

/// What the second argument says for a row, made once for a run of equal values: mostly it is a constant.
fn option<T: Clone>(
    column: Option<&ArrayRef>,
    mut make: impl FnMut(Option<&str>) -> Result<T>,
) -> Result<impl FnMut(usize) -> Result<T>> {
    let column = column.cloned().ok_or_else(|| exec_datafusion_err!("a second argument is needed"))?;
    let mut last: Option<(usize, T)> = None;
    Ok(move |row| {
        let all = column.as_string::<i32>();
        let value = |row: usize| all.is_valid(row).then(|| all.value(row));
        if let Some((before, made)) = &last
            && value(*before) == value(row)
        {
            return Ok(made.clone());
        }
        let made = make(value(row))?;
        last = Some((row, made.clone()));
        Ok(made)
    })
}

fn normalize(text: &ArrayRef, presets: Option<&ArrayRef>) -> Result<ArrayRef> {
    let text = as_string_array(text)?;
    let mut normalizer = option(presets, |name| {
        let Some(name) = name else { return Ok(None) };
        let preset = Normalizer::preset(name);
        preset.map(|preset| Some(Arc::new(preset))).ok_or_else(|| exec_datafusion_err!("no preset {name:?}"))
    })?;
    let mut out = StringBuilder::with_capacity(text.len(), text.value_data().len());
    let mut buffer = String::new();
    for (row, text) in text.iter().enumerate() {
        match (text, normalizer(row)?) {
            (Some(text), Some(normalizer)) => {
                buffer.clear();
                normalizer.normalize_into(text, &mut buffer);
                out.append_value(&buffer);
            }
            _ => out.append_null(),
        }
    }
    Ok(Arc::new(out.finish()))
}

fn lists(text: &ArrayRef, parts: impl Fn(&str, &mut dyn FnMut(&str))) -> Result<ArrayRef> {
    let text = as_string_array(text)?;
    let mut out = ListBuilder::new(StringBuilder::new());
    for text in text {
        if let Some(text) = text {
            parts(text, &mut |part| out.values().append_value(part));
        }
        out.append(text.is_some());
    }
    Ok(Arc::new(out.finish()))
}

fn dates(text: &ArrayRef, references: Option<&ArrayRef>) -> Result<ArrayRef> {
    let text = as_string_array(text)?;
    let mut context = option(references, |day| {
        let Some(day) = day else { return Ok(Context::new()) };
        let day: CivilDate =
            day.parse().map_err(|_| exec_datafusion_err!("{day:?} is no date: YYYY-MM-DD"))?;
        Ok(Context::new().reference(day))
    })?;
    let mut out = ListBuilder::new(StructBuilder::from_fields(date_fields(), text.len()));
    for (row, text) in text.iter().enumerate() {
        let context = context(row)?;
        for date in text.into_iter().flat_map(|text| text.arabic_dates()) {
            let resolved = date.resolve(&context).ok().map(|resolved| resolved.to_string());
            let values = [Some(date.text().to_owned()), Some(date.value().to_string()), resolved];
            let row = out.values();
            for (i, value) in values.into_iter().enumerate() {
                let field = row.field_builder::<StringBuilder>(i);
                field.ok_or_else(|| exec_datafusion_err!("a field of strings"))?.append_option(value);
            }
            row.append(true);
        }
        out.append(text.is_some());
    }
    Ok(Arc::new(out.finish()))
}
