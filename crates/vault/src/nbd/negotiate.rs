//! The beginning of a connection: which export, and what both sides can do.
//!
//! A client says options until one of them leads on (`GO`, `EXPORT_NAME`) or ends it. What it says is read up to a fixed
//! length, whatever length it claims.

use std::io::{self, ErrorKind, Read, Write};

use super::export::{Export, Exports};
use super::protocol::{
    ALLOCATION, ALLOCATION_ID, GREETING, OPTION_MAGIC, OPTION_REPLY_MAGIC, handshake, info, option, reply, transmission,
};
use super::{MAX_REQUEST_BYTES, PREFERRED_BYTES};

/// The most that an option may say: a name has 4 KiB at most, and a few of them fit.
const MAX_OPTION_BYTES: u32 = 32 << 10;
/// More options than any client has to say.
const MAX_OPTIONS: usize = 256;

const FLAGS: u16 =
    transmission::HAS_FLAGS | transmission::READ_ONLY | transmission::SEND_DF | transmission::CAN_MULTI_CONN;

/// What was agreed on.
#[derive(Debug)]
pub(super) struct Agreed {
    pub export: Export,
    pub structured: bool,
    /// Whether the client may ask for `base:allocation`.
    pub allocation: bool,
}

/// What a client has said so far.
#[derive(Default)]
struct Said {
    no_zeroes: bool,
    structured: bool,
    /// The export for which it has chosen `base:allocation`.
    allocation_of: Option<Vec<u8>>,
}

/// Negotiates. `None`: the client has left.
pub(super) fn negotiate(
    reader: &mut impl Read,
    writer: &mut impl Write,
    exports: &dyn Exports,
) -> io::Result<Option<Agreed>> {
    let mut greeting = GREETING.to_vec();
    greeting.extend_from_slice(&(handshake::FIXED_NEWSTYLE | handshake::NO_ZEROES).to_be_bytes());
    writer.write_all(&greeting)?;
    let flags = read_u32(reader)?;
    let known = u32::from(handshake::FIXED_NEWSTYLE | handshake::NO_ZEROES);
    if flags & !known != 0 || flags & u32::from(handshake::FIXED_NEWSTYLE) == 0 {
        return Err(refused(format!("the client's flags {flags:#x} are unknown")));
    }
    let mut said = Said { no_zeroes: flags & u32::from(handshake::NO_ZEROES) != 0, ..Said::default() };
    for _ in 0..MAX_OPTIONS {
        let (option, data) = read_option(reader)?;
        match option {
            option::EXPORT_NAME => {
                let export = find(exports, &data).ok_or_else(|| refused("there is no such export".to_owned()))?;
                let mut answer = export.size_bytes().to_be_bytes().to_vec();
                answer.extend_from_slice(&FLAGS.to_be_bytes());
                if !said.no_zeroes {
                    answer.resize(answer.len() + 124, 0);
                }
                writer.write_all(&answer)?;
                return Ok(Some(said.agree(export, &data)));
            }
            option::ABORT => {
                // It may be gone already.
                let _ = answer(writer, option, reply::ACK, &[]);
                return Ok(None);
            }
            option::INFO | option::GO => {
                let Some((name, wanted)) = parse_go(&data) else {
                    answer(writer, option, reply::INVALID, b"its lengths don't agree")?;
                    continue;
                };
                let Some(export) = find(exports, name) else {
                    answer(writer, option, reply::UNKNOWN, b"there is no such export")?;
                    continue;
                };
                describe(writer, option, &export, name, &wanted)?;
                answer(writer, option, reply::ACK, &[])?;
                if option == option::GO {
                    return Ok(Some(said.agree(export, name)));
                }
            }
            option::LIST if data.is_empty() => {
                for name in exports.names() {
                    let mut item = u32::try_from(name.len()).unwrap_or(0).to_be_bytes().to_vec();
                    item.extend_from_slice(name.as_bytes());
                    answer(writer, option, reply::SERVER, &item)?;
                }
                answer(writer, option, reply::ACK, &[])?;
            }
            option::STRUCTURED_REPLY if data.is_empty() => {
                said.structured = true;
                answer(writer, option, reply::ACK, &[])?;
            }
            option::LIST | option::STRUCTURED_REPLY => answer(writer, option, reply::INVALID, b"it takes no data")?,
            option::LIST_META_CONTEXT | option::SET_META_CONTEXT => {
                meta_context(writer, option, &data, exports, &mut said)?;
            }
            _ => answer(writer, option, reply::UNSUPPORTED, b"not known here")?,
        }
    }
    Err(refused("the client doesn't come to the point".to_owned()))
}

impl Said {
    fn agree(&self, export: Export, name: &[u8]) -> Agreed {
        // A choice for one export means nothing for another.
        let allocation = self.allocation_of.as_deref() == Some(name);
        Agreed { export, structured: self.structured, allocation }
    }
}

