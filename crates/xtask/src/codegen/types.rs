//! The structures, with what reads and writes them; one file for each first letter.

use super::HEADER;
use super::model::{Kind, Member};
use super::names;
use super::output::Files;
use super::selection::Selection;
use anyhow::{Result, bail};
use std::collections::BTreeMap;
use std::fmt::Write;

/// How one kind of member looks in Rust.
struct Field {
    rust: String,
    read: String,
    write: String,
}

pub fn generate(selection: &Selection, files: &mut Files, folder: &str) -> Result<()> {
    let mut letters: BTreeMap<String, String> = BTreeMap::new();
    for structure in selection.structures() {
        let file = format!("types_{}", structure[..1].to_lowercase());
        letters.entry(file).or_default().push_str(&render(selection, structure)?);
    }
    let mut all = String::from(HEADER);
    for (file, text) in &letters {
        let _ = writeln!(all, "pub use super::{file}::*;");
        let timestamp = if text.contains("<Timestamp>") { "use crate::timestamp::Timestamp;\n" } else { "" };
        let enums = if text.contains("enums::") { "use super::enums;\n" } else { "" };
        let decode = if text.contains("impl Decode") { "use crate::decode::{Decode, Node};\n" } else { "" };
        let error = if text.contains("impl Decode") { "use crate::error::Error;\n" } else { "" };
        let encode = if text.contains("impl Encode") { "use crate::xml::{Encode, Xml};\n" } else { "" };
        // Which types of other files this one needs is not worth finding out.
        let types = "#[allow(unused_imports)]\nuse super::types::*;\n";
        files.add(
            &format!("{folder}/{file}.rs"),
            format!("{HEADER}{enums}{types}{decode}{error}{timestamp}{encode}\n{text}"),
        );
    }
    all.push_str("pub use super::requests::*;\n");
    files.add(&format!("{folder}/types.rs"), all);
    Ok(())
}

fn render(selection: &Selection, structure: &str) -> Result<String> {
    let shape = selection.ec2.shape(structure);
    let name = names::type_name(structure);
    let (mut fields, mut reads, mut checks, mut writes) = Default::default();
    for member in &shape.members {
        let field = names::field(&member.name);
        let Field { mut rust, read, write } = describe(selection, structure, member)?;
        if selection.is_optional_list(structure, member) {
            rust = format!("Option<{rust}>");
        }
        let _: &mut String = &mut fields;
        writeln!(fields, "    pub {field}: {rust},")?;

        let input = member.input_name();
        let _: &mut String = &mut reads;
        writeln!(reads, "{input:?} => child.{},", read.replace("{}", &format!("&mut out.{field}")))?;
        if selection.is_required(structure, member) {
            let present = if rust.starts_with("Vec") {
                format!("!out.{field}.is_empty()")
            } else {
                format!("out.{field}.is_some()")
            };
            let _: &mut String = &mut checks;
            writeln!(checks, "node.require({present}, {input:?})?;")?;
        }

        let _: &mut String = &mut writes;
        if selection.omits_empty(structure, member) {
            writeln!(writes, "if !self.{field}.is_empty() {{")?;
        }
        if selection.is_optional_list(structure, member) {
            writeln!(writes, "if let Some(list) = &self.{field} {{\nout.{};\n}}", write.replace("{}", "list"))?;
        } else {
            writeln!(writes, "out.{};", write.replace("{}", &format!("&self.{field}")))?;
        }
        if selection.omits_empty(structure, member) {
            writeln!(writes, "}}")?;
        }
    }

    let mut out = String::new();
    writeln!(out, "/// {}", purpose(selection, structure))?;
    writeln!(out, "#[derive(Clone, Debug, Default, PartialEq)]\npub struct {name} {{\n{fields}}}\n")?;
    if selection.decoded.contains(structure) {
        writeln!(out, "impl Decode for {name} {{\nfn decode(node: &Node<'_>) -> Result<Self, Error> {{")?;
        if shape.members.is_empty() {
            writeln!(
                out,
                "match node.members().next() {{ Some(child) => Err(child?.1.unknown()), None => Ok({name} {{}}) }}"
            )?;
        } else {
            writeln!(
                out,
                "let mut out = {name}::default();\nfor child in node.members() {{\nlet (name, child) = child?;"
            )?;
            writeln!(out, "match name {{\n{reads}_ => Err(child.unknown()),\n}}?;\n}}\n{checks}Ok(out)")?;
        }
        writeln!(out, "}}\n}}\n")?;
    }
    if selection.encoded.contains(structure) {
        let used = if shape.members.is_empty() { "_" } else { "out" };
        writeln!(out, "impl Encode for {name} {{\nfn encode(&self, {used}: &mut Xml) {{\n{writes}}}\n}}\n")?;
    }
    Ok(out)
}

