//! EC2's `Filters` parameter: what the describe actions narrow their answers with.
//!
//! A describe action declares one table, a line for each filter AWS documents for it, and says how to read the values an
//! object has under that name. [`Filters::compile`] checks a request against the table once; [`Filters::matches`] then
//! looks at each object without allocating.
//!
//! ```
//! use model::filters::{FilterSpec, Filters};
//!
//! // What a filter may look at is usually a small struct of references into the view.
//! struct Row<'a> {
//!     id: &'a str,
//!     encrypted: bool,
//!     size_gib: u32,
//!     tags: &'a [(&'a str, &'a str)],
//! }
//!
//! impl<'a> Row<'a> {
//!     const FILTERS: &'a [FilterSpec<Self>] = &[
//!         FilterSpec::field("volume-id", |row, values| values.text(row.id)),
//!         FilterSpec::field("encrypted", |row, values| values.flag(row.encrypted)),
//!         FilterSpec::field("size", |row, values| values.show(row.size_gib)),
//!         FilterSpec::never("fast-restored"),
//!         FilterSpec::tags(|row, tags| row.tags.iter().for_each(|(key, value)| tags.tag(key, value))),
//!     ];
//! }
//!
//! let asked = [("size".to_string(), vec!["8".to_string()]), ("tag:Name".to_string(), vec!["db-*".to_string()])];
//! let filters =
//!     Filters::compile(Row::FILTERS, asked.iter().map(|(name, values)| (Some(name.as_str()), values.as_slice())))?;
//!
//! assert!(filters.matches(&Row { id: "vol-1", encrypted: false, size_gib: 8, tags: &[("Name", "db-1")] }));
//! assert!(!filters.matches(&Row { id: "vol-2", encrypted: false, size_gib: 9, tags: &[("Name", "db-2")] }));
//! # Ok::<(), model::filters::FilterError>(())
//! ```
//!
//! The rules, as the EC2 user guide ("List and filter using the CLI and API") and EC2's own answers give them:
//! * Filters are joined with AND, the values of one filter with OR. The same name given twice is two filters.
//! * An object with several values under a name (the groups of an instance) matches if any of them does; one with none
//!   never does. A filter without values matches nothing.
//! * `*` stands for any text, `?` for **no or one** character; `\*`, `\?` and `\\` are the characters themselves.
//! * Names and values are case-sensitive. Booleans are `true` and `false`, numbers their decimal text.
//! * `tag:KEY` compares the value of the tag KEY (KEY is taken literally), `tag-key` the keys of all tags, `tag-value`
//!   their values. AWS no longer documents the last one for most actions, and still takes it.

use std::fmt::{self, Display, Write as _};

mod pattern;
#[cfg(test)]
mod tests;

use crate::error::ApiError;
use pattern::Pattern;

/// The most filters that one request may have.
pub const MAX_FILTERS: usize = 50;

/// The most values that one filter may have.
pub const MAX_VALUES: usize = 200;

/// The most characters that one filter value may have.
pub const MAX_VALUE_CHARS: usize = 255;

/// The filter that compares the values of all tags.
const TAG_VALUE: &str = "tag-value";

/// The longest text, in bytes, that [`Values::show`] compares without allocating: enough for any address, time or number.
const SHOWN_BYTES: usize = 64;

/// Why a request's filters are refused. The text is the message that the caller sees.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FilterError {
    /// The action has no filter of this name (AWS writes `null` where the name is missing).
    #[error("The filter '{name}' is invalid")]
    UnknownName { name: String },
    #[error("The maximum number of filters specified on a single call is {MAX_FILTERS}")]
    TooManyFilters,
    #[error("The maximum number of filter values specified on a single call is {MAX_VALUES}")]
    TooManyValues,
    #[error("The maximum length for a filter value is {MAX_VALUE_CHARS} characters")]
    ValueTooLong,
}

impl FilterError {
    /// The EC2 error code that goes with the message.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::UnknownName { .. } => "InvalidParameterValue",
            Self::TooManyFilters | Self::TooManyValues | Self::ValueTooLong => "FilterLimitExceeded",
        }
    }
}

impl From<FilterError> for ApiError {
    fn from(error: FilterError) -> Self {
        Self::new(error.code(), error.to_string())
    }
}

/// One line of a describe action's table: the name of a filter, and how to read an object's values under it.
pub struct FilterSpec<T> {
    name: &'static str,
    read: Read<T>,
}

