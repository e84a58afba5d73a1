//! Our own client: against our own server, against QEMU's, and against one that lies.

use std::io::{ErrorKind, Write};
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::time::{Duration, Instant};

use super::clients::{lacks, run};
use super::*;
use crate::nbd::{Dial, NbdSource};
use crate::{Extent, ExtentKind, Layer, Source};

fn dial(path: &Path) -> Dial {
    let path = path.to_owned();
    Box::new(move || UnixStream::connect(&path))
}

/// All extents of a source, in blocks where they are whole.
fn extents(source: &dyn Source) -> Vec<(ExtentKind, u64)> {
    let (mut at, mut found) = (0, Vec::new());
    while at < source.size_bytes() {
        let Extent { kind, end_bytes } = source.extent_at(at).unwrap();
        assert!(end_bytes > at);
        found.push((kind, end_bytes));
        at = end_bytes;
    }
    found
}

#[test]
fn a_snapshot_that_is_served_is_read_back() {
    let shop = shop();
    let (content, root, vault) = (shop.content.clone(), shop.root, Arc::clone(&shop.vault));
    let (_folder, path, _server) = serve(shop);
    let source = NbdSource::connect(dial(&path), "snapshot").unwrap();
    assert_eq!(source.size_bytes(), content.len() as u64);
    for (from, len) in [(0, content.len()), (BLOCK_BYTES - 7, 20), (content.len() - 1, 1)] {
        let mut read = vec![1; len];
        source.read_exact_at(&mut read, from as u64).unwrap();
        assert!(read == content[from..from + len], "{len} bytes at {from}");
    }
    let block = BLOCK_BYTES as u64;
    let expected =
        [(ExtentKind::Data, 2 * block), (ExtentKind::Hole, 4 * block), (ExtentKind::Data, content.len() as u64)];
    assert_eq!(extents(&source), expected);
    // Read by several threads into another snapshot, it is the same one.
    let job = vault.begin_job(&[]).unwrap();
    let again = vault.in_clear().ingest(&job, &source, None, &|_, _| {}, &AtomicBool::new(false)).unwrap();
    assert_eq!((again.manifest.root, again.stats.read_blocks), (root, 4));
}

#[test]
fn what_is_not_served_is_said() {
    let (_folder, path, server) = serve(shop());
    let refused = NbdSource::connect(dial(&path), "another").unwrap_err();
    assert_eq!(refused.kind(), ErrorKind::InvalidData, "{refused}");
    let layerless = NbdSource::connect_to_layer(dial(&path), "snapshot").unwrap_err();
    assert!(layerless.to_string().contains("which layer"), "{layerless}");
    // A server that ends is an error of the read, and a new one of the next.
    let source = NbdSource::connect(dial(&path), "snapshot").unwrap();
    drop(server);
    for _ in 0..2 {
        assert!(source.read_exact_at(&mut [0; 10], 0).is_err());
    }
}

#[test]
fn a_damaged_block_fails_the_read() {
    let shop = shop();
    let (_, block) = shop.vault.blocks(shop.root, 0).unwrap().next().unwrap().unwrap();
    assert_eq!(crate::Backend::delete(&*shop.backend, &[crate::ObjectName::block(block)]).unwrap(), 1);
    let (_folder, path, _server) = serve(shop);
    let source = NbdSource::connect(dial(&path), "snapshot").unwrap();
    let failed = source.read_exact_at(&mut [0; 10], 0).unwrap_err();
    assert!(failed.to_string().contains("failed by 5"), "{failed}");
}

/// A server that says this, whatever it hears.
fn liar(said: Vec<u8>) -> Dial {
    Box::new(move || {
        let (ours, mut theirs) = UnixStream::pair()?;
        let said = said.clone();
        std::thread::spawn(move || {
            let _ = theirs.write_all(&said);
            let _ = theirs.shutdown(std::net::Shutdown::Write);
            let _ = io::copy(&mut &theirs, &mut io::sink());
        });
        Ok(ours)
    })
}

