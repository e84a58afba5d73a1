//! A request's parameters: the pairs of its query string and of its form body, percent-decoded.

use crate::error::Error;
use sha2::{Digest, Sha256};
use std::ops::Range;

/// The pairs of a request in the order received, those of the query string first. They lie in one buffer.
#[derive(Clone, Debug, Default)]
pub struct Form {
    text: String,
    pairs: Vec<(Range<u32>, Range<u32>)>,
}

/// Parameters of the protocol, of this or an older signature version: not the action's, and not part of a fingerprint.
const PROTOCOL: [&str; 9] = [
    "AWSAccessKeyId",
    "Action",
    "Expires",
    "SecurityToken",
    "Signature",
    "SignatureMethod",
    "SignatureVersion",
    "Timestamp",
    "Version",
];

impl Form {
    /// Reads `a=1&b=2` from the raw query string and from the raw body. `+` is a space, as in any HTML form.
    /// A bad percent-encoding and bytes that are not UTF-8 are refused, naming the parameter.
    pub fn parse(query: &str, body: &[u8]) -> Result<Form, Error> {
        let mut form = Form { text: String::with_capacity(query.len() + body.len()), pairs: Vec::with_capacity(32) };
        let mut scratch = Vec::new();
        for source in [query.as_bytes(), body] {
            for pair in source.split(|b| *b == b'&').filter(|pair| !pair.is_empty()) {
                let (key, value) = match pair.iter().position(|b| *b == b'=') {
                    Some(at) => (&pair[..at], &pair[at + 1..]),
                    None => (pair, &[][..]),
                };
                let key = form.push(key, &mut scratch).map_err(|what| malformed(key, what))?;
                let value =
                    form.push(value, &mut scratch).map_err(|what| malformed(form.slice(&key).as_bytes(), what))?;
                form.pairs.push((key, value));
            }
        }
        Ok(form)
    }

    /// A form of these pairs, for tests and for callers that have them decoded already.
    pub fn from_pairs<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Form {
        let mut form = Form::default();
        for (key, value) in pairs {
            let (key, value) = (form.push_text(key), form.push_text(value));
            form.pairs.push((key, value));
        }
        form
    }

    /// The first value of `name`.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.iter().find(|(key, _)| *key == name).map(|(_, value)| value)
    }

    /// All pairs in the order received.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.pairs.iter().map(|(key, value)| (self.slice(key), self.slice(value)))
    }

    /// The name of the action asked for, or the refusal of a request that names none.
    pub fn action(&self) -> Result<&str, Error> {
        match self.get("Action") {
            Some(name) if !name.is_empty() => Ok(name),
            _ => Err(Error::new("MissingAction", "The request must contain the parameter Action")),
        }
    }

    /// Checks `Version`. All versions EC2 ever published are older than or equal to the one generated here, and
    /// clients may leave it out; what is no date, or a later one, is refused.
    pub fn check_version(&self) -> Result<(), Error> {
        let Some(version) = self.get("Version") else { return Ok(()) };
        let bytes = version.as_bytes();
        let is_date = bytes.len() == 10
            && bytes.iter().enumerate().all(|(i, b)| if i == 4 || i == 7 { *b == b'-' } else { b.is_ascii_digit() });
        if is_date && version <= crate::operations::API_VERSION {
            return Ok(());
        }
        Err(Error::new(
            "NoSuchVersion",
            format!("The requested version ({version}) of service AmazonEC2 does not exist"),
        ))
    }

    /// A digest of what the caller asked for, so that a repeat with the same ClientToken can be told from another
    /// request. The order of the pairs does not matter; the names in `except`, `Action`, `Version`, `ClientToken`,
    /// `DryRun` and what belongs to the signature are left out.
    pub fn fingerprint(&self, except: &[&str]) -> [u8; 32] {
        let mut pairs: Vec<_> = self
            .iter()
            .filter(|(key, _)| !is_protocol(key) && !matches!(*key, "ClientToken" | "DryRun") && !except.contains(key))
            .collect();
        pairs.sort_unstable();
        let mut hash = Sha256::new();
        for (key, value) in pairs {
            // The lengths keep ("ab","c") and ("a","bc") apart.
            for part in [key, value] {
                hash.update((part.len() as u64).to_be_bytes());
                hash.update(part);
            }
        }
        hash.finalize().into()
    }

    fn slice(&self, range: &Range<u32>) -> &str {
        &self.text[range.start as usize..range.end as usize]
    }

    fn push_text(&mut self, text: &str) -> Range<u32> {
        let start = self.text.len() as u32;
        self.text.push_str(text);
        start..self.text.len() as u32
    }

    fn push(&mut self, raw: &[u8], scratch: &mut Vec<u8>) -> Result<Range<u32>, &'static str> {
        scratch.clear();
        let mut rest = raw;
        while let Some((&byte, tail)) = rest.split_first() {
            rest = tail;
            scratch.push(match byte {
                b'+' => b' ',
                b'%' => {
                    let digits = tail.get(..2).and_then(|d| Some(hex_digit(d[0])? << 4 | hex_digit(d[1])?));
                    rest = tail.get(2..).unwrap_or_default();
                    digits.ok_or("a percent sign is not followed by two hexadecimal digits")?
                }
                other => other,
            });
        }
        let text = std::str::from_utf8(scratch).map_err(|_| "it is not UTF-8")?;
        Ok(self.push_text(text))
    }
}

