//! EC2's answers as XML, appended to one string. No tree is built.

use crate::decode::Request;
use crate::timestamp::Timestamp;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use std::fmt::Write;

/// A structure that can stand in an answer.
pub trait Encode {
    /// Writes the members, each as an element.
    fn encode(&self, out: &mut Xml);

    /// Whether the model has no answer but success, written as `<return>true</return>`.
    const EMPTY: bool = false;

    /// Roughly how long the text gets, where that is known before: a large answer is then not moved while it grows.
    fn expected_bytes(&self) -> usize {
        0
    }
}

/// What usually stands around the members of an answer, and room for a small one.
const SMALL_ANSWER: usize = 1024;

/// The answer of the action `R`, a whole document.
pub fn response<R: Request>(request_id: &str, result: &R::Result) -> String {
    let mut out = Xml { text: String::with_capacity(SMALL_ANSWER + result.expected_bytes()) };
    out.text.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<");
    out.text.push_str(R::OPERATION);
    out.text.push_str("Response xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\">");
    out.leaf("<requestId>", request_id);
    if R::Result::EMPTY {
        out.raw("<return>", "true");
    }
    result.encode(&mut out);
    out.text.push_str("</");
    out.text.push_str(R::OPERATION);
    out.text.push_str("Response>");
    out.text
}

/// The members of a structure, each as an element, without anything around them.
pub fn members(value: &impl Encode) -> String {
    let mut out = Xml::default();
    value.encode(&mut out);
    out.text
}

/// The document being written. Tags are given as they open, `<imageId>`.
#[derive(Default)]
pub struct Xml {
    text: String,
}

impl Xml {
    fn open(&mut self, tag: &str) {
        self.text.push_str(tag);
    }

    fn close(&mut self, tag: &str) {
        self.text.push_str("</");
        self.text.push_str(&tag[1..]);
    }

    /// An element whose text needs no escaping.
    fn raw(&mut self, tag: &str, text: &str) {
        self.text.reserve(2 * tag.len() + 1 + text.len());
        self.open(tag);
        self.text.push_str(text);
        self.close(tag);
    }

    fn leaf(&mut self, tag: &str, text: &str) {
        if text.bytes().any(|byte| IS_SPECIAL[usize::from(byte)]) {
            self.open(tag);
            escape_into(&mut self.text, text);
            self.close(tag);
        } else {
            self.raw(tag, text);
        }
    }

    fn number(&mut self, tag: &str, value: i64) {
        // Twenty bytes hold every number and its sign.
        let mut digits = [0; 20];
        let mut at = digits.len();
        let mut rest = value.unsigned_abs();
        loop {
            at -= 1;
            digits[at] = b'0' + (rest % 10) as u8;
            rest /= 10;
            if rest == 0 {
                break;
            }
        }
        if value < 0 {
            at -= 1;
            digits[at] = b'-';
        }
        self.raw(tag, std::str::from_utf8(&digits[at..]).unwrap_or_default());
    }

    /// Appends elements that were written before.
    pub(crate) fn written(&mut self, elements: &str) {
        self.text.push_str(elements);
    }

    /// Writes a string.
    pub fn string(&mut self, tag: &str, value: &Option<String>) {
        if let Some(value) = value {
            self.leaf(tag, value);
        }
    }

    /// Writes a whole number.
    pub fn integer(&mut self, tag: &str, value: &Option<i64>) {
        if let Some(value) = value {
            self.number(tag, *value);
        }
    }

    /// Writes a floating-point number, as Java does: `1.0`.
    pub fn double(&mut self, tag: &str, value: &Option<f64>) {
        if let Some(value) = value {
            self.open(tag);
            let _ = write!(self.text, "{value:?}");
            self.close(tag);
        }
    }

    /// Writes a truth value.
    pub fn boolean(&mut self, tag: &str, value: &Option<bool>) {
        if let Some(value) = value {
            self.raw(tag, if *value { "true" } else { "false" });
        }
    }

    /// Writes a time in whole seconds.
    pub fn timestamp(&mut self, tag: &str, value: &Option<Timestamp>) {
        if let Some(value) = value {
            self.time(tag, *value, false);
        }
    }

    /// Writes a time with its milliseconds.
    pub fn timestamp_millis(&mut self, tag: &str, value: &Option<Timestamp>) {
        if let Some(value) = value {
            self.time(tag, *value, true);
        }
    }

    fn time(&mut self, tag: &str, value: Timestamp, millis: bool) {
        let bytes = value.to_bytes(millis);
        self.raw(tag, std::str::from_utf8(&bytes).unwrap_or_default());
    }

    /// Writes bytes as base64.
    pub fn blob(&mut self, tag: &str, value: &Option<Vec<u8>>) {
        if let Some(value) = value {
            self.open(tag);
            STANDARD.encode_string(value, &mut self.text);
            self.close(tag);
        }
    }