/// The negotiation with a server of a disk of 1 MiB.
fn negotiation() -> Vec<u8> {
    let reply = |option: u32, kind: u32, data: &[u8]| {
        let mut bytes = 0x0003_e889_0455_65a9_u64.to_be_bytes().to_vec();
        for number in [option, kind, data.len() as u32] {
            bytes.extend_from_slice(&number.to_be_bytes());
        }
        [bytes, data.to_vec()].concat()
    };
    let mut said = b"NBDMAGICIHAVEOPT\0\x03".to_vec();
    said.extend(reply(8, 1, &[]));
    said.extend(reply(10, 4, &[&7_u32.to_be_bytes()[..], b"base:allocation"].concat()));
    said.extend(reply(10, 1, &[]));
    said.extend(reply(7, 3, &[&[0, 0][..], &(1_u64 << 20).to_be_bytes(), &[0, 3]].concat()));
    said.extend(reply(7, 1, &[]));
    said
}

/// A part of the answer to the first request.
fn part(flags: u16, kind: u16, data: &[u8]) -> Vec<u8> {
    let mut bytes = 0x668e_33ef_u32.to_be_bytes().to_vec();
    bytes.extend_from_slice(&flags.to_be_bytes());
    bytes.extend_from_slice(&kind.to_be_bytes());
    bytes.extend_from_slice(&1_u64.to_be_bytes());
    bytes.extend_from_slice(&(data.len() as u32).to_be_bytes());
    bytes.extend_from_slice(data);
    bytes
}

#[test]
fn a_server_that_lies_is_found_out() {
    let at = |offset: u64, data: &[u8]| [&offset.to_be_bytes()[..], data].concat();
    let read = |said: Vec<u8>| {
        let source = NbdSource::connect(liar([negotiation(), said].concat()), "").unwrap();
        let mut buffer = [0; 4];
        source.read_exact_at(&mut buffer, 100).map(|()| buffer)
    };
    assert_eq!(read([part(0, 1, &at(102, b"cd")), part(1, 1, &at(100, b"ab"))].concat()).unwrap(), *b"abcd");
    assert_eq!(read(part(1, 2, &at(100, &4_u32.to_be_bytes()))).unwrap(), [0; 4]);
    for (what, said) in [
        ("before what was asked for", part(1, 1, &at(99, b"abcd"))),
        ("behind it", part(1, 1, &at(102, b"abcd"))),
        ("a hole without end", part(1, 2, &at(100, &u32::MAX.to_be_bytes()))),
        ("too little", part(1, 1, &at(100, b"ab"))),
        ("nothing", part(1, 0, &[])),
        ("an unknown part", part(1, 9, b"abcd")),
        ("something else", vec![7; 40]),
        ("an end in the middle", part(1, 1, &at(100, b"abcd"))[..30].to_vec()),
    ] {
        assert!(read(said).is_err(), "{what}");
    }
    let status = |said: &[u8]| {
        let source = NbdSource::connect(liar([negotiation(), said.to_vec()].concat()), "").unwrap();
        source.extent_at(100)
    };
    let numbers = |numbers: &[u32]| numbers.iter().flat_map(|number| number.to_be_bytes()).collect::<Vec<_>>();
    // What reaches beyond the disk ends with it.
    let known = status(&part(1, 5, &numbers(&[7, u32::MAX, 3]))).unwrap();
    assert_eq!(known, Extent { kind: ExtentKind::Hole, end_bytes: 1 << 20 });
    for (what, said) in [
        ("of another context", numbers(&[8, 100, 0])),
        ("an empty stretch", numbers(&[7, 0, 0])),
        ("no stretch", numbers(&[7])),
        ("half a stretch", numbers(&[7, 100])),
        ("not even a context", vec![0]),
    ] {
        assert!(status(&part(1, 5, &said)).is_err(), "{what}");
    }
    for cut in 0..negotiation().len() {
        assert!(NbdSource::connect(liar(negotiation()[..cut].to_vec()), "").is_err(), "after {cut} bytes");
    }
}

