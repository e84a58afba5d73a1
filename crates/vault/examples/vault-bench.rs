//! How fast the vault is, against `zstd -1` over the same bytes.
//!
//! ```text
//! cargo run --release -p vault --example vault-bench -- [--mib N] [--in FOLDER] [--goal RATIO] [FILE]
//! ```
//! With a goal it fails unless ingest and read are at least so many times as fast as `zstd -1`.
//! Without a file it makes one of N MiB (default 1024) out of the programs and libraries in /usr, as an image has them. Every
//! figure is source bytes a second, the median of three; the vault's include all syncs to the disk. Caches of the source
//! are warm for both sides, and nothing is left to be written when a run begins.

use std::error::Error;
use std::fs::{self, File};
use std::io::{self, BufWriter, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::AtomicBool;
use std::time::{Duration, Instant};

use vault::Vault;

type Outcome<T> = Result<T, Box<dyn Error>>;

const RUNS: usize = 3;

fn main() -> Outcome<()> {
    let mut mib: u64 = 1024;
    let mut folder = std::env::temp_dir();
    let mut goal: Option<f64> = None;
    let mut given = None;
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--mib" => mib = arguments.next().ok_or("--mib needs a number")?.parse()?,
            "--goal" => goal = Some(arguments.next().ok_or("--goal needs a number")?.parse()?),
            "--in" => folder = arguments.next().ok_or("--in needs a folder")?.into(),
            _ => given = Some(PathBuf::from(argument)),
        }
    }
    let scratch = folder.join(format!("vault-bench-{}", std::process::id()));
    fs::create_dir(&scratch)?;
    let outcome = measure(given, mib << 20, goal, &scratch);
    fs::remove_dir_all(&scratch)?;
    outcome
}

fn measure(given: Option<PathBuf>, wanted_bytes: u64, goal: Option<f64>, scratch: &Path) -> Outcome<()> {
    let source = match given {
        Some(path) => path,
        None => make_source(&scratch.join("source.raw"), wanted_bytes)?,
    };
    let len = fs::metadata(&source)?.len();
    io::copy(&mut File::open(&source)?, &mut io::sink())?;
    let packed = scratch.join("packed.zst");
    zstd(&["-1", "-q", "-f", "-o"], &[&packed, &source], Stdio::null())?;
    println!("{} MiB, zstd -1 makes it {} MiB", len >> 20, fs::metadata(&packed)?.len() >> 20);

    let say = |what: &str, took: Duration| {
        let rate = len as f64 / took.as_secs_f64() / 1e6;
        println!("{what:<44} {:>7.2} s {rate:>6.0} MB/s", took.as_secs_f64());
        rate
    };
    let quiet = |_: u64, _: u64| {};
    let go_on = AtomicBool::new(false);
    let vault_folder = scratch.join("vault");
    let restored = scratch.join("restored.raw");

    let pack = say("zstd -1 to nowhere", median(|_| zstd(&["-1", "-q", "-c"], &[&source], Stdio::null()))?);
    say("zstd -1 -T2 to nowhere", median(|_| zstd(&["-1", "-T2", "-q", "-c"], &[&source], Stdio::null()))?);
    let pack_to_disk = say(
        "zstd -1 to a synced file",
        median(|_| {
            zstd(&["-1", "-q", "-f", "-o"], &[&packed, &source], Stdio::null())?;
            Ok(File::open(&packed)?.sync_all()?)
        })?,
    );
    let mut root = None;
    let ingest = say(
        "ingest",
        median(|number| {
            // A new vault each time; the last is used below.
            let vault = Vault::open_local(vault_folder.join(number.to_string()))?;
            root = Some(vault.in_clear().ingest_file(&vault.begin_job(&[])?, &source, &quiet, &go_on)?.manifest.root);
            Ok(())
        })?,
    );
    let root = root.ok_or("nothing was ingested")?;
    let vault_folder = vault_folder.join((RUNS - 1).to_string());
    let vault = Vault::open_local(&vault_folder)?;
    say(
        "ingest again, all there (verified)",
        median(|_| Ok(vault.in_clear().ingest_file(&vault.begin_job(&[])?, &source, &quiet, &go_on).map(drop)?))?,
    );
    let unpack = say("zstd -d to nowhere", median(|_| zstd(&["-d", "-q", "-c"], &[&packed], Stdio::null()))?);
    let read = say(
        "read in order (read_at, 512 KiB, one thread)",
        median(|_| {
            let vault = Vault::open_local(&vault_folder)?;
            let mut buffer = vec![0; vault::BLOCK_BYTES];
            for offset_bytes in (0..len).step_by(vault::BLOCK_BYTES) {
                let part = (len - offset_bytes).min(vault::BLOCK_BYTES as u64) as usize;
                vault.read_at(root, offset_bytes, &mut buffer[..part])?;
            }
            Ok(())
        })?,
    );
    let unpack_to_disk = say(
        "zstd -d to a synced file",
        median(|_| {
            let _ = fs::remove_file(&restored);
            zstd(&["-d", "-q", "-f", "-o"], &[&restored, &packed], Stdio::null())?;
            Ok(File::open(&restored)?.sync_all()?)
        })?,
    );
    let restore = say(
        "restore (synced)",
        median(|_| {
            let _ = fs::remove_file(&restored);
            Ok(vault.restore(root, &restored, &quiet, &go_on)?)
        })?,
    );
    say("check", median(|_| Ok(vault.check(&[root], &quiet, &go_on).map(drop)?))?);
    println!("ingest  / zstd -1: {:.2} (to a synced file: {:.2})", ingest / pack, ingest / pack_to_disk);
    println!("read    / zstd -1: {:.2}", read / pack);
    println!("read    / zstd -d: {:.2}", read / unpack);
    println!("restore / zstd -d to a synced file: {:.2}", restore / unpack_to_disk);
    let Some(goal) = goal else { return Ok(()) };
    for (what, ratio) in [("ingest", ingest / pack), ("read", read / pack)] {
        if ratio < goal {
            return Err(format!("{what} is {ratio:.2} times as fast as zstd -1, and the goal is {goal}").into());
        }
    }
    println!("The goal is met: {goal} times zstd -1.");
    Ok(())
}

/// The median time of three runs.
fn median(mut run: impl FnMut(usize) -> Outcome<()>) -> Outcome<Duration> {
    let mut times = Vec::new();
    for number in 0..RUNS {
        // What an earlier run left to write isn't this one's to wait for.
        nix::unistd::sync();
        let start = Instant::now();
        run(number)?;
        times.push(start.elapsed());
    }
    times.sort_unstable();
    Ok(times[RUNS / 2])
}

fn zstd(options: &[&str], paths: &[&Path], output: Stdio) -> Outcome<()> {
    let status = Command::new("zstd").args(options).args(paths).stdout(output).status()?;
    if status.success() { Ok(()) } else { Err(format!("zstd: {status}").into()) }
}

/// Concatenates what /usr has until it is enough.
fn make_source(path: &Path, wanted_bytes: u64) -> Outcome<PathBuf> {
    let mut out = BufWriter::new(File::create(path)?);
    let mut left = wanted_bytes;
    let mut folders = vec![PathBuf::from("/usr/share"), "/usr/lib".into(), "/usr/bin".into()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder)? {
            let entry = entry?;
            let kind = entry.file_type()?;
            if kind.is_dir() {
                folders.push(entry.path());
            } else if kind.is_file() && left > 0 {
                left -= io::copy(&mut File::open(entry.path())?.take(left), &mut out)?;
            }
        }
    }
    out.flush()?;
    Ok(path.to_owned())
}
