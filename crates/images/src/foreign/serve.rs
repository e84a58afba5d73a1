//! A foreign disk's content, by a `qemu-nbd` that can do little else.

use std::{
    fs::{self, File},
    path::Path,
};

use serde::Deserialize;
use serde_json::json;
use vault::{Source, nbd::NbdSource};

use super::{
    format::{ForeignError, Format, recognise},
    server::Server,
};
use crate::{
    command::Tool,
    error::{At, BuildError},
};

/// What reading or writing a disk may use.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// The largest disk, bytes.
    pub disk_bytes: u64,
    /// Seconds of processor time.
    pub processor_s: u64,
    /// Memory, bytes.
    pub memory_bytes: u64,
}

impl Default for Limits {
    /// EC2's largest volume, and what QEMU's tools use at most for one of it with room to spare.
    fn default() -> Self {
        Self { disk_bytes: 16 << 40, processor_s: 4 * 60 * 60, memory_bytes: 2 << 30 }
    }
}

/// A disk whose content can be read, for as long as this lives.
#[derive(Debug)]
pub struct Foreign {
    pub format: Format,
    pub size_bytes: u64,
    server: Server,
}

const REMEDY: &str = "give a whole and undamaged disk, as `qemu-img check` finds it";

/// Has the content of the disk in `source` served to this process alone, from a socket in `folder`. `said`: the format that
/// the caller named. Nothing of it is written anywhere.
///
/// The server ends with the thread that called this, if not before.
pub fn serve(source: &Path, said: Option<Format>, limits: Limits, folder: &Path) -> Result<Foreign, ForeignError> {
    let attempt = "Reading the disk";
    let source = source.canonicalize().at(attempt, source)?;
    if !fs::metadata(&source).at(attempt, &source)?.is_file() {
        return Err(ForeignError::Io(std::io::Error::other("it is not a file")));
    }
    let header = recognise(&File::open(&source).at(attempt, &source)?)?;
    if let Some(said) = said.filter(|said| *said != header.format && *said != Format::Raw) {
        return Err(ForeignError::OtherFormat { said: said.as_str(), found: header.format.as_str() });
    }
    // What was said to be raw is raw, whatever it looks like: a raw disk may well hold a file of another format.
    let (format, within) = match said {
        Some(Format::Raw) => (Format::Raw, None),
        _ => (header.format, header.within),
    };
    let image = options(&source, format, within);
    let size_bytes = size(&image, limits)?;
    if size_bytes == 0 {
        return Err(ForeignError::Empty);
    }
    if size_bytes > limits.disk_bytes {
        return Err(ForeignError::TooLarge { size_bytes, limit_bytes: limits.disk_bytes });
    }
    check(&image, format, limits)?;
    // The protocol of a socket that is handed over wants the process's own number, which only itself knows in time.
    let hand_over = "exec 3<&0 </dev/null; export LISTEN_PID=$$ LISTEN_FDS=1; exec \"$@\"";
    let tool = limited(attempt, limits, 0)
        .args(["sh", "-c", hand_over, "sh", "qemu-nbd", "--read-only", "--persistent", "--shared=0"])
        .arg(&image);
    Ok(Foreign { format, size_bytes, server: Server::start(tool, folder)? })
}

impl Foreign {
    /// What there is to be read.
    pub fn content(&self) -> Result<NbdSource, ForeignError> {
        let content = NbdSource::connect(Box::new(self.server.dial()), "");
        let content = content.map_err(|error| ForeignError::Unreadable(self.why(&error)))?;
        match content.size_bytes() {
            size if size == self.size_bytes => Ok(content),
            other => {
                Err(ForeignError::Unreadable(format!("it is of {other} bytes, and of {} before", self.size_bytes)))
            }
        }
    }

    /// Why reading has failed, in the words of who read it for us, should it have said anything.
    pub fn why(&self, error: &dyn std::fmt::Display) -> String {
        match self.server.complaint() {
            said if said.is_empty() => error.to_string(),
            said => format!("{error} ({said})"),
        }
    }
}

/// QEMU's words for the disk. The format is said, and where a format could name another file that it leans on, that it
/// does not.
pub(super) fn options(source: &Path, format: Format, within: Option<(u64, u64)>) -> String {
    let mut file = json!({ "driver": "file", "filename": source, "locking": "off" });
    if let Some((offset, size)) = within {
        file = json!({ "driver": "raw", "offset": offset, "size": size, "file": file });
    }
    let mut image = json!({ "driver": format.driver(), "file": file });
    if matches!(format, Format::Qcow2 | Format::Vmdk | Format::Ova) {
        image["backing"] = serde_json::Value::Null;
    }
    format!("json:{image}")
}

/// A tool, which is to be named next, under limits. It may write files of `size_bytes`, and dies with the thread that runs
/// it.
pub(super) fn limited(attempt: &str, limits: Limits, size_bytes: u64) -> Tool {
    Tool::new(attempt, "prlimit")
        .arg(format!("--as={}", limits.memory_bytes))
        .arg(format!("--cpu={}", limits.processor_s))
        .arg(format!("--fsize={size_bytes}"))
        .args(["--core=0", "--nofile=1024", "--", "setpriv", "--pdeathsig=KILL", "--no-new-privs"])
        .args(["--bounding-set=-all", "--inh-caps=-all", "--"])
        .remedy(REMEDY)
}

/// Refuses a disk whose tables are wrong, as those of a file that is cut off: of some formats QEMU would read zeros in place
/// of what isn't there. Of others it notices that by itself, as it opens them. What is missing of the last cluster alone
/// it doesn't notice: there it allows files to end early.
fn check(image: &str, format: Format, limits: Limits) -> Result<(), ForeignError> {
    /// What `qemu-img check` ends with where all that is wrong is space that nothing uses.
    const ONLY_LEAKS: &str = "ended with exit status: 3";
    if !matches!(format, Format::Qcow2 | Format::Vmdk | Format::Ova) {
        return Ok(());
    }
    match limited("Checking the disk", limits, 0).args(["qemu-img", "check", "--output=json", image]).run() {
        Ok(_) => Ok(()),
        Err(BuildError::Command { outcome, .. }) if outcome == ONLY_LEAKS => Ok(()),
        Err(BuildError::Command { command, outcome, output, .. }) => {
            tracing::info!("`{command}` {outcome}: {output}");
            Err(ForeignError::Damaged { format: format.as_str(), what: "it is cut off, or its tables are wrong" })
        }
        Err(error) => Err(error.into()),
    }
}

fn size(image: &str, limits: Limits) -> Result<u64, ForeignError> {
    #[derive(Deserialize)]
    #[serde(rename_all = "kebab-case")]
    struct Info {
        virtual_size: u64,
    }
    // A look at a header takes a moment; it writes nothing.
    let look = Limits { processor_s: limits.processor_s.min(30), ..limits };
    let said = limited("Looking at the disk", look, 0).args(["qemu-img", "info", "--output=json", image]).run()?;
    let info: Info = serde_json::from_slice(&said.output).map_err(|error| BuildError::Refused {
        attempt: "Looking at the disk".to_owned(),
        reason: format!("qemu-img's answer is not understood: {error}"),
        remedy: REMEDY.to_owned(),
    })?;
    Ok(info.virtual_size)
}