/// A `qemu-nbd` that serves a qcow2 file alone. Ended when it is dropped.
struct QemuNbd(Child);

impl Drop for QemuNbd {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn serve_file(file: &Path) -> (QemuNbd, PathBuf) {
    let socket = file.with_extension("sock");
    let image = format!(r#"json:{{"driver":"qcow2","backing":null,"file":{{"driver":"file","filename":{file:?}}}}}"#);
    let mut command = Command::new("qemu-nbd");
    command.args(["--read-only", "--persistent", "--shared=0", "--allocation-depth", "--socket"]);
    let server = QemuNbd(command.arg(&socket).arg(image).spawn().unwrap());
    let deadline = Instant::now() + Duration::from_secs(20);
    while UnixStream::connect(&socket).is_err() {
        assert!(Instant::now() < deadline, "qemu-nbd doesn't come up");
        std::thread::yield_now();
    }
    (server, socket)
}

#[test]
fn a_layer_is_what_was_written_and_the_snapshot_below() {
    if lacks("qemu-nbd") || lacks("qemu-img") || lacks("qemu-io") {
        return;
    }
    let shop = shop();
    let (vault, block) = (&shop.vault, BLOCK_BYTES as u64);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("layer.qcow2");
    let name = file.to_str().unwrap();
    // Larger than the snapshot, which ends after 1,000 bytes of block 5.
    let (made, said) = run("qemu-img", &["create", "-q", "-f", "qcow2", name, "5M"]);
    assert!(made, "{said}");
    let writes = [
        // A part of block 0, zeros over a part of block 1 and all of block 4, a block beyond the snapshot's end.
        "write -q -P 7 64k 64k",
        "write -q -z 576k 64k",
        "write -q -z 2M 512k",
        "write -q -P 9 4608k 512k",
    ];
    let arguments: Vec<&str> = writes.iter().flat_map(|write| ["-c", write]).chain(["-f", "qcow2", name]).collect();
    let (wrote, said) = run("qemu-io", &arguments);
    assert!(wrote && said.is_empty(), "{said}");

    let mut expected = shop.content.clone();
    expected.resize(5 << 20, 0);
    expected[64 << 10..128 << 10].fill(7);
    expected[576 << 10..640 << 10].fill(0);
    expected[2 << 20..(2 << 20) + BLOCK_BYTES].fill(0);
    expected[4608 << 10..].fill(9);

    let (_server, socket) = serve_file(&file);
    let layer = Layer::new(NbdSource::connect_to_layer(dial(&socket), "").unwrap(), vault, Some(shop.root)).unwrap();
    let (data, hole, unchanged) = (ExtentKind::Data, ExtentKind::Hole, ExtentKind::Unchanged);
    let kib = |kib: u64| kib << 10;
    assert_eq!(
        extents(&layer),
        [
            (unchanged, kib(64)),
            (data, kib(128)),
            (unchanged, kib(576)),
            (hole, kib(640)),
            (unchanged, kib(2048)),
            (hole, kib(2560)),
            (unchanged, shop.content.len() as u64),
            (hole, kib(4608)),
            (data, kib(5120)),
        ]
    );
    let job = vault.begin_job(&[shop.root]).unwrap();
    let made = vault.in_clear().ingest(&job, &layer, Some(shop.root), &|_, _| {}, &AtomicBool::new(false)).unwrap();
    let mut content = vec![1; 5 << 20];
    vault.read_at(made.manifest.root, 0, &mut content).unwrap();
    assert!(content == expected);
    // Blocks 0 and 1, that in which the snapshot ends, and the one beyond it.
    assert_eq!(made.stats.read_blocks, 4);

    let alone = Layer::new(NbdSource::connect_to_layer(dial(&socket), "").unwrap(), vault, None).unwrap();
    let made = vault.in_clear().ingest(&job, &alone, None, &|_, _| {}, &AtomicBool::new(false)).unwrap();
    assert_eq!((made.manifest.data_blocks, made.manifest.size_bytes), (2, 10 * block));
}
