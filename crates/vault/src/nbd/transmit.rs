//! The rest of a connection: requests and their answers.
//!
//! ```text
//!   reader (one) ──at most 64 wait──▶ workers (4) ──▶ writer, a chunk at a time
//!                                        └── reads on in a row? ──▶ fetchers: the blocks behind
//! ```
//! Answers come in the order in which they are ready. A read is answered in chunks of a block at most where the client
//! takes them, so what is held for it doesn't grow with what it asks for; where it doesn't, one long read of a connection
//! is held at a time.

use std::io::{self, ErrorKind, IoSlice, Read, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, sync_channel};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;

use super::MAX_REQUEST_BYTES;
use super::ahead::Ahead;
use super::export::Piece;
use super::negotiate::{Agreed, refused};
use super::protocol::{
    ALLOCATION_ID, Errno, HOLE_OF_ZEROS, REQUEST_BYTES, REQUEST_MAGIC, SIMPLE_REPLY_MAGIC, STRUCTURED_REPLY_MAGIC,
    chunk, command,
};
use crate::VaultError;

/// Requests of one connection that wait for a worker.
const QUEUE: usize = 64;
/// Requests of one connection that are answered at once.
const WORKERS: usize = 4;
/// Reads above this are long ones.
const LONG_BYTES: u32 = 1 << 20;
/// Stretches that one answer tells of.
const MAX_STRETCHES: usize = 2048;
/// The most bytes that QEMU and others want to hear of in one stretch.
const MAX_STRETCH_BYTES: u64 = (1 << 32) - (64 << 10);

struct Request {
    flags: u16,
    kind: u16,
    cookie: u64,
    offset_bytes: u64,
    len_bytes: u32,
}

struct Connection<'a, W> {
    agreed: &'a Agreed,
    ahead: &'a Ahead,
    writer: Mutex<W>,
    long_reads: Mutex<()>,
    /// It can't be written to any more.
    broken: AtomicBool,
    hang_up: &'a (dyn Fn() + Sync),
}

/// Answers requests until the client leaves or says something that can't be understood. `hang_up` ends the connection, so
/// that neither side of it waits any longer.
pub(super) fn transmit<W: Write + Send>(
    reader: &mut impl Read,
    writer: W,
    agreed: &Agreed,
    ahead: &Ahead,
    hang_up: &(dyn Fn() + Sync),
) -> io::Result<()> {
    let connection = Connection {
        agreed,
        ahead,
        writer: Mutex::new(writer),
        long_reads: Mutex::new(()),
        broken: AtomicBool::new(false),
        hang_up,
    };
    let (sender, receiver) = sync_channel(QUEUE);
    let receiver = Mutex::new(receiver);
    thread::scope(|scope| {
        // The workers end once it is gone.
        let sender = sender;
        let (receiver, connection) = (&receiver, &connection);
        let mut workers = 0;
        loop {
            let request = match read_request(reader) {
                Ok(Some(request)) => request,
                Ok(None) => return Ok(()),
                Err(error) => {
                    hang_up();
                    return Err(error);
                }
            };
            // Most connections of a guest that idles need none.
            if workers < WORKERS {
                workers += 1;
                thread::Builder::new()
                    .name("nbd worker".to_owned())
                    .spawn_scoped(scope, move || connection.work(receiver))?;
            }
            sender.send(request).map_err(|_| ErrorKind::BrokenPipe)?;
        }
    })
}

