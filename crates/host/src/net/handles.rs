//! Short numbers for long ids, since a device's name has 15 characters at most.
//!
//! A number is given once and never to anything else, so that a tap of a QEMU on its way out is never taken for the
//! tap of another interface. An id that is away for a while has the same number when it is back. The file is written before a number is used: an agent that restarts finds the devices
//! of running guests by it.

use std::{
    collections::{BTreeMap, BTreeSet},
    io,
    path::PathBuf,
};

use serde::{Deserialize, Serialize};

use super::files;

/// How many ids are remembered; beyond that those that are away are forgotten.
const REMEMBERED: usize = 4096;

/// The numbers given out by an agent, kept in a file.
#[derive(Debug)]
pub(crate) struct Handles {
    path: PathBuf,
    given: Given,
}

#[derive(Debug, Default, Serialize, Deserialize)]
struct Given {
    last: u32,
    numbers: BTreeMap<String, u32>,
}

impl Handles {
    pub(crate) fn load(path: PathBuf) -> io::Result<Self> {
        let given = files::read_json(&path)?;
        Ok(Self { path, given })
    }

    /// Sees to it that these ids have numbers.
    pub(crate) fn keep<'a>(&mut self, ids: impl IntoIterator<Item = &'a str>) -> io::Result<()> {
        let ids: BTreeSet<&str> = ids.into_iter().collect();
        let before = (self.given.last, self.given.numbers.len());
        if self.given.numbers.len() > REMEMBERED {
            self.given.numbers.retain(|id, _| ids.contains(id.as_str()));
        }
        for id in ids {
            if !self.given.numbers.contains_key(id) {
                self.given.last += 1;
                self.given.numbers.insert(id.to_owned(), self.given.last);
            }
        }
        if before != (self.given.last, self.given.numbers.len()) {
            files::write_json(&self.path, &self.given)?;
        }
        Ok(())
    }

    /// The number of an id that was in the last `keep`.
    pub(crate) fn number(&self, id: &str) -> Option<u32> {
        self.given.numbers.get(id).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_kept_and_never_given_again() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("handles.json");
        let mut handles = Handles::load(path.clone()).unwrap();
        handles.keep(["vpc-1", "eni-1"]).unwrap();
        assert_eq!((handles.number("eni-1"), handles.number("vpc-1")), (Some(1), Some(2)));

        let mut handles = Handles::load(path.clone()).unwrap();
        handles.keep(["vpc-1", "eni-2"]).unwrap();
        assert_eq!((handles.number("eni-1"), handles.number("eni-2")), (Some(1), Some(3)));
        assert_eq!(Handles::load(path).unwrap().number("vpc-1"), Some(2));

        let many: Vec<String> = (0..REMEMBERED).map(|n| format!("eni-x{n}")).collect();
        handles.keep(many.iter().map(String::as_str)).unwrap();
        handles.keep(["vpc-1"]).unwrap();
        assert_eq!((handles.number("eni-1"), handles.number("vpc-1")), (None, Some(2)));
        handles.keep(["eni-1"]).unwrap();
        assert_eq!(handles.number("eni-1"), Some(4 + u32::try_from(REMEMBERED).unwrap()));
    }
}
