//! One connection of a client: a request, and then its answer.

use std::io::{self, ErrorKind, Read, Write};
use std::os::unix::net::UnixStream;
use std::time::Duration;

use super::Stretch;
use crate::nbd::protocol::{
    ALLOCATION, GREETING, OPTION_MAGIC, OPTION_REPLY_MAGIC, REQUEST_BYTES, REQUEST_MAGIC, STRUCTURED_REPLY_MAGIC,
    chunk, command, handshake, info, option, reply,
};

/// QEMU's context that tells in which layer a stretch lies: 0 in none, 1 in the uppermost, more in those below.
const DEPTH: &[u8] = b"qemu:allocation-depth";
/// In `base:allocation`: it reads as zeros.
const READS_AS_ZEROS: u32 = 2;
/// How long a server may take to answer. It reads local files; the machine may be overloaded.
const PATIENCE: Duration = Duration::from_secs(120);
/// What a server may say at once beside data: stretches of one answer, or a text.
const MAX_WORDS_BYTES: usize = 1 << 20;
/// More replies than any option has.
const MAX_REPLIES: usize = 64;

pub(super) struct Connection {
    stream: UnixStream,
    pub size_bytes: u64,
    cookie: u64,
    /// The numbers that the contexts have here.
    allocation: u32,
    depth: Option<u32>,
}

/// A part of an answer.
struct Chunk {
    flags: u16,
    kind: u16,
    len_bytes: usize,
}

pub(super) fn nonsense(what: String) -> io::Error {
    io::Error::new(ErrorKind::InvalidData, format!("the NBD server isn't understood: {what}"))
}

impl Connection {
    /// Negotiates for an export.
    pub fn open(stream: UnixStream, export: &str, depth: bool) -> io::Result<Connection> {
        stream.set_read_timeout(Some(PATIENCE))?;
        stream.set_write_timeout(Some(PATIENCE))?;
        let mut connection = Connection { stream, size_bytes: 0, cookie: 0, allocation: 0, depth: None };
        let mut greeting = [0; GREETING.len()];
        connection.stream.read_exact(&mut greeting)?;
        if greeting != GREETING {
            return Err(nonsense("it begins otherwise".to_owned()));
        }
        let offered = connection.u16()?;
        if offered & handshake::FIXED_NEWSTYLE == 0 {
            return Err(nonsense("it is of the old style".to_owned()));
        }
        let chosen = handshake::FIXED_NEWSTYLE | (offered & handshake::NO_ZEROES);
        connection.stream.write_all(&u32::from(chosen).to_be_bytes())?;
        connection.ask(option::STRUCTURED_REPLY, &[])?;
        connection.until_acknowledged(option::STRUCTURED_REPLY, |_, _| Ok(()))?;
        connection.choose_contexts(export, depth)?;
        connection.go(export)?;
        Ok(connection)
    }

    fn choose_contexts(&mut self, export: &str, depth: bool) -> io::Result<()> {
        let wanted: &[&[u8]] = if depth { &[ALLOCATION, DEPTH] } else { &[ALLOCATION] };
        let mut data = text(export.as_bytes());
        data.extend_from_slice(&(wanted.len() as u32).to_be_bytes());
        data.extend(wanted.iter().flat_map(|name| text(name)));
        self.ask(option::SET_META_CONTEXT, &data)?;
        let (mut allocation, mut layers) = (None, None);
        self.until_acknowledged(option::SET_META_CONTEXT, |kind, said| {
            if kind == reply::META_CONTEXT
                && let Some((number, name)) = said.split_first_chunk::<4>()
            {
                let number = Some(u32::from_be_bytes(*number));
                match name {
                    ALLOCATION => allocation = number,
                    DEPTH => layers = number,
                    _ => {}
                }
            }
            Ok(())
        })?;
        self.allocation = allocation.ok_or_else(|| nonsense("it doesn't tell what is zeros".to_owned()))?;
        if depth && layers.is_none() {
            return Err(nonsense("it doesn't tell which layer has what".to_owned()));
        }
        self.depth = layers.filter(|_| depth);
        Ok(())
    }