/// The next request, past what is to be written by it; `None` when the client has left.
fn read_request(reader: &mut impl Read) -> io::Result<Option<Request>> {
    let mut bytes = [0; REQUEST_BYTES];
    loop {
        match reader.read(&mut bytes[..1]) {
            Ok(0) => return Ok(None),
            Ok(_) => break,
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    reader.read_exact(&mut bytes[1..])?;
    let part = |at: usize, len: usize| bytes[at..at + len].iter().fold(0_u64, |sum, byte| sum << 8 | u64::from(*byte));
    if part(0, 4) != u64::from(REQUEST_MAGIC) {
        return Err(refused("a request begins otherwise".to_owned()));
    }
    let request = Request {
        flags: part(4, 2) as u16,
        kind: part(6, 2) as u16,
        cookie: part(8, 8),
        offset_bytes: part(16, 8),
        len_bytes: part(24, 4) as u32,
    };
    if request.kind == command::WRITE {
        if request.len_bytes > MAX_REQUEST_BYTES {
            return Err(refused(format!("a write of {} bytes is too long", request.len_bytes)));
        }
        let mut payload = reader.by_ref().take(u64::from(request.len_bytes));
        if io::copy(&mut payload, &mut io::sink())? < u64::from(request.len_bytes) {
            return Err(ErrorKind::UnexpectedEof.into());
        }
    }
    Ok((request.kind != command::DISCONNECT).then_some(request))
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl<W: Write + Send> Connection<'_, W> {
    fn work(&self, requests: &Mutex<Receiver<Request>>) {
        loop {
            let request = lock(requests).recv();
            let Ok(request) = request else { return };
            // What is still waiting is taken all the same, so that the reader never waits for a place.
            if !self.broken.load(Ordering::Relaxed) && self.answer(&request).is_err() {
                self.broken.store(true, Ordering::Relaxed);
                (self.hang_up)();
            }
        }
    }

    fn answer(&self, request: &Request) -> io::Result<()> {
        let has = self.agreed.export.has(request.offset_bytes, u64::from(request.len_bytes));
        match request.kind {
            command::READ => {
                let single = request.flags & command::FLAG_DF != 0;
                if !has
                    || request.len_bytes > MAX_REQUEST_BYTES
                    || request.flags & !command::FLAG_DF != 0
                    || single && !self.agreed.structured
                {
                    return self.fail(request, Errno::Invalid, "this can't be read");
                }
                self.ahead.look(&self.agreed.export, request.offset_bytes, u64::from(request.len_bytes));
                if self.agreed.structured && !single { self.read_in_chunks(request) } else { self.read_whole(request) }
            }
            command::BLOCK_STATUS => {
                if !has || !self.agreed.allocation || request.flags & !command::FLAG_REQ_ONE != 0 {
                    return self.fail(request, Errno::Invalid, "of this nothing can be told");
                }
                self.tell_stretches(request)
            }
            command::WRITE | command::TRIM | command::WRITE_ZEROES => {
                self.fail(request, Errno::Permission, "a snapshot never changes")
            }
            _ => self.fail(request, Errno::Invalid, "not known here"),
        }
    }

    fn read_in_chunks(&self, request: &Request) -> io::Result<()> {
        let end = request.offset_bytes + u64::from(request.len_bytes);
        let (mut at, mut hole) = (request.offset_bytes, request.offset_bytes);
        while at < end {
            let piece = match self.agreed.export.read(at, end - at) {
                Ok(piece) => piece,
                Err(error) => {
                    self.send_hole(request, hole, at, 0)?;
                    return self.fail_at(request, at, &error);
                }
            };
            let next = at + piece.len() as u64;
            if let Piece::Data(block, range) = piece {
                self.send_hole(request, hole, at, 0)?;
                let done = if next == end { chunk::DONE } else { 0 };
                self.chunk(request, done, chunk::OFFSET_DATA, &[&at.to_be_bytes(), &block[range]])?;
                hole = next;
            }
            at = next;
        }
        self.send_hole(request, hole, end, chunk::DONE)
    }

    /// Tells of zeros, if there are any.
    fn send_hole(&self, request: &Request, from: u64, to: u64, flags: u16) -> io::Result<()> {
        if from == to {
            return Ok(());
        }
        let len = u32::try_from(to - from).expect("a read has 32 MiB at most");
        self.chunk(request, flags, chunk::OFFSET_HOLE, &[&from.to_be_bytes(), &len.to_be_bytes()])
    }

    fn read_whole(&self, request: &Request) -> io::Result<()> {
        let _alone = (request.len_bytes > LONG_BYTES).then(|| lock(&self.long_reads));
        let end = request.offset_bytes + u64::from(request.len_bytes);
        let (mut at, mut pieces) = (request.offset_bytes, Vec::new());
        while at < end {
            match self.agreed.export.read(at, end - at) {
                Ok(piece) => {
                    at += piece.len() as u64;
                    pieces.push(piece);
                }
                Err(error) => return self.fail_at(request, at, &error),
            }
        }
        let longest = pieces.iter().map(|piece| if let Piece::Zeros(len) = piece { *len } else { 0 }).max();
        let zeros = vec![0; longest.unwrap_or(0)];
        let offset = request.offset_bytes.to_be_bytes();
        let mut parts: Vec<&[u8]> = Vec::with_capacity(pieces.len() + 1);
        if self.agreed.structured {
            parts.push(&offset);
        }
        parts.extend(pieces.iter().map(|piece| match piece {
            Piece::Zeros(len) => &zeros[..*len],
            Piece::Data(block, range) => &block[range.clone()],
        }));
        if self.agreed.structured {
            self.chunk(request, chunk::DONE, chunk::OFFSET_DATA, &parts)
        } else {
            self.simple(request, 0, &parts)
        }
    }

    fn tell_stretches(&self, request: &Request) -> io::Result<()> {
        let limit = if request.flags & command::FLAG_REQ_ONE != 0 { 1 } else { MAX_STRETCHES };
        let found = self.agreed.export.stretches(request.offset_bytes, u64::from(request.len_bytes), limit);
        let stretches = match found {
            Ok(stretches) => stretches,
            Err(error) => return self.fail_at(request, request.offset_bytes, &error),
        };
        let mut data = ALLOCATION_ID.to_be_bytes().to_vec();
        for stretch in stretches {
            let bytes = stretch.bytes.min(MAX_STRETCH_BYTES) as u32;
            data.extend_from_slice(&bytes.to_be_bytes());
            data.extend_from_slice(&if stretch.zeros { HOLE_OF_ZEROS } else { 0 }.to_be_bytes());
            if u64::from(bytes) < stretch.bytes {
                break;
            }
        }
        self.chunk(request, chunk::DONE, chunk::BLOCK_STATUS, &[&data])
    }

    /// Fails a read because of the vault, and says in the log what is wrong with it.
    fn fail_at(&self, request: &Request, offset_bytes: u64, error: &VaultError) -> io::Result<()> {
        tracing::error!(offset_bytes, "a read of a snapshot fails: {error}");
        if !self.agreed.structured {
            return self.simple(request, Errno::Io as u32, &[]);
        }
        let text = error.to_string();
        let text = &text.as_bytes()[..text.len().min(512)];
        let mut data = (Errno::Io as u32).to_be_bytes().to_vec();
        data.extend_from_slice(&(text.len() as u16).to_be_bytes());
        data.extend_from_slice(text);
        data.extend_from_slice(&offset_bytes.to_be_bytes());
        self.chunk(request, chunk::DONE, chunk::ERROR_OFFSET, &[&data])
    }

    fn fail(&self, request: &Request, errno: Errno, text: &str) -> io::Result<()> {
        if !self.agreed.structured {
            return self.simple(request, errno as u32, &[]);
        }
        let mut data = (errno as u32).to_be_bytes().to_vec();
        data.extend_from_slice(&(text.len() as u16).to_be_bytes());
        data.extend_from_slice(text.as_bytes());
        self.chunk(request, chunk::DONE, chunk::ERROR, &[&data])
    }

    fn simple(&self, request: &Request, errno: u32, parts: &[&[u8]]) -> io::Result<()> {
        let mut header = SIMPLE_REPLY_MAGIC.to_be_bytes().to_vec();
        header.extend_from_slice(&errno.to_be_bytes());
        header.extend_from_slice(&request.cookie.to_be_bytes());
        self.send(&header, parts)
    }

    fn chunk(&self, request: &Request, flags: u16, kind: u16, parts: &[&[u8]]) -> io::Result<()> {
        let len: usize = parts.iter().map(|part| part.len()).sum();
        let mut header = STRUCTURED_REPLY_MAGIC.to_be_bytes().to_vec();
        header.extend_from_slice(&flags.to_be_bytes());
        header.extend_from_slice(&kind.to_be_bytes());
        header.extend_from_slice(&request.cookie.to_be_bytes());
        header.extend_from_slice(&u32::try_from(len).expect("32 MiB at most, and a little").to_be_bytes());
        self.send(&header, parts)
    }

    fn send(&self, header: &[u8], parts: &[&[u8]]) -> io::Result<()> {
        // In one call, as far as the system takes it: each one more would wake the client once more.
        let mut slices: Vec<IoSlice> = Vec::with_capacity(parts.len() + 1);
        slices.push(IoSlice::new(header));
        slices.extend(parts.iter().filter(|part| !part.is_empty()).map(|part| IoSlice::new(part)));
        let mut left = slices.as_mut_slice();
        let mut writer = lock(&self.writer);
        while !left.is_empty() {
            match writer.write_vectored(left) {
                Ok(0) => return Err(ErrorKind::WriteZero.into()),
                Ok(written) => IoSlice::advance_slices(&mut left, written),
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        writer.flush()
    }
}