/// How the values are read. Plain function pointers, so that a table is a constant and may speak of borrowed rows.
enum Read<T> {
    Field(fn(&T, &mut Values<'_>)),
    Tags(fn(&T, &mut Tags<'_>)),
    TagValues(fn(&T, &mut Tags<'_>)),
    Never,
}

// Written by hand because a derive would ask for `T: Copy`.
impl<T> Copy for Read<T> {}
impl<T> Clone for Read<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> FilterSpec<T> {
    /// A filter that compares the values which `read` names: none, one or many.
    pub const fn field(name: &'static str, read: fn(&T, &mut Values<'_>)) -> Self {
        Self { name, read: Read::Field(read) }
    }

    /// `tag:KEY`, `tag-key` and `tag-value`, which every taggable resource has. `read` names all of the object's tags.
    pub const fn tags(read: fn(&T, &mut Tags<'_>)) -> Self {
        Self { name: "tag-key", read: Read::Tags(read) }
    }

    /// A filter that AWS has and this action accepts, under which no object of ours has a value.
    pub const fn never(name: &'static str) -> Self {
        Self { name, read: Read::Never }
    }

    /// The filter's name; that of the line for tags is `tag-key`.
    pub const fn name(&self) -> &'static str {
        self.name
    }
}

/// The filters of one request, checked and ready to be matched against objects.
pub struct Filters<T> {
    clauses: Vec<Clause<T>>,
}

struct Clause<T> {
    /// As the request spelt it, `tag:KEY` included.
    name: Box<str>,
    read: Read<T>,
    wanted: Wanted,
}

/// What the values of one filter ask for.
#[derive(Debug)]
enum Wanted {
    /// Plain text, sorted and without duplicates.
    Literals(Vec<String>),
    /// At least one value has a wildcard.
    Patterns { literals: Vec<String>, patterns: Vec<Pattern> },
}

impl Wanted {
    fn compile(values: &[String]) -> Self {
        let mut literals = Vec::new();
        let mut patterns = Vec::new();
        for value in values {
            match Pattern::parse(value) {
                Ok(pattern) => patterns.push(pattern),
                Err(literal) => literals.push(literal),
            }
        }
        literals.sort_unstable();
        literals.dedup();
        if patterns.is_empty() { Self::Literals(literals) } else { Self::Patterns { literals, patterns } }
    }

    fn accepts(&self, value: &str) -> bool {
        let among = |literals: &[String]| literals.binary_search_by(|literal| literal.as_str().cmp(value)).is_ok();
        match self {
            Self::Literals(literals) => among(literals),
            Self::Patterns { literals, patterns } => {
                among(literals) || patterns.iter().any(|pattern| pattern.matches(value))
            }
        }
    }
}

/// Whether the text is one of `values`, which may have wildcards as filter values do.
pub fn any_matches(values: &[String], text: &str) -> bool {
    Wanted::compile(values).accepts(text)
}

impl<T> Filters<T> {
    /// Checks a request's filters, each a name (if there was one) and its values, against an action's table.
    pub fn compile<'r>(
        table: &[FilterSpec<T>],
        request: impl IntoIterator<Item = (Option<&'r str>, &'r [String])>,
    ) -> Result<Self, FilterError> {
        let mut clauses = Vec::new();
        for (name, values) in request {
            let name = name.unwrap_or("null");
            let Some(read) = find(table, name) else {
                return Err(FilterError::UnknownName { name: name.to_owned() });
            };
            if clauses.len() == MAX_FILTERS {
                return Err(FilterError::TooManyFilters);
            }
            if values.len() > MAX_VALUES {
                return Err(FilterError::TooManyValues);
            }
            if values.iter().any(|value| value.len() > MAX_VALUE_CHARS && value.chars().count() > MAX_VALUE_CHARS) {
                return Err(FilterError::ValueTooLong);
            }
            clauses.push(Clause { name: name.into(), read, wanted: Wanted::compile(values) });
        }
        Ok(Self { clauses })
    }

    /// Filters that let everything through.
    pub const fn none() -> Self {
        Self { clauses: Vec::new() }
    }

    /// Whether there is no filter at all.
    pub fn is_empty(&self) -> bool {
        self.clauses.is_empty()
    }

    /// Whether the request has a filter of this name (`tag:KEY` is a name).
    pub fn mentions(&self, name: &str) -> bool {
        self.clauses.iter().any(|clause| &*clause.name == name)
    }

    /// The values of a filter if each is plain text (unescaped, sorted, without duplicates), so that a describe can look
    /// them up in an index and leave the scan. `None` if the filter is absent or has a wildcard. Objects found so must
    /// still pass [`Filters::matches`].
    pub fn exact(&self, name: &str) -> Option<&[String]> {
        self.clauses.iter().filter(|clause| &*clause.name == name).find_map(|clause| match &clause.wanted {
            Wanted::Literals(literals) => Some(literals.as_slice()),
            Wanted::Patterns { .. } => None,
        })
    }

    /// Whether the object passes every filter.
    pub fn matches(&self, object: &T) -> bool {
        self.clauses.iter().all(|clause| clause.matches(object))
    }
}

impl<T> fmt::Debug for Filters<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.clauses.iter().map(|clause| (&clause.name, &clause.wanted))).finish()
    }
}

/// The way to read what a filter's name speaks of, or `None` if the table has no such filter.
fn find<T>(table: &[FilterSpec<T>], name: &str) -> Option<Read<T>> {
    let tag_key = name.strip_prefix("tag:");
    let fits = |spec: &&FilterSpec<T>| match tag_key {
        Some(key) => !key.is_empty() && matches!(spec.read, Read::Tags(_)),
        None => spec.name == name || name == TAG_VALUE && matches!(spec.read, Read::Tags(_)),
    };
    table.iter().find(fits).map(|spec| match spec.read {
        Read::Tags(read) if name == TAG_VALUE => Read::TagValues(read),
        read => read,
    })
}

impl<T> Clause<T> {
    fn matches(&self, object: &T) -> bool {
        let mut values = Values { wanted: &self.wanted, matched: false };
        let (read, part) = match self.read {
            Read::Never => return false,
            Read::Field(read) => {
                read(object, &mut values);
                return values.matched;
            }
            Read::Tags(read) => (read, self.name.strip_prefix("tag:").map_or(TagPart::Key, TagPart::ValueOf)),
            Read::TagValues(read) => (read, TagPart::Value),
        };
        let mut tags = Tags { part, values };
        read(object, &mut tags);
        tags.values.matched
    }
}

/// Where a reader puts an object's values under one name. Once one of them is wanted, the others are no longer looked at.
pub struct Values<'f> {
    wanted: &'f Wanted,
    matched: bool,
}

