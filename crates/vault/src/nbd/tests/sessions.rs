//! A small client of our own, that sees every byte.

use std::io::{Read, Write};
use std::os::unix::net::UnixStream;
use std::path::Path;

use super::*;
use crate::{Kind, ObjectName};

pub(super) fn option(number: u32, data: &[u8]) -> Vec<u8> {
    let mut bytes = b"IHAVEOPT".to_vec();
    bytes.extend_from_slice(&number.to_be_bytes());
    bytes.extend_from_slice(&(data.len() as u32).to_be_bytes());
    bytes.extend_from_slice(data);
    bytes
}

pub(super) fn text(text: &[u8]) -> Vec<u8> {
    [&(text.len() as u32).to_be_bytes(), text].concat()
}

/// GO or INFO, asking for these pieces of information.
pub(super) fn go(name: &[u8], wanted: &[u16]) -> Vec<u8> {
    let mut data = text(name);
    data.extend_from_slice(&(wanted.len() as u16).to_be_bytes());
    data.extend(wanted.iter().flat_map(|number| number.to_be_bytes()));
    data
}

pub(super) fn contexts(name: &[u8], queries: &[&[u8]]) -> Vec<u8> {
    let mut data = text(name);
    data.extend_from_slice(&(queries.len() as u32).to_be_bytes());
    data.extend(queries.iter().flat_map(|query| text(query)));
    data
}

pub(super) fn request(flags: u16, kind: u16, cookie: u64, offset: u64, len: u32) -> Vec<u8> {
    let mut bytes = 0x2560_9513_u32.to_be_bytes().to_vec();
    bytes.extend_from_slice(&flags.to_be_bytes());
    bytes.extend_from_slice(&kind.to_be_bytes());
    bytes.extend_from_slice(&cookie.to_be_bytes());
    bytes.extend_from_slice(&offset.to_be_bytes());
    bytes.extend_from_slice(&len.to_be_bytes());
    bytes
}

struct Client(UnixStream);

/// What came back for a request.
#[derive(Debug, PartialEq, Eq)]
enum Answer {
    Data(Vec<u8>),
    /// (length, flags) of each stretch.
    Stretches(Vec<(u32, u32)>),
    Error(u32),
}

impl Client {
    fn connect(path: &Path) -> Client {
        let mut client = Client(UnixStream::connect(path).unwrap());
        client.0.set_read_timeout(Some(std::time::Duration::from_secs(20))).unwrap();
        assert_eq!(client.bytes(16), b"NBDMAGICIHAVEOPT");
        assert_eq!(client.number(2), 3);
        client.send(&3_u32.to_be_bytes());
        client
    }

    fn structured(path: &Path) -> Client {
        let mut client = Client::connect(path);
        client.send(&option(8, &[]));
        assert_eq!(client.reply(), (1, vec![]));
        client.send(&option(10, &contexts(b"snapshot", &[b"base:allocation"])));
        assert_eq!(client.reply(), (4, [&1_u32.to_be_bytes()[..], b"base:allocation"].concat()));
        assert_eq!(client.reply(), (1, vec![]));
        client.go();
        client
    }

    fn go(&mut self) {
        self.send(&option(7, &go(b"snapshot", &[])));
        assert_eq!(self.reply().0, 3);
        assert_eq!(self.reply(), (1, vec![]));
    }

    fn send(&mut self, bytes: &[u8]) {
        self.0.write_all(bytes).unwrap();
    }

    fn bytes(&mut self, len: usize) -> Vec<u8> {
        let mut bytes = vec![0; len];
        self.0.read_exact(&mut bytes).unwrap();
        bytes
    }

    fn number(&mut self, len: usize) -> u64 {
        self.bytes(len).iter().fold(0, |sum, byte| sum << 8 | u64::from(*byte))
    }

    /// The answer to an option: its kind and what it says.
    fn reply(&mut self) -> (u32, Vec<u8>) {
        assert_eq!(self.number(8), 0x0003_e889_0455_65a9);
        let _option = self.number(4);
        let kind = self.number(4) as u32;
        let len = self.number(4) as usize;
        (kind, self.bytes(len))
    }

    /// The answer to a request at `offset`, in chunks.
    fn chunks(&mut self, offset: u64, len: usize) -> Answer {
        let mut data = vec![0xee; len];
        let mut filled = 0;
        loop {
            assert_eq!(self.number(4), 0x668e_33ef);
            let (flags, kind, _cookie) = (self.number(2), self.number(2), self.number(8));
            let payload_len = self.number(4) as usize;
            let payload = self.bytes(payload_len);
            let at = |from: usize| (u64::from_be_bytes(payload[from..from + 8].try_into().unwrap()) - offset) as usize;
            match kind {
                1 => {
                    data[at(0)..][..payload_len - 8].copy_from_slice(&payload[8..]);
                    filled += payload_len - 8;
                }
                2 => {
                    let hole = u32::from_be_bytes(payload[8..12].try_into().unwrap()) as usize;
                    data[at(0)..][..hole].fill(0);
                    filled += hole;
                }
                5 => {
                    let numbers: Vec<u32> =
                        payload.chunks(4).map(|it| u32::from_be_bytes(it.try_into().unwrap())).collect();
                    assert_eq!((flags, numbers[0]), (1, 1));
                    return Answer::Stretches(numbers[1..].chunks(2).map(|pair| (pair[0], pair[1])).collect());
                }
                0x8001 | 0x8002 => {
                    assert_eq!(flags, 1);
                    return Answer::Error(u32::from_be_bytes(payload[..4].try_into().unwrap()));
                }
                other => panic!("a chunk of kind {other}"),
            }
            if flags == 1 {
                assert_eq!(filled, len);
                return Answer::Data(data);
            }
        }
    }