    /// Writes a structure.
    pub fn structure<T: Encode>(&mut self, tag: &str, value: &Option<T>) {
        if let Some(value) = value {
            self.open(tag);
            value.encode(self);
            self.close(tag);
        }
    }

    /// Writes a structure that can contain itself.
    pub fn boxed<T: Encode>(&mut self, tag: &str, value: &Option<Box<T>>) {
        if let Some(value) = value {
            self.open(tag);
            value.encode(self);
            self.close(tag);
        }
    }

    /// Writes a list of structures; an empty one as an empty element.
    pub fn list<T: Encode>(&mut self, tag: &str, item: &str, values: &[T]) {
        self.each(tag, values, |out, value| {
            out.open(item);
            value.encode(out);
            out.close(item);
        });
    }

    /// Writes a list of strings; an empty one as an empty element.
    pub fn strings(&mut self, tag: &str, item: &str, values: &[String]) {
        self.each(tag, values, |out, value| out.leaf(item, value));
    }

    /// Writes a list of whole numbers; an empty one as an empty element.
    pub fn integers(&mut self, tag: &str, item: &str, values: &[i64]) {
        self.each(tag, values, |out, value| out.number(item, *value));
    }

    fn each<T>(&mut self, tag: &str, values: &[T], mut write: impl FnMut(&mut Xml, &T)) {
        if values.is_empty() {
            self.text.push_str(&tag[..tag.len() - 1]);
            self.text.push_str("/>");
            return;
        }
        self.open(tag);
        for value in values {
            write(self, value);
        }
        self.close(tag);
    }
}

/// The bytes that [`escape_into`] may have to replace.
static IS_SPECIAL: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = match byte as u8 {
            b'\t' | b'\n' => false,
            0..=31 | b'&' | b'<' | b'>' | b'"' | b'\'' | 0xef => true,
            _ => false,
        };
        byte += 1;
    }
    table
};

/// Appends `text` with `& < > " '` escaped. Characters that XML 1.0 cannot carry at all become U+FFFD; a carriage
/// return, which a parser would turn into a line feed, is written as a reference.
pub fn escape_into(out: &mut String, text: &str) {
    let mut done = 0;
    let bytes = text.as_bytes();
    for (at, byte) in bytes.iter().enumerate() {
        let (length, with) = match byte {
            b'&' => (1, "&amp;"),
            b'<' => (1, "&lt;"),
            b'>' => (1, "&gt;"),
            b'"' => (1, "&quot;"),
            b'\'' => (1, "&apos;"),
            b'\r' => (1, "&#13;"),
            0..=8 | 11 | 12 | 14..=31 => (1, "\u{fffd}"),
            // U+FFFE and U+FFFF are EF BF BE and EF BF BF.
            0xef if bytes[at + 1] == 0xbf && bytes[at + 2] >= 0xbe => (3, "\u{fffd}"),
            _ => continue,
        };
        out.push_str(&text[done..at]);
        out.push_str(with);
        done = at + length;
    }
    out.push_str(&text[done..]);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ec2;

    #[test]
    fn escaping() {
        for (text, want) in [
            ("plain", "plain"),
            ("a&b<c>\"d'", "a&amp;b&lt;c&gt;&quot;d&apos;"),
            ("tab\tline\nreturn\r", "tab\tline\nreturn&#13;"),
            ("\0\u{1}\u{1f}x", "\u{fffd}\u{fffd}\u{fffd}x"),
            ("ü😀\u{fffd}\u{fffe}\u{ffff}ﷰ", "ü😀\u{fffd}\u{fffd}\u{fffd}ﷰ"),
        ] {
            let mut out = String::new();
            escape_into(&mut out, text);
            assert_eq!(out, want);
        }
    }

    #[test]
    fn absent_and_empty() {
        assert_eq!(
            response::<ec2::DescribeInstancesRequest>("id", &Default::default()),
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<DescribeInstancesResponse \
             xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\"><requestId>id</requestId><reservationSet/>\
             </DescribeInstancesResponse>"
        );
        assert_eq!(
            response::<ec2::DeleteInternetGatewayRequest>("id", &Default::default()),
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<DeleteInternetGatewayResponse \
             xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\"><requestId>id</requestId><return>true</return>\
             </DeleteInternetGatewayResponse>"
        );
        // Tags are left out of a volume, and not out of a route table.
        assert_eq!(members(&ec2::Volume::default()), "<attachmentSet/>");
        assert_eq!(members(&ec2::RouteTable::default()), "<associationSet/><propagatingVgwSet/><routeSet/><tagSet/>");
        // Of an attribute only what was asked for is told.
        let asked = ec2::ImageAttribute { launch_permissions: Some(vec![]), ..Default::default() };
        assert_eq!(members(&asked), "<launchPermission/>");
        let empty = ec2::Volume { volume_id: Some(String::new()), iops: Some(i64::MIN), ..Default::default() };
        assert_eq!(members(&empty), "<iops>-9223372036854775808</iops><volumeId></volumeId><attachmentSet/>");
    }
}