impl Values<'_> {
    /// The object has this text.
    pub fn text(&mut self, value: impl AsRef<str>) {
        self.matched = self.matched || self.wanted.accepts(value.as_ref());
    }

    /// The object has this text, or no value.
    pub fn maybe(&mut self, value: Option<impl AsRef<str>>) {
        if let Some(value) = value {
            self.text(value);
        }
    }

    /// The object has each of these texts.
    pub fn each(&mut self, values: impl IntoIterator<Item = impl AsRef<str>>) {
        for value in values {
            if self.matched {
                return;
            }
            self.text(value);
        }
    }

    /// The object has this `true` or `false`.
    pub fn flag(&mut self, value: bool) {
        self.text(if value { "true" } else { "false" });
    }

    /// The object has what this number, address or time looks like when written.
    pub fn show(&mut self, value: impl Display) {
        if self.matched {
            return;
        }
        let mut shown = Shown { bytes: [0; SHOWN_BYTES], len: 0 };
        if write!(shown, "{value}").is_ok() {
            self.text(shown.as_str());
        } else {
            self.text(value.to_string());
        }
    }
}

/// Where a reader puts an object's tags.
pub struct Tags<'f> {
    part: TagPart<'f>,
    values: Values<'f>,
}

/// Which part of a tag the filter looks at.
#[derive(Clone, Copy)]
enum TagPart<'f> {
    Key,
    Value,
    ValueOf(&'f str),
}

impl Tags<'_> {
    /// The object has this tag.
    pub fn tag(&mut self, key: &str, value: &str) {
        match self.part {
            TagPart::Key => self.values.text(key),
            TagPart::Value => self.values.text(value),
            TagPart::ValueOf(wanted) if wanted == key => self.values.text(value),
            TagPart::ValueOf(_) => {}
        }
    }
}

/// A short text on the stack.
struct Shown {
    bytes: [u8; SHOWN_BYTES],
    len: usize,
}

impl Shown {
    fn as_str(&self) -> &str {
        // Only whole pieces of text are ever added, so this is text.
        std::str::from_utf8(&self.bytes[..self.len]).unwrap_or_default()
    }
}

impl fmt::Write for Shown {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let end = self.len + text.len();
        self.bytes.get_mut(self.len..end).ok_or(fmt::Error)?.copy_from_slice(text.as_bytes());
        self.len = end;
        Ok(())
    }
}
