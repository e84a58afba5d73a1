//! What no client would say: it ends the connection, or is refused, and nothing else.

use std::sync::mpsc;
use std::sync::{LazyLock, Mutex};
use std::time::Duration;

use proptest::collection::vec;
use proptest::prelude::*;

use super::sessions::{contexts, go, option, request};
use super::*;

/// A good session, in parts.
fn parts() -> Vec<Vec<u8>> {
    vec![
        3_u32.to_be_bytes().to_vec(),
        option(8, &[]),
        option(3, &[]),
        option(9, &contexts(b"snapshot", &[b"base:"])),
        option(10, &contexts(b"snapshot", &[b"base:allocation", b"x:y"])),
        option(6, &go(b"snapshot", &[0, 1, 2, 3])),
        option(7, &go(b"snapshot", &[3])),
        request(0, 0, 1, 0, 4096),
        request(4, 0, 2, 511, 70_000),
        request(0, 7, 3, 0, 1 << 20),
        [request(0, 1, 4, 0, 5), b"write".to_vec()].concat(),
        request(0, 3, 5, 0, 0),
        request(0, 0, 6, 600_000, 1 << 20),
        request(0, 2, 7, 0, 0),
    ]
}

/// A writer that counts, into which more than the longest answers never goes.
struct Counted<'a>(&'a Mutex<usize>);

impl io::Write for Counted<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        *self.0.lock().unwrap() += bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Says something, and returns how much came back. Fails where the session doesn't end by itself.
fn say(bytes: Vec<u8>) -> usize {
    static SHOP: LazyLock<Shop> = LazyLock::new(shop);
    static FETCHERS: LazyLock<Fetchers> = LazyLock::new(Fetchers::start);
    let (sender, done) = mpsc::channel();
    std::thread::spawn(move || {
        let counted = Mutex::new(0);
        // What comes of it is an error or none, and either is right.
        let _ = session(&bytes[..], Counted(&counted), &*SHOP, &FETCHERS, || Ok(()), &|| {});
        let _ = sender.send(counted.into_inner().unwrap());
    });
    // A panic is heard as a channel that closes.
    done.recv_timeout(Duration::from_secs(30)).expect("a session ends when its client has nothing more to say")
}

#[test]
fn lengths_are_not_believed() {
    let huge = |number: u32| [b"IHAVEOPT".to_vec(), number.to_be_bytes().to_vec(), vec![0xff; 4]].concat();
    for number in 0..12 {
        // The greeting is all that comes back: with an answer it would have been read to its end.
        assert_eq!(say([3_u32.to_be_bytes().to_vec(), huge(number)].concat()), 18);
    }
    // Counts inside of what is short.
    let mut data = super::sessions::text(b"snapshot");
    data.extend_from_slice(&u32::MAX.to_be_bytes());
    let session = [3_u32.to_be_bytes().to_vec(), option(8, &[]), option(10, &data)].concat();
    assert_eq!(say(session), 18 + 20 + 20 + "its lengths don't agree".len());
    // A write that would be gigabytes.
    let mut session = parts()[..7].concat();
    let before = say(session.clone());
    session.extend(request(0, 1, 1, 0, u32::MAX));
    session.extend(request(0, 0, 2, 0, 512));
    assert_eq!(say(session), before, "it is sent away");
}

#[test]
fn options_without_end_come_to_one() {
    let session = [3_u32.to_be_bytes().to_vec(), option(77, b"x").repeat(10_000)].concat();
    assert!(say(session) < 20_000);
}

/// A change of a session's bytes.
#[derive(Debug, Clone)]
enum Mutation {
    Set(prop::sample::Index, u8),
    Flip(prop::sample::Index, u8),
    Cut(prop::sample::Index),
    Insert(prop::sample::Index, Vec<u8>),
    /// One of the good parts again, anywhere.
    Part(prop::sample::Index, prop::sample::Index),
    Remove(prop::sample::Index, usize),
}

fn mutation() -> impl Strategy<Value = Mutation> {
    let at = any::<prop::sample::Index>;
    prop_oneof![
        (at(), prop_oneof![Just(0), Just(0xff), any::<u8>()]).prop_map(|(at, byte)| Mutation::Set(at, byte)),
        (at(), 0..8_u8).prop_map(|(at, bit)| Mutation::Flip(at, bit)),
        at().prop_map(Mutation::Cut),
        (at(), vec(any::<u8>(), 1..40)).prop_map(|(at, bytes)| Mutation::Insert(at, bytes)),
        (at(), at()).prop_map(|(at, part)| Mutation::Part(at, part)),
        (at(), 1..30_usize).prop_map(|(at, len)| Mutation::Remove(at, len)),
    ]
}

fn mutate(bytes: &mut Vec<u8>, mutation: &Mutation) {
    let place = |at: &prop::sample::Index, bytes: &Vec<u8>| at.index(bytes.len() + 1);
    match mutation {
        Mutation::Set(at, byte) => {
            let at = place(at, bytes);
            if let Some(there) = bytes.get_mut(at) {
                *there = *byte;
            }
        }
        Mutation::Flip(at, bit) => {
            let at = place(at, bytes);
            if let Some(there) = bytes.get_mut(at) {
                *there ^= 1 << bit;
            }
        }
        Mutation::Cut(at) => bytes.truncate(place(at, bytes)),
        Mutation::Insert(at, inserted) => {
            let at = place(at, bytes);
            bytes.splice(at..at, inserted.iter().copied());
        }
        Mutation::Part(at, part) => {
            let (at, parts) = (place(at, bytes), parts());
            bytes.splice(at..at, parts[part.index(parts.len())].iter().copied());
        }
        Mutation::Remove(at, len) => {
            let start = place(at, bytes);
            let end = (start + len).min(bytes.len());
            bytes.drain(start..end);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, max_shrink_iters: 200, ..ProptestConfig::default() })]

    #[test]
    fn noise(bytes in vec(any::<u8>(), 0..300), greeted in any::<bool>()) {
        let flags = if greeted { vec![0, 0, 0, 3] } else { vec![] };
        say([flags, bytes].concat());
    }

    #[test]
    fn sessions_gone_wrong(mutations in vec(mutation(), 1..8)) {
        let mut bytes = parts().concat();
        for mutation in &mutations {
            mutate(&mut bytes, mutation);
        }
        // Each request is answered once at most, with what the export has at most.
        prop_assert!(say(bytes) < 64 << 20);
    }
}
