//! From a [`Form`] to the typed input of an action.
//!
//! The pairs are sorted once, so that everything below one name lies together; a [`Node`] is a run of them and the
//! length of the name they share. Decoding walks these runs and builds nothing but the result. Generated code has one
//! `match` over the names of a structure's members; the rest is here, mostly not generic, so that it compiles once.

use crate::error::Error;
use crate::form::{Form, is_protocol};
use crate::parameters::{self, Unsupported};
use crate::timestamp::Timestamp;
use crate::xml::Encode;
use base64::Engine;
use base64::alphabet;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use std::cmp::Ordering;

/// The typed input of one action, with what belongs to it.
pub trait Request: Decode {
    /// The action's name.
    const OPERATION: &'static str;
    /// What the action answers.
    type Result: Encode;
    /// The parameters of the model that the action does not obey.
    const UNSUPPORTED: &'static [Unsupported];
}

/// A structure that can stand in a request.
pub trait Decode: Default {
    /// Reads the members found below `node`; refuses unknown, malformed and missing ones.
    fn decode(node: &Node<'_>) -> Result<Self, Error>;
}

/// Decodes a whole request and refuses what the action does not support.
pub fn request<R: Request>(form: &Form) -> Result<R, Error> {
    let input = structure(form)?;
    parameters::check(form, R::UNSUPPORTED)?;
    Ok(input)
}

/// Decodes a whole request.
pub fn structure<T: Decode>(form: &Form) -> Result<T, Error> {
    let mut pairs: Vec<(&str, &str)> = form.iter().filter(|(key, _)| !is_protocol(key)).collect();
    pairs.sort_unstable_by(|(a, _), (b, _)| compare(a.as_bytes(), b.as_bytes()));
    if let Some(twice) = pairs.windows(2).find(|two| two[0].0 == two[1].0) {
        return Err(malformed(twice[0].0, "it is given more than once"));
    }
    T::decode(&Node { pairs: &pairs, start: 0 })
}

/// Bytewise, but with `.` before everything else: what lies below one name is then never torn apart.
fn compare(a: &[u8], b: &[u8]) -> Ordering {
    let rank = |byte: u8| if byte == b'.' { 0 } else { u16::from(byte) + 1 };
    for (x, y) in a.iter().zip(b) {
        if x != y {
            return rank(*x).cmp(&rank(*y));
        }
    }
    a.len().cmp(&b.len())
}

/// The pairs of a form that share the beginning of their names.
#[derive(Clone, Copy)]
pub struct Node<'f> {
    /// Names and values, sorted by name with [`compare`]; never empty but at the root.
    pairs: &'f [(&'f str, &'f str)],
    /// Where the part of the name begins that comes after the shared one and its dot; 0 at the root.
    start: usize,
}