    fn go(&mut self, export: &str) -> io::Result<()> {
        let mut data = text(export.as_bytes());
        data.extend_from_slice(&0_u16.to_be_bytes());
        self.ask(option::GO, &data)?;
        let mut size = None;
        self.until_acknowledged(option::GO, |kind, said| {
            if kind == reply::INFO
                && let Some((kind, rest)) = said.split_first_chunk::<2>()
                && u16::from_be_bytes(*kind) == info::EXPORT
                && let Some((bytes, _)) = rest.split_first_chunk::<8>()
            {
                size = Some(u64::from_be_bytes(*bytes));
            }
            Ok(())
        })?;
        self.size_bytes = size.ok_or_else(|| nonsense("it doesn't tell the disk's size".to_owned()))?;
        Ok(())
    }

    fn ask(&mut self, option: u32, data: &[u8]) -> io::Result<()> {
        let mut message = OPTION_MAGIC.to_be_bytes().to_vec();
        message.extend_from_slice(&option.to_be_bytes());
        message.extend_from_slice(&(data.len() as u32).to_be_bytes());
        message.extend_from_slice(data);
        self.stream.write_all(&message)
    }

    /// Hears the replies to an option, up to the one that ends them.
    fn until_acknowledged(
        &mut self,
        option: u32,
        mut hear: impl FnMut(u32, &[u8]) -> io::Result<()>,
    ) -> io::Result<()> {
        for _ in 0..MAX_REPLIES {
            let (magic, to, kind, len) = (self.u64()?, self.u32()?, self.u32()?, self.u32()? as usize);
            if magic != OPTION_REPLY_MAGIC || to != option || len > MAX_WORDS_BYTES {
                return Err(nonsense("a reply to an option begins otherwise".to_owned()));
            }
            let mut said = vec![0; len];
            self.stream.read_exact(&mut said)?;
            match kind {
                reply::ACK => return Ok(()),
                kind if kind & 0x8000_0000 != 0 => {
                    let said = String::from_utf8_lossy(&said);
                    return Err(nonsense(format!("it refuses option {option} by {kind:#x}: {said}")));
                }
                kind => hear(kind, &said)?,
            }
        }
        Err(nonsense("an option is answered without end".to_owned()))
    }

    /// Fills `buffer` with what is at `offset_bytes`.
    pub fn read(&mut self, buffer: &mut [u8], offset_bytes: u64) -> io::Result<()> {
        let len = u32::try_from(buffer.len()).map_err(io::Error::other)?;
        self.request(command::READ, offset_bytes, len)?;
        let mut filled = 0;
        loop {
            let chunk = self.chunk()?;
            let place = match chunk.kind {
                chunk::OFFSET_DATA if chunk.len_bytes > 8 => {
                    let at = self.u64()?;
                    let place = within(buffer, offset_bytes, at, chunk.len_bytes - 8)?;
                    self.stream.read_exact(place)?;
                    place.len()
                }
                chunk::OFFSET_HOLE if chunk.len_bytes == 12 => {
                    let (at, len) = (self.u64()?, self.u32()?);
                    let place = within(buffer, offset_bytes, at, len as usize)?;
                    place.fill(0);
                    place.len()
                }
                _ => {
                    self.other(&chunk)?;
                    0
                }
            };
            filled += place;
            if chunk.flags & chunk::DONE != 0 {
                break;
            }
        }
        // Pieces don't overlap, as the protocol has it; QEMU keeps to that.
        if filled == buffer.len() { Ok(()) } else { Err(nonsense(format!("{filled} of {len} bytes came"))) }
    }