fn read_option(reader: &mut impl Read) -> io::Result<(u32, Vec<u8>)> {
    let mut header = [0; 16];
    reader.read_exact(&mut header)?;
    let (magic, rest) = header.split_first_chunk::<8>().expect("16 bytes");
    if u64::from_be_bytes(*magic) != OPTION_MAGIC {
        return Err(refused("an option begins otherwise".to_owned()));
    }
    let option = u32::from_be_bytes([rest[0], rest[1], rest[2], rest[3]]);
    let length = u32::from_be_bytes([rest[4], rest[5], rest[6], rest[7]]);
    if length > MAX_OPTION_BYTES {
        return Err(refused(format!("an option of {length} bytes is too long")));
    }
    let mut data = vec![0; length as usize];
    reader.read_exact(&mut data)?;
    Ok((option, data))
}

fn find(exports: &dyn Exports, name: &[u8]) -> Option<Export> {
    exports.find(std::str::from_utf8(name).ok()?)
}

/// A cursor over what a client said, that ends where its data does.
struct Cursor<'a>(&'a [u8]);

impl<'a> Cursor<'a> {
    fn take(&mut self, len: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(len)?;
        self.0 = rest;
        Some(taken)
    }

    fn u16(&mut self) -> Option<u16> {
        Some(u16::from_be_bytes(self.take(2)?.try_into().ok()?))
    }

    fn u32(&mut self) -> Option<u32> {
        Some(u32::from_be_bytes(self.take(4)?.try_into().ok()?))
    }

    fn text(&mut self) -> Option<&'a [u8]> {
        let len = self.u32()?;
        self.take(len as usize)
    }
}

fn parse_go(data: &[u8]) -> Option<(&[u8], Vec<u16>)> {
    let mut cursor = Cursor(data);
    let name = cursor.text()?;
    let count = cursor.u16()?;
    let wanted = (0..count).map(|_| cursor.u16()).collect::<Option<Vec<_>>>()?;
    cursor.0.is_empty().then_some((name, wanted))
}

/// Tells what an export is. Its size and flags are always told, the rest to those who ask.
fn describe(writer: &mut impl Write, option: u32, export: &Export, name: &[u8], wanted: &[u16]) -> io::Result<()> {
    let mut item = info::EXPORT.to_be_bytes().to_vec();
    item.extend_from_slice(&export.size_bytes().to_be_bytes());
    item.extend_from_slice(&FLAGS.to_be_bytes());
    answer(writer, option, reply::INFO, &item)?;
    if wanted.contains(&info::NAME) {
        let mut item = info::NAME.to_be_bytes().to_vec();
        item.extend_from_slice(name);
        answer(writer, option, reply::INFO, &item)?;
    }
    if wanted.contains(&info::BLOCK_SIZE) {
        let mut item = info::BLOCK_SIZE.to_be_bytes().to_vec();
        for bytes in [1, PREFERRED_BYTES, MAX_REQUEST_BYTES] {
            item.extend_from_slice(&bytes.to_be_bytes());
        }
        answer(writer, option, reply::INFO, &item)?;
    }
    Ok(())
}

fn meta_context(
    writer: &mut impl Write,
    option: u32,
    data: &[u8],
    exports: &dyn Exports,
    said: &mut Said,
) -> io::Result<()> {
    let parsed = || {
        let mut cursor = Cursor(data);
        let name = cursor.text()?;
        let count = cursor.u32()?;
        let mut queries = Vec::new();
        for _ in 0..count {
            queries.push(cursor.text()?);
        }
        cursor.0.is_empty().then_some((name, queries))
    };
    let sets = option == option::SET_META_CONTEXT;
    if sets {
        said.allocation_of = None;
        if !said.structured {
            return answer(writer, option, reply::INVALID, b"structured replies come first");
        }
    }
    let Some((name, queries)) = parsed() else {
        return answer(writer, option, reply::INVALID, b"its lengths don't agree");
    };
    if find(exports, name).is_none() {
        return answer(writer, option, reply::UNKNOWN, b"there is no such export");
    }
    // Who asks for nothing is shown all, and who chooses nothing has nothing.
    let matches = queries.iter().any(|query| *query == ALLOCATION || (!sets && *query == b"base:"));
    if matches || (!sets && queries.is_empty()) {
        let mut item = if sets { ALLOCATION_ID } else { 0 }.to_be_bytes().to_vec();
        item.extend_from_slice(ALLOCATION);
        answer(writer, option, reply::META_CONTEXT, &item)?;
        if sets {
            said.allocation_of = Some(name.to_vec());
        }
    }
    answer(writer, option, reply::ACK, &[])
}

fn answer(writer: &mut impl Write, option: u32, kind: u32, data: &[u8]) -> io::Result<()> {
    let mut message = OPTION_REPLY_MAGIC.to_be_bytes().to_vec();
    message.extend_from_slice(&option.to_be_bytes());
    message.extend_from_slice(&kind.to_be_bytes());
    message.extend_from_slice(&u32::try_from(data.len()).unwrap_or(0).to_be_bytes());
    message.extend_from_slice(data);
    writer.write_all(&message)
}

fn read_u32(reader: &mut impl Read) -> io::Result<u32> {
    let mut bytes = [0; 4];
    reader.read_exact(&mut bytes)?;
    Ok(u32::from_be_bytes(bytes))
}

pub(super) fn refused(reason: String) -> io::Error {
    io::Error::new(ErrorKind::InvalidData, reason)
}
