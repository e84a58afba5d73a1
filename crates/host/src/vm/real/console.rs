//! The log of the serial port: QEMU appends to `console.log`, and we keep it from growing for ever.
//!
//! QEMU has the file open and knows nothing of this: its content is copied and the file cut to nothing, and as it was
//! opened for appending QEMU goes on at the new end. What the guest writes in between (microseconds) may be lost.

use std::{
    fs::{self, File},
    io::{self, Read, Seek, SeekFrom},
    path::PathBuf,
    time::{Duration, UNIX_EPOCH},
};

use super::InstanceFolder;

/// When the log is turned over.
const MAX_BYTES: u64 = 1 << 20;
/// How many older ones are kept.
const OLDER: u32 = 3;
/// What EC2 shows: the last 64 KiB.
const SHOWN_BYTES: u64 = 64 << 10;

fn log(folder: &InstanceFolder, age: u32) -> PathBuf {
    if age == 0 { folder.file("console.log") } else { folder.file(&format!("console.log.{age}")) }
}

/// Turns the log over if it has grown large.
pub fn rotate(folder: &InstanceFolder) -> io::Result<()> {
    let current = log(folder, 0);
    let size = match fs::metadata(&current) {
        Ok(metadata) => metadata.len(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error),
    };
    if size <= MAX_BYTES {
        return Ok(());
    }
    for age in (1..OLDER).rev() {
        match fs::rename(log(folder, age), log(folder, age + 1)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    // Of a guest that writes faster than we look only the end is kept.
    let mut file = File::options().read(true).write(true).open(&current)?;
    file.seek(SeekFrom::Start(size.saturating_sub(MAX_BYTES)))?;
    io::copy(&mut file, &mut File::create(log(folder, 1))?)?;
    file.set_len(0)
}

/// The end of the console's output, and when it was written, milliseconds since 1970; `None` before there is any.
pub fn tail(folder: &InstanceFolder) -> io::Result<Option<(Vec<u8>, i64)>> {
    let mut output = Vec::new();
    let mut written = None;
    for age in 0..=OLDER {
        let mut file = match File::open(log(folder, age)) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
            Err(error) => return Err(error),
        };
        let metadata = file.metadata()?;
        written = written.or(metadata.modified().ok());
        let missing = SHOWN_BYTES - output.len() as u64;
        file.seek(SeekFrom::Start(metadata.len().saturating_sub(missing)))?;
        let mut part = Vec::new();
        file.take(missing).read_to_end(&mut part)?;
        part.append(&mut output);
        output = part;
        if output.len() as u64 >= SHOWN_BYTES {
            break;
        }
    }
    let Some(written) = written else { return Ok(None) };
    let since = written.duration_since(UNIX_EPOCH).unwrap_or(Duration::ZERO);
    Ok(Some((output, i64::try_from(since.as_millis()).unwrap_or(i64::MAX))))
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;
    use crate::vm::testing::instance_id;

    #[test]
    fn the_log_is_turned_over_and_its_end_shown() {
        let host = tempfile::tempdir().unwrap();
        let folder = InstanceFolder::new(host.path(), &instance_id());
        assert!(tail(&folder).unwrap().is_none());
        rotate(&folder).unwrap();
        folder.make_plain().unwrap();
        let mut guest = File::options().append(true).create(true).open(folder.file("console.log")).unwrap();
        for turn in 0..6 {
            guest.write_all(&vec![b'a' + turn; (MAX_BYTES + 10) as usize]).unwrap();
            rotate(&folder).unwrap();
            guest.write_all(format!("end of {turn}\n").as_bytes()).unwrap();
        }
        let files = fs::read_dir(folder.path()).unwrap().count();
        assert_eq!(files, 4);
        assert_eq!(fs::metadata(folder.file("console.log")).unwrap().len(), 9, "the guest goes on at the new end");

        let (shown, at_ms) = tail(&folder).unwrap().unwrap();
        assert_eq!(shown.len() as u64, SHOWN_BYTES);
        assert!(shown.ends_with(b"ffffend of 5\n"));
        assert!(at_ms > 0);
    }
}