    /// What is known from `offset_bytes` on, of at most so many bytes and at least one stretch.
    pub fn status(&mut self, offset_bytes: u64, len_bytes: u32) -> io::Result<Vec<Stretch>> {
        self.request(command::BLOCK_STATUS, offset_bytes, len_bytes)?;
        let (mut allocation, mut depth) = (Vec::new(), Vec::new());
        loop {
            let chunk = self.chunk()?;
            if chunk.kind == chunk::BLOCK_STATUS && chunk.len_bytes <= MAX_WORDS_BYTES {
                let mut data = vec![0; chunk.len_bytes];
                self.stream.read_exact(&mut data)?;
                let (context, stretches) = parse_stretches(&data)?;
                if context == self.allocation {
                    allocation = stretches;
                } else if Some(context) == self.depth {
                    depth = stretches;
                }
            } else {
                self.other(&chunk)?;
            }
            if chunk.flags & chunk::DONE != 0 {
                break;
            }
        }
        // The last one may reach beyond what was asked for, and then is still true.
        let merged = match self.depth {
            None => merge(&allocation, &[(u32::MAX, 1)], offset_bytes),
            Some(_) => merge(&allocation, &depth, offset_bytes),
        };
        let cut = |stretch: Stretch| Stretch { end_bytes: stretch.end_bytes.min(self.size_bytes), ..stretch };
        Ok(merged.into_iter().map(cut).collect())
    }

    /// A chunk that carries nothing of what was asked for: an error, or nothing at all.
    fn other(&mut self, chunk: &Chunk) -> io::Result<()> {
        if chunk.len_bytes > MAX_WORDS_BYTES {
            return Err(nonsense(format!("a part of {} bytes is too long", chunk.len_bytes)));
        }
        let mut data = vec![0; chunk.len_bytes];
        self.stream.read_exact(&mut data)?;
        match chunk.kind {
            // Nothing.
            0 => Ok(()),
            chunk::ERROR | chunk::ERROR_OFFSET => {
                let number = data.split_first_chunk::<4>().map_or(0, |(number, _)| u32::from_be_bytes(*number));
                let said = data.get(6..).map(String::from_utf8_lossy).unwrap_or_default();
                Err(io::Error::other(format!("the NBD server failed by {number}: {said}")))
            }
            kind => Err(nonsense(format!("a part of kind {kind:#x} and {} bytes", chunk.len_bytes))),
        }
    }

    fn request(&mut self, kind: u16, offset_bytes: u64, len_bytes: u32) -> io::Result<()> {
        self.cookie += 1;
        let mut bytes = Vec::with_capacity(REQUEST_BYTES);
        bytes.extend_from_slice(&REQUEST_MAGIC.to_be_bytes());
        bytes.extend_from_slice(&0_u16.to_be_bytes());
        bytes.extend_from_slice(&kind.to_be_bytes());
        bytes.extend_from_slice(&self.cookie.to_be_bytes());
        bytes.extend_from_slice(&offset_bytes.to_be_bytes());
        bytes.extend_from_slice(&len_bytes.to_be_bytes());
        self.stream.write_all(&bytes)
    }

    fn chunk(&mut self) -> io::Result<Chunk> {
        let (magic, flags, kind, cookie, len) = (self.u32()?, self.u16()?, self.u16()?, self.u64()?, self.u32()?);
        if magic != STRUCTURED_REPLY_MAGIC || cookie != self.cookie {
            return Err(nonsense("an answer begins otherwise".to_owned()));
        }
        Ok(Chunk { flags, kind, len_bytes: len as usize })
    }

    fn bytes<const N: usize>(&mut self) -> io::Result<[u8; N]> {
        let mut bytes = [0; N];
        self.stream.read_exact(&mut bytes)?;
        Ok(bytes)
    }

    fn u16(&mut self) -> io::Result<u16> {
        self.bytes().map(u16::from_be_bytes)
    }

    fn u32(&mut self) -> io::Result<u32> {
        self.bytes().map(u32::from_be_bytes)
    }

    fn u64(&mut self) -> io::Result<u64> {
        self.bytes().map(u64::from_be_bytes)
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        // A server that hears it needn't wonder; it may be gone.
        let _ = self.request(command::DISCONNECT, 0, 0);
    }
}

