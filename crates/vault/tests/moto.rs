//! A vault in a bucket that another program serves by the protocol of S3: `moto_server`.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::AtomicBool;
use std::time::{Duration, Instant};

use vault::{BLOCK_BYTES, Bucket, BucketCredentials, BucketPlace, Hash, ObjectName, Roots, Sweep, Vault, VaultError};

static GO_ON: AtomicBool = AtomicBool::new(false);

/// The server, on a port of its own.
struct Moto {
    child: Child,
    address: String,
}

impl Drop for Moto {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Moto {
    fn start() -> Option<Moto> {
        let program = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../.venv-moto/bin/moto_server");
        if !program.exists() {
            eprintln!("skipped: moto is not installed (scripts/install-deps.sh test)");
            return None;
        }
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port().to_string();
        let mut command = Command::new(program);
        command.args(["-H", "127.0.0.1", "-p", &port]).stdout(Stdio::null()).stderr(Stdio::null());
        let mut moto = Moto { child: command.spawn().unwrap(), address: format!("127.0.0.1:{port}") };
        let deadline = Instant::now() + Duration::from_secs(60);
        while TcpStream::connect(&moto.address).is_err() {
            assert!(Instant::now() < deadline && moto.child.try_wait().unwrap().is_none(), "moto doesn't start");
            std::thread::sleep(Duration::from_millis(50));
        }
        Some(moto)
    }

    /// Asks for something as somebody whose signature it doesn't verify; the whole answer.
    fn ask(&self, method: &str, path: &str, body: &[u8]) -> String {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        let head = format!(
            "{method} /{path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\nContent-Length: {}\r\n\
             Authorization: AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20260101/us-east-1/s3/aws4_request, \
             SignedHeaders=host, Signature=0\r\n\r\n",
            self.address,
            body.len()
        );
        stream.write_all(head.as_bytes()).unwrap();
        stream.write_all(body).unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        String::from_utf8_lossy(&answer).into_owned()
    }

    fn place(&self, url: &str) -> BucketPlace {
        BucketPlace::parse(url, Some(&format!("http://{}", self.address)), "us-east-1").unwrap()
    }

    fn keys(&self) -> usize {
        self.ask("GET", "vaults?list-type=2", b"").matches("<Key>").count()
    }
}

fn credentials() -> BucketCredentials {
    BucketCredentials {
        access_key_id: "AKIAIOSFODNN7EXAMPLE".to_owned(),
        secret_access_key: "moto-verifies-nothing".to_owned(),
        session_token: None,
    }
}

/// A disk of these blocks, by their numbers.
fn disk(folder: &Path, numbers: &[u8]) -> PathBuf {
    let path = folder.join("disk.raw");
    let blocks = numbers.iter().flat_map(|number| {
        let mut block = vec![0; BLOCK_BYTES];
        block[100] = *number;
        block
    });
    std::fs::write(&path, blocks.collect::<Vec<u8>>()).unwrap();
    path
}

fn content(vault: &Vault, root: Hash) -> Result<Vec<u8>, VaultError> {
    let mut bytes = vec![0xee; vault.describe(root)?.size_bytes as usize];
    vault.read_at(root, 0, &mut bytes)?;
    Ok(bytes)
}

fn sweep(vault: &Vault, snapshots: &[Hash]) -> Sweep {
    vault.sweep(&mut || Ok(Roots { snapshots: snapshots.to_vec(), blocks: vec![] })).unwrap()
}

#[test]
fn a_vault_in_a_bucket_does_what_a_vault_in_a_folder_does() {
    let Some(moto) = Moto::start() else { return };
    let scratch = tempfile::tempdir().unwrap();
    let [folder, other] = ["vault", "other"].map(|name| scratch.path().join(name));

    let refused = Bucket::found(&folder, &moto.place("s3://vaults/one"), &credentials(), "a cloud").unwrap_err();
    assert!(refused.to_string().contains("there is no such bucket"), "{refused}");
    assert!(moto.ask("PUT", "vaults", b"").starts_with("HTTP/1.1 200"));
    Bucket::found(&folder, &moto.place("s3://vaults/one"), &credentials(), "a cloud").unwrap();
    let refused = Bucket::found(&other, &moto.place("s3://vaults/one"), &credentials(), "another cloud").unwrap_err();
    assert!(refused.to_string().contains("it is the vault of another cloud"), "{refused}");

    let vault = Vault::open(&folder).unwrap();
    let ingest = |numbers: &[u8]| {
        let job = vault.begin_job(&[]).unwrap();
        vault.in_clear().ingest_file(&job, &disk(scratch.path(), numbers), &|_, _| {}, &GO_ON).unwrap()
    };
    let before: Vec<u8> = (1..=40).collect();
    let mut after = before.clone();
    after[7] = 77;
    let (first, second) = (ingest(&before), ingest(&after));
    assert_eq!((first.stats.stored_blocks, second.stats.stored_blocks, second.stats.reused_blocks), (40, 1, 39));
    assert_eq!(ingest(&before).manifest.root, first.manifest.root);
    // A marker, 41 blocks, 2 pages and 2 manifests.
    assert_eq!(moto.keys(), 46);
    // By a process that has nothing in memory.
    let fresh = Vault::open(&folder).unwrap();
    for (numbers, made) in [(&before, &first), (&after, &second)] {
        let expected = std::fs::read(disk(scratch.path(), numbers)).unwrap();
        assert!(content(&fresh, made.manifest.root).unwrap() == expected);
    }
    let roots = [first.manifest.root, second.manifest.root];
    assert!(fresh.check(&roots, &|_, _| {}, &GO_ON).unwrap().is_sound());

    // What is damaged is named, and what is missing, too.
    let (_, block) = fresh.blocks(roots[0], 7).unwrap().next().unwrap().unwrap();
    let key = format!("vaults/one/{}", ObjectName::block(block).key());
    let answer = moto.ask("PUT", &key, b"rubbish");
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    for word in ["corrupt", "missing"] {
        let error = content(&Vault::open(&folder).unwrap(), roots[0]).unwrap_err().to_string();
        let wanted = format!("(it is block 7 of the snapshot with root {})", roots[0]);
        assert!(error.contains(&block.to_string()) && error.contains(word) && error.ends_with(&wanted), "{error}");
        let report = fresh.check(&roots, &|_, _| {}, &GO_ON).unwrap();
        assert_eq!(report.hurt.iter().map(|hurt| hurt.root).collect::<Vec<_>>(), [roots[0]]);
        moto.ask("DELETE", &key, b"");
    }
    // A snapshot of a disk that still has it puts it back.
    assert_eq!(ingest(&before).stats.stored_blocks, 1);
    assert!(fresh.check(&roots, &|_, _| {}, &GO_ON).unwrap().is_sound());

    // One goes, and then all.
    assert_eq!(sweep(&vault, &roots[1..]), Sweep::Condemned);
    assert!(matches!(sweep(&fresh, &roots[1..]), Sweep::Swept(swept) if swept.objects == 3));
    assert!(content(&fresh, roots[1]).is_ok());
    assert_eq!(sweep(&vault, &[]), Sweep::Condemned);
    assert!(matches!(sweep(&vault, &[]), Sweep::Swept(_)));
    assert_eq!(moto.keys(), 1, "only the marker is left");
    assert_eq!(sweep(&vault, &[]), Sweep::Clean);
}