    fn read(&mut self, offset: u64, len: u32) -> Answer {
        self.send(&request(0, 0, 7, offset, len));
        self.chunks(offset, len as usize)
    }
}

#[test]
fn reads_of_any_length_and_place() {
    let shop = shop();
    let content = shop.content.clone();
    let (_folder, path, _server) = serve(shop);
    let mut client = Client::structured(&path);
    let block = BLOCK_BYTES as u64;
    for (offset, len) in [
        (0, 1),
        (1, 511),
        (block - 1, 2),
        (0, content.len() as u32),
        (2 * block, 512),
        (5 * block, 1000),
        (700, 3 << 20),
    ] {
        let len = len.min(content.len() as u32 - offset as u32);
        let expected = &content[offset as usize..][..len as usize];
        assert!(client.read(offset, len) == Answer::Data(expected.to_vec()), "{len} bytes at {offset}");
    }
    // In one piece, as a client may ask.
    client.send(&request(4, 0, 7, block - 5, 3 << 19));
    assert!(client.chunks(block - 5, 3 << 19) == Answer::Data(content[BLOCK_BYTES - 5..][..3 << 19].to_vec()));
    // A refusal ends nothing.
    for (offset, len) in [(content.len() as u64, 1), (0, 0), (u64::MAX, 2), (0, u32::MAX), (1, content.len() as u32)] {
        assert_eq!(client.read(offset, len), Answer::Error(22), "{len} bytes at {offset}");
    }
    for (kind, errno) in [(4, 1), (6, 1), (99, 22)] {
        client.send(&request(0, kind, 7, 0, 512));
        assert_eq!(client.chunks(0, 512), Answer::Error(errno));
    }
    client.send(&[request(0, 1, 7, 0, 4), b"data".to_vec()].concat());
    assert_eq!(client.chunks(0, 4), Answer::Error(1));
    assert_eq!(client.read(0, 1), Answer::Data(content[..1].to_vec()));
}

#[test]
fn stretches_of_data_and_zeros() {
    let shop = shop();
    let size = shop.content.len() as u32;
    let (_folder, path, _server) = serve(shop);
    let mut client = Client::structured(&path);
    let block = BLOCK_BYTES as u32;
    client.send(&request(0, 7, 7, 0, size));
    let all = vec![(2 * block, 0), (2 * block, 3), (block + 1000, 0)];
    assert_eq!(client.chunks(0, 0), Answer::Stretches(all));
    client.send(&request(8, 7, 7, u64::from(block) * 2 + 5, block));
    assert_eq!(client.chunks(0, 0), Answer::Stretches(vec![(block, 3)]));

    // Who hasn't chosen the context can't ask.
    let mut client = Client::connect(&path);
    client.send(&option(8, &[]));
    client.reply();
    client.go();
    client.send(&request(0, 7, 7, 0, size));
    assert_eq!(client.chunks(0, 0), Answer::Error(22));
}

#[test]
fn simple_replies_for_simple_clients() {
    let shop = shop();
    let content = shop.content.clone();
    let (_folder, path, _server) = serve(shop);
    let mut client = Client::connect(&path);
    client.go();
    let len = 4 * BLOCK_BYTES as u32;
    client.send(&request(0, 0, 42, 100, len));
    assert_eq!((client.number(4), client.number(4), client.number(8)), (0x6744_6698, 0, 42));
    assert!(client.bytes(len as usize) == content[100..][..len as usize]);
    client.send(&request(0, 0, 43, 1 << 40, 1));
    assert_eq!((client.number(4), client.number(4), client.number(8)), (0x6744_6698, 22, 43));
}