fn text(text: &[u8]) -> Vec<u8> {
    [&(text.len() as u32).to_be_bytes(), text].concat()
}

/// The part of a buffer, which begins at `from`, that a piece fills.
fn within(buffer: &mut [u8], from: u64, at: u64, len: usize) -> io::Result<&mut [u8]> {
    let start = at.checked_sub(from).and_then(|start| usize::try_from(start).ok());
    let range = start.and_then(|start| Some(start..start.checked_add(len)?));
    range.and_then(|range| buffer.get_mut(range)).ok_or_else(|| nonsense("it answers what wasn't asked".to_owned()))
}

/// A context's number, and (bytes, flags) of each stretch.
fn parse_stretches(data: &[u8]) -> io::Result<(u32, Vec<(u32, u32)>)> {
    let (context, rest) = data.split_first_chunk::<4>().ok_or_else(|| nonsense("an empty list".to_owned()))?;
    let (stretches, left_over) = rest.as_chunks::<8>();
    if !left_over.is_empty() {
        return Err(nonsense("a list that ends in the middle".to_owned()));
    }
    let number =
        |bytes: &[u8; 8], at: usize| u32::from_be_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]);
    let stretches: Vec<_> = stretches.iter().map(|bytes| (number(bytes, 0), number(bytes, 4))).collect();
    if stretches.iter().any(|(bytes, _)| *bytes == 0) {
        return Err(nonsense("an empty stretch".to_owned()));
    }
    Ok((u32::from_be_bytes(*context), stretches))
}

/// Lays what two contexts say over each other, as far as both say something.
fn merge(allocation: &[(u32, u32)], depth: &[(u32, u32)], offset_bytes: u64) -> Vec<Stretch> {
    let ends = |list: &[(u32, u32)]| {
        let mut end = offset_bytes;
        let ends = list.iter().map(|(bytes, value)| {
            end += u64::from(*bytes);
            (end, *value)
        });
        ends.collect::<Vec<_>>()
    };
    let (allocation, depth) = (ends(allocation), ends(depth));
    let (mut first, mut second) = (allocation.iter().peekable(), depth.iter().peekable());
    let mut merged: Vec<Stretch> = Vec::new();
    while let (Some((one, flags)), Some((other, layer))) = (first.peek(), second.peek()) {
        let end_bytes = *one.min(other);
        let stretch = Stretch { end_bytes, zeros: flags & READS_AS_ZEROS != 0, local: *layer == 1 };
        match merged.last_mut() {
            Some(last) if (last.zeros, last.local) == (stretch.zeros, stretch.local) => last.end_bytes = end_bytes,
            _ => merged.push(stretch),
        }
        let (one, other) = (*one, *other);
        if one == end_bytes {
            first.next();
        }
        if other == end_bytes {
            second.next();
        }
    }
    merged
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contexts_are_laid_over_each_other() {
        let said = |allocation: &[(u32, u32)], depth: &[(u32, u32)]| {
            let stretches = merge(allocation, depth, 100);
            let kinds = stretches.iter().map(|it| {
                format!(
                    "{}{}{}",
                    it.end_bytes,
                    if it.zeros { " zeros" } else { "" },
                    if it.local { " local" } else { "" }
                )
            });
            kinds.collect::<Vec<_>>().join(", ")
        };
        assert_eq!(said(&[(10, 0)], &[(10, 1)]), "110 local");
        // The shorter of the two says how far it goes.
        assert_eq!(said(&[(10, 0), (10, 3)], &[(15, 1)]), "110 local, 115 zeros local");
        assert_eq!(said(&[(30, 3)], &[(10, 0), (10, 1), (10, 2)]), "110 zeros, 120 zeros local, 130 zeros");
        // A hole that isn't zeros, as on a disk that doesn't promise it.
        assert_eq!(said(&[(10, 1), (10, 0)], &[(20, 0)]), "120");
        assert_eq!(said(&[], &[(20, 0)]), "");
    }
}
