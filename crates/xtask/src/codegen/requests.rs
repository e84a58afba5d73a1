//! What belongs to each action: its name, its answer, its rules.

use super::HEADER;
use super::names;
use super::output::Files;
use super::parameters::Rules;
use super::selection::Selection;
use std::fmt::Write;

pub fn generate(selection: &Selection, rules: &Rules, files: &mut Files, folder: &str) {
    let mut out = format!(
        "{HEADER}use super::parameters;\nuse super::types::*;\nuse crate::decode::Request;\nuse crate::parameters::Unsupported;\nuse crate::xml::{{Encode, Xml}};\n\n"
    );
    let mut tables = format!("{HEADER}use crate::parameters::Unsupported;\n\n");
    for op in &selection.operations {
        let input = names::type_name(op.input.as_deref().unwrap_or_default());
        let output = match &op.output {
            Some(output) => names::type_name(output),
            None => {
                let name = format!("{}Result", op.name);
                let _ = writeln!(
                    out,
                    "/// What `{}` answers: success.\n#[derive(Clone, Debug, Default, PartialEq)]\npub struct {name} {{}}\n\n\
                     impl Encode for {name} {{\nconst EMPTY: bool = true;\n\nfn encode(&self, _: &mut Xml) {{}}\n}}\n",
                    op.name
                );
                name
            }
        };
        let mut table = String::from("&[]");
        if let Some(lines) = rules.get(&op.name) {
            let constant = names::constant(&op.name);
            let _ =
                writeln!(tables, "/// What `{}` does not obey.\npub static {constant}: &[Unsupported] = &[", op.name);
            for rule in lines {
                let _ = writeln!(
                    tables,
                    "Unsupported {{ path: {:?}, noop: &{:?}, code: {:?} }},",
                    rule.path, rule.noop, rule.code
                );
            }
            tables.push_str("];\n\n");
            table = format!("parameters::{constant}");
        }
        let _ = writeln!(
            out,
            "impl Request for {input} {{\nconst OPERATION: &'static str = {:?};\ntype Result = {output};\n\
             const UNSUPPORTED: &'static [Unsupported] = {table};\n}}\n",
            op.name
        );
    }
    files.add(&format!("{folder}/requests.rs"), out);
    files.add(&format!("{folder}/parameters.rs"), tables);
}
