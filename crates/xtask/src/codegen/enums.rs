//! The values that members of requests may have.

use super::HEADER;
use super::names;
use super::output::Files;
use super::selection::Selection;
use std::fmt::Write;

pub fn generate(selection: &Selection, files: &mut Files, folder: &str) {
    let mut out = String::from(HEADER);
    for name in &selection.enums {
        let mut values = selection.ec2.shape(name).values.clone();
        values.sort();
        let _ = writeln!(out, "/// `{name}`.\npub static {}: &[&str] = &{values:?};\n", names::constant(name));
    }
    files.add(&format!("{folder}/enums.rs"), out);
}
