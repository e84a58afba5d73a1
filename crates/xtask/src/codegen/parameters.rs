//! `data/ec2/parameters/<Operation>.txt`: which parameters an action does not obey.
//! (The format is described in `data/ec2/parameters/README.md`.)

use super::inputs;
use super::model::{Kind, Shape};
use super::selection::Selection;
use anyhow::{Context, Result, bail, ensure};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

/// The rules of each operation that has some.
pub type Rules = BTreeMap<String, Vec<Rule>>;

/// One line of such a file.
pub struct Rule {
    pub path: String,
    pub noop: Vec<String>,
    pub code: String,
}

/// Reads all files of the folder and checks them against the model.
pub fn read(folder: &Path, selection: &Selection) -> Result<Rules> {
    let mut rules = Rules::new();
    for entry in std::fs::read_dir(folder).with_context(|| format!("read {}", folder.display()))? {
        let path = entry?.path();
        if path.extension().is_none_or(|e| e != "txt") {
            continue;
        }
        let name = path.file_stem().and_then(|s| s.to_str()).unwrap_or_default().to_owned();
        let place = path.display();
        let known = leaves(selection, &name).with_context(|| format!("{place}: not an operation of operations.txt"))?;
        let mut list = Vec::new();
        for line in inputs::lines(&path)? {
            let rule = parse(&line).with_context(|| format!("{place}: {line}"))?;
            let below = format!("{}.", rule.path);
            let exists = known.iter().any(|leaf| *leaf == rule.path || leaf.starts_with(&below));
            ensure!(exists, "{place}: {name} has no parameter {}", rule.path);
            let is_leaf = known.contains(&rule.path);
            ensure!(
                is_leaf || rule.noop.is_empty(),
                "{place}: {} is no single value: name the parameter below it",
                rule.path
            );
            list.push(rule);
        }
        // The decoder finds a rule by the first segment of its path.
        list.sort_by(|a, b| a.path.split('.').cmp(b.path.split('.')));
        rules.insert(name, list);
    }
    Ok(rules)
}

fn parse(line: &str) -> Result<Rule> {
    let mut words = line.split_whitespace();
    ensure!(words.next() == Some("unsupported"), "a line begins with `unsupported`");
    let path = words.next().context("which parameter?")?.to_owned();
    let mut rule = Rule { path, noop: Vec::new(), code: "UnsupportedOperation".into() };
    for word in words {
        match word.split_once('=') {
            Some(("noop", "empty")) => rule.noop.push(String::new()),
            Some(("noop", values)) => rule.noop.extend(values.split('|').map(String::from)),
            Some(("code", code)) => rule.code = code.to_owned(),
            _ => bail!("`{word}` is neither noop=… nor code=…"),
        }
    }
    Ok(rule)
}

/// The parameters of an operation that take a value, as `NetworkInterface.N.DeviceIndex`.
pub fn leaves(selection: &Selection, operation: &str) -> Option<Vec<String>> {
    let op = selection.operations.iter().find(|op| op.name == operation)?;
    let mut out = Vec::new();
    walk(selection, op.input.as_deref()?, "", &mut Vec::new(), &mut out);
    Some(out)
}

fn walk<'m>(selection: &Selection<'m>, name: &'m str, path: &str, above: &mut Vec<&'m str>, out: &mut Vec<String>) {
    let shape: &Shape = selection.ec2.shape(name);
    let join = |part: &str| if path.is_empty() { part.to_owned() } else { format!("{path}.{part}") };
    match shape.kind {
        Kind::Structure if above.contains(&name) => {}
        Kind::Structure => {
            above.push(name);
            for member in &shape.members {
                walk(selection, &member.shape, &join(&member.input_name()), above, out);
            }
            above.pop();
        }
        Kind::List => {
            if let Some(item) = &shape.member {
                walk(selection, &item.shape, &join("N"), above, out);
            }
        }
        _ => out.push(path.to_owned()),
    }
}

/// `docs/reference/parameters.md`.
pub fn document(selection: &Selection, rules: &Rules) -> String {
    let mut out = String::from(
        "# Parameters\n\nWhat Fogbank does with each parameter of the EC2 model, for the actions whose types it has. \
         A parameter is *obeyed*, or it is *refused*: then a request that uses it fails and names it, and only the \
         value given as *accepted* (it asks for nothing) passes. Parameters that are not in the model are refused with \
         `UnknownParameter`.\n\nThis page is written by `cargo xtask codegen` from `data/ec2/parameters/`.\n",
    );
    for op in &selection.operations {
        let Some(leaves) = leaves(selection, &op.name) else { continue };
        let _ = writeln!(out, "\n## {}\n", op.name);
        if leaves.is_empty() {
            out.push_str("It has no parameters.\n");
            continue;
        }
        out.push_str("| parameter | |\n| --- | --- |\n");
        for leaf in leaves {
            let list = rules.get(&op.name).map(Vec::as_slice).unwrap_or_default();
            let rule = list.iter().find(|r| r.path == leaf || leaf.starts_with(&format!("{}.", r.path)));
            let verdict = match rule {
                None => "obeyed".to_owned(),
                Some(rule) if rule.noop.is_empty() => format!("refused: `{}`", rule.code),
                Some(rule) => {
                    let values: Vec<_> = rule
                        .noop
                        .iter()
                        .map(|v| if v.is_empty() { "nothing".into() } else { format!("`{v}`") })
                        .collect();
                    format!("refused: `{}`; accepted: {}", rule.code, values.join(", "))
                }
            };
            let _ = writeln!(out, "| `{leaf}` | {verdict} |");
        }
    }
    out
}