/// Whether a top-level parameter belongs to the protocol and not to the action.
pub(crate) fn is_protocol(key: &str) -> bool {
    PROTOCOL.binary_search(&key).is_ok() || key.get(..6).is_some_and(|start| start.eq_ignore_ascii_case("x-amz-"))
}

fn hex_digit(byte: u8) -> Option<u8> {
    (byte as char).to_digit(16).map(|d| d as u8)
}

fn malformed(key: &[u8], what: &str) -> Error {
    let key = String::from_utf8_lossy(key);
    Error::new("MalformedQueryString", format!("The parameter {key} is malformed: {what}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(query: &str, body: &str) -> Result<String, String> {
        let form = Form::parse(query, body.as_bytes()).map_err(|e| format!("{}: {}", e.code, e.message))?;
        Ok(form.iter().map(|(k, v)| format!("{k}={v}")).collect::<Vec<_>>().join("|"))
    }

    #[test]
    fn parse() {
        for (query, body, want) in [
            ("", "", Ok("")),
            ("a=1", "b=2&c", Ok("a=1|b=2|c=")),
            ("", "&&a=x%20y+z%2B&a=b=c", Ok("a=x y z+|a=b=c")),
            ("%41=%c3%A9", "", Ok("A=é")),
            (
                "a=%4",
                "",
                Err(
                    "MalformedQueryString: The parameter a is malformed: a percent sign is not followed by two hexadecimal digits",
                ),
            ),
            (
                "",
                "a=%+1",
                Err(
                    "MalformedQueryString: The parameter a is malformed: a percent sign is not followed by two hexadecimal digits",
                ),
            ),
            ("", "a%20b=%FF", Err("MalformedQueryString: The parameter a b is malformed: it is not UTF-8")),
            ("", "%ff=1", Err("MalformedQueryString: The parameter %ff is malformed: it is not UTF-8")),
        ] {
            assert_eq!(read(query, body), want.map(String::from).map_err(String::from), "{query} {body}");
        }
    }

    #[test]
    fn action_and_version() {
        assert_eq!(Form::from_pairs([("Action", "RunInstances")]).action().unwrap(), "RunInstances");
        for form in [Form::default(), Form::from_pairs([("Action", "")])] {
            assert_eq!(form.action().unwrap_err().code, "MissingAction");
        }
        for (version, good) in
            [("2016-11-15", true), ("2006-06-26", true), ("2031-01-01", false), ("latest", false), ("", false)]
        {
            assert_eq!(Form::from_pairs([("Version", version)]).check_version().is_ok(), good, "{version}");
        }
        assert!(Form::default().check_version().is_ok());
    }

    #[test]
    fn fingerprint() {
        let of = |text: &str| Form::parse("", text.as_bytes()).unwrap().fingerprint(&["Extra"]);
        let same = of("A.1=x&B=y");
        assert_eq!(of("Action=RunInstances&B=y&ClientToken=t&A.1=x&DryRun=true&Extra=1&X-Amz-Date=now"), same);
        for other in ["A.1=x", "A.1=xB&=y", "A.1=x&B=z", "A.1=x&B=y&C="] {
            assert_ne!(of(other), same, "{other}");
        }
    }
}
