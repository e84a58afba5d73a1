//! The hand-written lists in `data/ec2`.

use anyhow::{Context, Result};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// What `data/ec2` says.
pub struct Inputs {
    pub botocore_version: String,
    pub operations: Vec<String>,
    pub enum_exceptions: BTreeSet<String>,
    pub required_exceptions: BTreeSet<String>,
    pub omit_empty: BTreeSet<String>,
    pub optional_lists: BTreeSet<String>,
}

impl Inputs {
    pub fn read(folder: &Path) -> Result<Inputs> {
        let list = |name: &str| lines(&folder.join(name));
        let mut operations = list("operations.txt")?;
        operations.sort();
        Ok(Inputs {
            botocore_version: list("botocore-version.txt")?.concat(),
            operations,
            enum_exceptions: list("enum-exceptions.txt")?.into_iter().collect(),
            required_exceptions: list("required-exceptions.txt")?.into_iter().collect(),
            omit_empty: list("omit-empty.txt")?.into_iter().collect(),
            optional_lists: list("optional-lists.txt")?.into_iter().collect(),
        })
    }
}

/// The lines of a file that are neither empty nor comments.
pub fn lines(path: &Path) -> Result<Vec<String>> {
    let text = fs::read_to_string(path).with_context(|| format!("read {}", path.display()))?;
    Ok(text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(String::from)
        .collect())
}
