//! The table of all operations, and the module that holds everything.

use super::HEADER;
use super::output::Files;
use super::selection::Selection;
use std::fmt::Write;

pub fn generate(selection: &Selection, files: &mut Files, folder: &str) {
    let mut out = format!(
        "{HEADER}use crate::operations::Operation;\n\n/// The only version of the EC2 API that is still published.\n\
         pub const API_VERSION: &str = \"2016-11-15\";\n\n/// Every action EC2 has, sorted by name.\n\
         pub static OPERATIONS: &[Operation] = &[\n"
    );
    for op in &selection.ec2.operations {
        let generated = selection.inputs.operations.contains(&op.name);
        let _ =
            writeln!(out, "Operation {{ name: {:?}, generated: {generated}, paginated: {} }},", op.name, op.paginated);
    }
    out.push_str("];\n");
    files.add(&format!("{folder}/operations.rs"), out);
}

/// `mod.rs`: declares whatever files there are; [`Files`] fills in the names.
pub fn module() -> String {
    format!("{HEADER}//! The EC2 model in Rust.\n\n{{modules}}")
}