impl<'f> Node<'f> {
    /// The runs of pairs below this name, with the next segment of their names.
    pub fn members(&self) -> Members<'f> {
        Members { node: *self }
    }

    /// The name as it stands in the form.
    pub fn path(&self) -> &'f str {
        match self.pairs.first() {
            Some((key, _)) if self.start > 0 => &key[..self.start - 1],
            _ => "",
        }
    }

    /// The refusal of a name that the model does not have.
    pub fn unknown(&self) -> Error {
        Error::unknown_parameter(self.pairs.first().map_or("", |(key, _)| key))
    }

    /// Refuses the request if the member `name`, which the model demands, is not `present`.
    pub fn require(&self, present: bool, name: &str) -> Result<(), Error> {
        if present {
            return Ok(());
        }
        let path = self.path();
        let dot = if path.is_empty() { "" } else { "." };
        Err(Error::missing(&format!("{path}{dot}{name}")))
    }

    /// The value of a name that has no others below it.
    fn value(&self) -> Result<&'f str, Error> {
        match self.pairs {
            [(key, value)] if key.len() == self.start - 1 => Ok(value),
            // The last one: the first may be the good one, `A` of `A` and `A.1`.
            [.., (last, _)] => Err(Error::unknown_parameter(last)),
            [] => Err(self.unknown()),
        }
    }

    fn invalid(&self, value: &str, why: &str) -> Error {
        Error::invalid_value(&shown_name(self.path()), value, why)
    }

    /// Reads a string.
    pub fn string(&self, out: &mut Option<String>) -> Result<(), Error> {
        *out = Some(self.value()?.to_owned());
        Ok(())
    }

    /// Reads a string that must be one of `allowed`, which is sorted.
    pub fn one_of(&self, out: &mut Option<String>, allowed: &[&str]) -> Result<(), Error> {
        let value = self.value()?;
        if allowed.binary_search(&value).is_err() {
            return Err(self.invalid(value, ""));
        }
        *out = Some(value.to_owned());
        Ok(())
    }

    /// Reads a 32-bit number.
    pub fn integer(&self, out: &mut Option<i64>) -> Result<(), Error> {
        let value = self.value()?;
        let number = value.parse::<i32>().map_err(|_| self.invalid(value, "It must be an integer."))?;
        *out = Some(i64::from(number));
        Ok(())
    }

    /// Reads a 64-bit number.
    pub fn long(&self, out: &mut Option<i64>) -> Result<(), Error> {
        let value = self.value()?;
        *out = Some(value.parse().map_err(|_| self.invalid(value, "It must be an integer."))?);
        Ok(())
    }

    /// Reads a floating-point number. (Infinities are not numbers to EC2.)
    pub fn double(&self, out: &mut Option<f64>) -> Result<(), Error> {
        let value = self.value()?;
        match value.parse::<f64>() {
            Ok(number) if number.is_finite() => *out = Some(number),
            _ => return Err(self.invalid(value, "It must be a number.")),
        }
        Ok(())
    }

    /// Reads `true` or `false`, in any case.
    pub fn boolean(&self, out: &mut Option<bool>) -> Result<(), Error> {
        let value = self.value()?;
        *out = Some(if value.eq_ignore_ascii_case("true") {
            true
        } else if value.eq_ignore_ascii_case("false") {
            false
        } else {
            return Err(self.invalid(value, "It must be true or false."));
        });
        Ok(())
    }

    /// Reads a time.
    pub fn timestamp(&self, out: &mut Option<Timestamp>) -> Result<(), Error> {
        let value = self.value()?;
        let time = Timestamp::parse(value);
        *out = Some(time.ok_or_else(|| self.invalid(value, "It must be a time as 2026-01-02T03:04:05Z."))?);
        Ok(())
    }

    /// Reads bytes, which come as base64. Line breaks and missing padding are forgiven.
    pub fn blob(&self, out: &mut Option<Vec<u8>>) -> Result<(), Error> {
        const ENGINE: GeneralPurpose = GeneralPurpose::new(
            &alphabet::STANDARD,
            GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
        );
        let value = self.value()?;
        let packed: Vec<u8> = value.bytes().filter(|b| !b.is_ascii_whitespace()).collect();
        *out = Some(ENGINE.decode(packed).map_err(|_| self.invalid(value, "It must be base64-encoded."))?);
        Ok(())
    }

    /// Reads a structure.
    pub fn structure<T: Decode>(&self, out: &mut Option<T>) -> Result<(), Error> {
        *out = Some(T::decode(self)?);
        Ok(())
    }

    /// Reads a structure that can contain itself.
    pub fn boxed<T: Decode>(&self, out: &mut Option<Box<T>>) -> Result<(), Error> {
        *out = Some(Box::new(T::decode(self)?));
        Ok(())
    }

    /// Reads a list of structures.
    pub fn list<T: Decode>(&self, out: &mut Vec<T>) -> Result<(), Error> {
        let items = self.items()?;
        out.reserve_exact(items.len());
        for (_, item) in items {
            out.push(T::decode(&item)?);
        }
        Ok(())
    }

    /// Reads a list of what `read` reads: strings, numbers.
    pub fn scalars<T>(
        &self,
        out: &mut Vec<T>,
        read: impl Fn(&Node<'f>, &mut Option<T>) -> Result<(), Error>,
    ) -> Result<(), Error> {
        for (_, item) in self.items()? {
            let mut value = None;
            read(&item, &mut value)?;
            out.extend(value);
        }
        Ok(())
    }

    /// Reads a list of strings.
    pub fn strings(&self, out: &mut Vec<String>) -> Result<(), Error> {
        self.scalars(out, Node::string)
    }

    /// Reads a list of strings that must all be among `allowed`, which is sorted.
    pub fn each_of(&self, out: &mut Vec<String>, allowed: &[&str]) -> Result<(), Error> {
        self.scalars(out, |node, value| node.one_of(value, allowed))
    }

    /// The items of a list in the order of their numbers, which may have gaps. Some SDKs write an empty list as the
    /// list's bare name with an empty value.
    fn items(&self) -> Result<Vec<(u32, Node<'f>)>, Error> {
        if let [(key, "")] = self.pairs
            && key.len() == self.start - 1
        {
            return Ok(Vec::new());
        }
        let mut items: Vec<(u32, Node<'f>)> = Vec::new();
        for member in self.members() {
            let (segment, node) = member?;
            let plain = segment.bytes().all(|b| b.is_ascii_digit()) && !segment.starts_with('0');
            match segment.parse::<u32>() {
                Ok(number) if plain => items.push((number, node)),
                _ => return Err(malformed(node.path(), "a list is numbered from 1")),
            }
        }
        items.sort_unstable_by_key(|(number, _)| *number);
        Ok(items)
    }
}

/// Iterator over what lies below a [`Node`].
pub struct Members<'f> {
    node: Node<'f>,
}

impl<'f> Iterator for Members<'f> {
    type Item = Result<(&'f str, Node<'f>), Error>;

    fn next(&mut self) -> Option<Self::Item> {
        let Node { pairs, start } = self.node;
        let (key, _) = *pairs.first()?;
        // A value where only deeper names make sense: `Placement=x`.
        let Some(rest) = key.get(start..) else {
            self.node.pairs = &[];
            return Some(Err(Error::unknown_parameter(key)));
        };
        let segment = &rest[..rest.find('.').unwrap_or(rest.len())];
        let end = start + segment.len();
        // Keys of this run are equal up to `end`, and then over or followed by a dot.
        let run = pairs
            .iter()
            .take_while(|(other, _)| {
                let other = other.as_bytes();
                other.get(start..end) == Some(segment.as_bytes()) && other.get(end).is_none_or(|byte| *byte == b'.')
            })
            .count();
        let (mine, others) = pairs.split_at(run);
        self.node.pairs = others;
        Some(Ok((segment, Node { pairs: mine, start: end + 1 })))
    }
}

/// A parameter's name as EC2's sentences show it: `maxResults`, `networkInterface.1.deviceIndex`.
fn shown_name(path: &str) -> String {
    let mut shown = String::with_capacity(path.len());
    let mut lower = true;
    for c in path.chars() {
        shown.push(if lower { c.to_ascii_lowercase() } else { c });
        lower = c == '.';
    }
    shown
}

fn malformed(key: &str, what: &str) -> Error {
    Error::new("MalformedQueryString", format!("The parameter {key} is malformed: {what}"))
}

#[cfg(test)]
mod tests;