#[test]
fn options_are_answered_as_the_specification_has_it() {
    let (_folder, path, _server) = serve(shop());
    let mut client = Client::connect(&path);
    let mut ask = |number, data: &[u8]| {
        client.send(&option(number, data));
        client.reply()
    };
    assert_eq!(ask(5, &[]).0, 0x8000_0001, "no TLS on a unix socket");
    assert_eq!(ask(7, &go(b"another", &[])).0, 0x8000_0006);
    assert_eq!(ask(7, b"short").0, 0x8000_0003);
    assert_eq!(ask(8, b"x").0, 0x8000_0003);
    assert_eq!(ask(10, &contexts(b"snapshot", &[])).0, 0x8000_0003, "structured replies come first");
    client.send(&option(3, &[]));
    assert_eq!(client.reply(), (2, text(b"snapshot")));
    assert_eq!(client.reply(), (1, vec![]));
    client.send(&option(6, &go(b"snapshot", &[1, 3])));
    let size = (5 * BLOCK_BYTES as u64 + 1000).to_be_bytes();
    assert_eq!(client.reply(), (3, [&[0, 0], &size[..], &[1, 0b1000_0011]].concat()));
    assert_eq!(client.reply(), (3, b"\0\x01snapshot".to_vec()));
    assert_eq!(client.reply(), (3, b"\0\x03\0\0\0\x01\0\x08\0\0\x02\0\0\0".to_vec()));
    assert_eq!(client.reply(), (1, vec![]));
    client.send(&option(9, &contexts(b"snapshot", &[])));
    assert_eq!(client.reply(), (4, b"\0\0\0\0base:allocation".to_vec()));
    assert_eq!(client.reply(), (1, vec![]));
    // The oldest way to choose.
    client.send(&option(1, b"snapshot"));
    assert_eq!(client.bytes(10), [&size[..], &[1, 0b1000_0011]].concat());
    client.send(&request(0, 0, 1, 0, 1));
    assert_eq!(client.number(4), 0x6744_6698);
}

#[test]
fn a_damaged_block_fails_its_own_reads_only() {
    for missing in [true, false] {
        let shop = shop();
        let content = shop.content.clone();
        let block = ObjectName::block(Hash::of(&content[BLOCK_BYTES..2 * BLOCK_BYTES]));
        if missing {
            assert_eq!(crate::Backend::delete(&*shop.backend, &[block]).unwrap(), 1);
        } else {
            assert!(shop.backend.tamper(block, |bytes| bytes[100] ^= 1));
        }
        let (_folder, path, _server) = serve(shop);
        let mut client = Client::structured(&path);
        assert_eq!(client.read(BLOCK_BYTES as u64 + 7, 1), Answer::Error(5));
        assert_eq!(client.read(0, 4 * BLOCK_BYTES as u32), Answer::Error(5));
        assert_eq!(client.read(0, 100), Answer::Data(content[..100].to_vec()));
        // Without chunks nothing is sent before all is there.
        let mut client = Client::connect(&path);
        client.go();
        client.send(&request(0, 0, 9, 0, 4 * BLOCK_BYTES as u32));
        assert_eq!((client.number(4), client.number(4), client.number(8)), (0x6744_6698, 5, 9));
        client.send(&request(0, 0, 10, 0, 1));
        assert_eq!((client.number(4), client.number(4), client.number(8)), (0x6744_6698, 0, 10));
    }
}

#[test]
fn a_damaged_page_is_never_taken_for_zeros() {
    let shop = shop();
    let mut pages = Vec::new();
    crate::Backend::list(&*shop.backend, Kind::Page, &mut |listed| {
        pages.push(listed.name);
        std::ops::ControlFlow::Continue(())
    })
    .unwrap();
    for page in pages {
        shop.backend.tamper(page, |bytes| bytes.truncate(20));
    }
    let (_folder, path, _server) = serve(shop);
    let mut client = Client::structured(&path);
    assert_eq!(client.read(2 * BLOCK_BYTES as u64, 512), Answer::Error(5));
    client.send(&request(0, 7, 7, 0, 512));
    assert_eq!(client.chunks(0, 0), Answer::Error(5));
}

#[test]
fn many_requests_of_many_connections_at_once() {
    let shop = shop();
    let content = Arc::new(shop.content.clone());
    let (_folder, path, _server) = serve(shop);
    let clients: Vec<_> = (0..8_u64)
        .map(|number| {
            let (path, content) = (path.clone(), Arc::clone(&content));
            std::thread::spawn(move || {
                let mut client = Client::structured(&path);
                // Of one byte each, so that every answer is one chunk; they come in any order.
                let places: Vec<u64> =
                    (0..200).map(|at| (at * 7919 + number * 131_071) % content.len() as u64).collect();
                for (cookie, place) in places.iter().enumerate() {
                    client.send(&request(0, 0, cookie as u64, *place, 1));
                }
                let mut seen = vec![false; places.len()];
                for _ in &places {
                    assert_eq!(client.number(4), 0x668e_33ef);
                    let (_flags, kind) = (client.number(2), client.number(2));
                    let cookie = client.number(8) as usize;
                    let len = client.number(4) as usize;
                    let payload = client.bytes(len);
                    let byte = if kind == 1 { payload[8] } else { 0 };
                    assert_eq!(byte, content[places[cookie] as usize]);
                    assert!(!std::mem::replace(&mut seen[cookie], true), "answered twice");
                }
            })
        })
        .collect();
    for client in clients {
        client.join().unwrap();
    }
}

#[test]
fn a_server_that_ends_leaves_nobody_waiting() {
    let (_folder, path, server) = serve(shop());
    let mut client = Client::structured(&path);
    // Somebody who never says anything is there, too.
    let _silent = UnixStream::connect(&path).unwrap();
    drop(server);
    assert_eq!(client.0.read(&mut [0; 1]).unwrap(), 0);
}