fn purpose(selection: &Selection, structure: &str) -> String {
    let inputs = selection.operations.iter().filter(|op| op.input.as_deref() == Some(structure));
    let outputs = selection.operations.iter().filter(|op| op.output.as_deref() == Some(structure));
    let join = |names: Vec<&str>| names.iter().map(|n| format!("`{n}`")).collect::<Vec<_>>().join(", ");
    let inputs: Vec<&str> = inputs.map(|op| op.name.as_str()).collect();
    let outputs: Vec<&str> = outputs.map(|op| op.name.as_str()).collect();
    match (inputs.is_empty(), outputs.is_empty()) {
        (false, _) => format!("What {} is given.", join(inputs)),
        (true, false) => format!("What {} answers.", join(outputs)),
        (true, true) => format!("`{structure}` of the EC2 model."),
    }
}

fn describe(selection: &Selection, structure: &str, member: &Member) -> Result<Field> {
    let shape = selection.ec2.shape(&member.shape);
    let tag = format!("<{}>", member.output_name());
    let allowed = selection.checked_enum(structure, member).map(|name| format!("enums::{}", names::constant(name)));
    let plain = |rust: &str, method: &str| Field {
        rust: format!("Option<{rust}>"),
        read: format!("{method}({{}})"),
        write: format!("{method}({tag:?}, {{}})"),
    };
    Ok(match shape.kind {
        Kind::String => {
            let mut field = plain("String", "string");
            if let Some(allowed) = allowed {
                field.read = format!("one_of({{}}, {allowed})");
            }
            field
        }
        Kind::Integer => plain("i64", "integer"),
        Kind::Long => Field { read: "long({})".into(), ..plain("i64", "integer") },
        Kind::Float | Kind::Double => plain("f64", "double"),
        Kind::Boolean => plain("bool", "boolean"),
        Kind::Timestamp if member.shape == "MillisecondDateTime" => {
            Field { write: format!("timestamp_millis({tag:?}, {{}})"), ..plain("Timestamp", "timestamp") }
        }
        Kind::Timestamp => plain("Timestamp", "timestamp"),
        Kind::Blob => plain("Vec<u8>", "blob"),
        Kind::Structure => {
            let name = names::type_name(&member.shape);
            if selection.is_recursive(&member.shape) {
                plain(&format!("Box<{name}>"), "boxed")
            } else {
                plain(&name, "structure")
            }
        }
        Kind::List => {
            let Some(item) = &shape.member else { bail!("{}: a list of nothing", member.shape) };
            let element = format!("<{}>", item.location.as_deref().unwrap_or("item"));
            let list = |rust: &str, read: &str, write: &str| Field {
                rust: format!("Vec<{rust}>"),
                read: read.to_owned(),
                write: format!("{write}({tag:?}, {element:?}, {{}})"),
            };
            match selection.ec2.shape(&item.shape).kind {
                Kind::Structure => list(&names::type_name(&item.shape), "list({})", "list"),
                Kind::String => match allowed {
                    Some(allowed) => list("String", &format!("each_of({{}}, {allowed})"), "strings"),
                    None => list("String", "strings({})", "strings"),
                },
                Kind::Integer => list("i64", "scalars({}, Node::integer)", "integers"),
                Kind::Long => list("i64", "scalars({}, Node::long)", "integers"),
                other => bail!("{structure}.{}: lists of {other:?} are not handled", member.name),
            }
        }
    })
}
