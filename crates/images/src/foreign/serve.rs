//! From a foreign disk to a raw file, by a `qemu-img` that can do little else.

use std::{
    fs::{self, File},
    path::{Path, PathBuf},
};

use serde::Deserialize;
use serde_json::json;

use super::format::{ForeignError, Format, recognise};
use crate::{
    command::Tool,
    error::{At, BuildError},
};

/// What a conversion may use.
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
    /// EC2's largest volume, and what `qemu-img` uses at most for one of it with room to spare.
    fn default() -> Self {
        Self { disk_bytes: 16 << 40, processor_s: 4 * 60 * 60, memory_bytes: 2 << 30 }
    }
}

/// A disk that was converted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Converted {
    pub format: Format,
    pub size_bytes: u64,
}

const REMEDY: &str = "give a whole and undamaged disk, as `qemu-img check` finds it";

/// Converts the disk in `source` into the raw file `out`, which is replaced. `said`: the format that the caller named.
/// Blocks for as long as it takes. After an error `out` isn't there.
pub fn convert(source: &Path, said: Option<Format>, limits: Limits, out: &Path) -> Result<Converted, ForeignError> {
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
    let unfinished = unfinished(out);
    let converted = limited("Converting the disk", limits, size_bytes)
        .args(["convert", "-W", "-O", "raw", "-S", "64k"])
        .arg(&image)
        .arg(&unfinished)
        .run();
    let finished = converted.and_then(|_| fs::rename(&unfinished, out).at("Converting the disk", out));
    if let Err(error) = finished {
        let _ = fs::remove_file(&unfinished);
        return Err(error.into());
    }
    Ok(Converted { format, size_bytes })
}

fn unfinished(out: &Path) -> PathBuf {
    let mut name = out.as_os_str().to_owned();
    name.push(".new");
    name.into()
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

/// `qemu-img` under limits. It may write files of `size_bytes`.
pub(super) fn limited(attempt: &str, limits: Limits, size_bytes: u64) -> Tool {
    Tool::new(attempt, "prlimit")
        .arg(format!("--as={}", limits.memory_bytes))
        .arg(format!("--cpu={}", limits.processor_s))
        .arg(format!("--fsize={size_bytes}"))
        .args(["--core=0", "--nofile=64", "--", "setpriv", "--no-new-privs", "--bounding-set=-all", "--inh-caps=-all"])
        .arg("qemu-img")
        .remedy(REMEDY)
}

fn size(image: &str, limits: Limits) -> Result<u64, ForeignError> {
    #[derive(Deserialize)]
    #[serde(rename_all = "kebab-case")]
    struct Info {
        virtual_size: u64,
    }
    // A look at a header takes a moment; it writes nothing.
    let look = Limits { processor_s: limits.processor_s.min(30), ..limits };
    let said = limited("Looking at the disk", look, 0).args(["info", "--output=json", image]).run()?;
    let info: Info = serde_json::from_slice(&said.output).map_err(|error| BuildError::Refused {
        attempt: "Looking at the disk".to_owned(),
        reason: format!("qemu-img's answer is not understood: {error}"),
        remedy: REMEDY.to_owned(),
    })?;
    Ok(info.virtual_size)
}
