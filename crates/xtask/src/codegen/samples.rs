//! For the tests of `wire`: every answer with all of its members filled, and a way to call each action by its name.

use super::HEADER;
use super::model::Kind;
use super::names;
use super::output::Files;
use super::selection::Selection;
use anyhow::{Result, ensure};
use std::fmt::Write;

pub fn generate(selection: &Selection, files: &mut Files, folder: &str) -> Result<()> {
    let mut samples = format!("{HEADER}use crate::sample::{{Count, Sample}};\nuse wire::ec2::*;\n\n");
    for structure in &selection.encoded {
        ensure!(!selection.is_recursive(structure), "{structure}: a sample of a recursive structure would have no end");
        let name = names::type_name(structure);
        let members = &selection.ec2.shape(structure).members;
        let mut fields = String::new();
        for member in members {
            let shape = selection.ec2.shape(&member.shape);
            let of_structures =
                shape.member.as_ref().is_some_and(|m| selection.ec2.shape(&m.shape).kind == Kind::Structure);
            let method = match shape.kind {
                Kind::List if of_structures => "one",
                Kind::List => "two",
                _ => "some",
            };
            let value = match selection.is_optional_list(structure, member) {
                true => format!("Some(count.{method}())"),
                false => format!("count.{method}()"),
            };
            let _ = writeln!(fields, "{}: {value},", names::field(&member.name));
        }
        let count = if members.is_empty() { "_" } else { "count" };
        let _ = writeln!(
            samples,
            "impl Sample for {name} {{\nfn sample({count}: &mut Count) -> Self {{\n{name} {{ {fields} }}\n}}\n}}\n"
        );
    }

    let mut decode = String::new();
    let mut encode = String::new();
    let mut rules = String::new();
    for op in &selection.operations {
        let input = names::type_name(op.input.as_deref().unwrap_or_default());
        let _ =
            writeln!(decode, "{:?} => structure::<ec2::{input}>(form).map(|input| format!(\"{{input:?}}\")),", op.name);
        let value = if op.output.is_some() { "Sample::sample(&mut Count::default())" } else { "Default::default()" };
        let _ = writeln!(encode, "{:?} => response::<ec2::{input}>(\"id\", &{value}),", op.name);
        let _ = writeln!(rules, "({:?}, <ec2::{input} as Request>::UNSUPPORTED),", op.name);
    }
    let dispatch = format!(
        "{HEADER}use crate::sample::{{Count, Sample}};\nuse wire::decode::{{Request, structure}};\nuse wire::parameters::Unsupported;\n\
         use wire::xml::response;\nuse wire::{{Error, Form, ec2}};\n\n\
         /// Decodes a form as the input of an action, supported or not, and shows it.\n\
         pub fn decode(operation: &str, form: &Form) -> Result<String, Error> {{\nmatch operation {{\n{decode}\
         other => panic!(\"{{other}} is not generated\"),\n}}\n}}\n\n\
         /// The answer of an action with all of its members filled.\n\
         pub fn encode(operation: &str) -> String {{\nmatch operation {{\n{encode}\
         other => panic!(\"{{other}} is not generated\"),\n}}\n}}\n\n\
         /// The rules of each action.\npub static RULES: &[(&str, &[Unsupported])] = &[\n{rules}];\n"
    );
    files.add(&format!("{folder}/samples.rs"), samples);
    files.add(&format!("{folder}/dispatch.rs"), dispatch);
    files.add(&format!("{folder}/mod.rs"), format!("{HEADER}//! What the tests need for every action.\n\n{{modules}}"));
    Ok(())
}
