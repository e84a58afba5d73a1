//! What of the model is generated: the listed operations and every type they reach.

use super::inputs::Inputs;
use super::model::{Ec2, Kind, Member, Model, Operation, Service};
use anyhow::{Context, Result, bail, ensure};
use std::collections::{BTreeMap, BTreeSet};

/// The part of the model that is generated.
pub struct Selection<'m> {
    pub ec2: &'m Ec2,
    pub services: &'m BTreeMap<String, Vec<Service>>,
    pub inputs: &'m Inputs,
    pub operations: Vec<&'m Operation>,
    /// Structures that stand in requests.
    pub decoded: BTreeSet<&'m str>,
    /// Structures that stand in answers.
    pub encoded: BTreeSet<&'m str>,
    /// Enums whose values the decoder checks.
    pub enums: BTreeSet<&'m str>,
}

impl<'m> Selection<'m> {
    pub fn new(model: &'m Model, inputs: &'m Inputs) -> Result<Self> {
        let ec2 = &model.ec2;
        let mut operations = Vec::new();
        for name in &inputs.operations {
            let found = ec2.operations.iter().find(|op| op.name == *name);
            operations.push(found.with_context(|| format!("operations.txt: EC2 has no operation {name}"))?);
        }
        ensure!(operations.windows(2).all(|pair| pair[0].name != pair[1].name), "operations.txt names one twice");
        let mut selection = Selection {
            ec2,
            services: &model.services,
            inputs,
            decoded: reach(ec2, operations.iter().filter_map(|op| op.input.as_deref())),
            encoded: reach(ec2, operations.iter().filter_map(|op| op.output.as_deref())),
            operations,
            enums: BTreeSet::new(),
        };
        selection.enums = selection.checked_enums();
        selection.check_lists()?;
        Ok(selection)
    }

    /// All structures, in order of name.
    pub fn structures(&self) -> BTreeSet<&'m str> {
        self.decoded.union(&self.encoded).copied().collect()
    }

    /// The enum that this member of a request is checked against.
    pub fn checked_enum(&self, structure: &str, member: &Member) -> Option<&'m str> {
        let mut name = member.shape.as_str();
        if let Some(item) = &self.ec2.shape(name).member {
            name = &item.shape;
        }
        let (name, shape) = self.ec2.shapes.get_key_value(name)?;
        let excepted = &self.inputs.enum_exceptions;
        let unchecked = excepted.contains(name) || excepted.contains(&format!("{structure}.{}", member.name));
        (!shape.values.is_empty() && !unchecked).then_some(name)
    }

    /// Whether the decoder refuses a request without this member.
    pub fn is_required(&self, structure: &str, member: &Member) -> bool {
        let required = self.ec2.shape(structure).required.contains(&member.name);
        required && !self.inputs.required_exceptions.contains(&format!("{structure}.{}", member.name))
    }

    /// Whether an empty list is left out of an answer.
    pub fn omits_empty(&self, structure: &str, member: &Member) -> bool {
        let omitted = &self.inputs.omit_empty;
        let (this, any) = (format!("{structure}.{}", member.name), format!("*.{}", member.name));
        omitted.contains(&this) || (omitted.contains(&any) && !omitted.contains(&format!("!{this}")))
    }

    /// Whether a list can be absent, which is then not the same as empty.
    pub fn is_optional_list(&self, structure: &str, member: &Member) -> bool {
        self.inputs.optional_lists.contains(&format!("{structure}.{}", member.name))
    }

    /// Whether the structure can contain itself, and so needs a box.
    pub fn is_recursive(&self, structure: &str) -> bool {
        let below = self.ec2.shape(structure).members.iter().map(|m| m.shape.as_str());
        reach(self.ec2, below).contains(structure)
    }

    fn checked_enums(&self) -> BTreeSet<&'m str> {
        let members = |s: &&'m str| self.ec2.shape(s).members.iter().map(|m| (*s, m)).collect::<Vec<_>>();
        self.decoded.iter().flat_map(members).filter_map(|(s, member)| self.checked_enum(s, member)).collect()
    }

    /// A misspelt line in one of the lists would otherwise go unnoticed.
    fn check_lists(&self) -> Result<()> {
        let exists = |line: &str| match line.split_once('.') {
            Some((structure, member)) => self
                .structures()
                .iter()
                .filter(|s| structure == "*" || **s == structure)
                .any(|s| self.ec2.shape(s).members.iter().any(|m| m.name == member)),
            None => self.ec2.shapes.get(line).is_some_and(|shape| !shape.values.is_empty()),
        };
        let Inputs { enum_exceptions, required_exceptions, omit_empty, optional_lists, .. } = self.inputs;
        for line in enum_exceptions.iter().chain(required_exceptions).chain(omit_empty).chain(optional_lists) {
            ensure!(
                exists(line.trim_start_matches('!')),
                "data/ec2 has a line {line}, but the generated model has no such thing"
            );
        }
        for line in optional_lists {
            let decoded = self.decoded.iter().any(|name| line.split('.').next() == Some(name));
            ensure!(!decoded, "optional-lists.txt: {line}: a request cannot tell an absent list from an empty one");
        }
        for structure in self.structures() {
            for member in &self.ec2.shape(structure).members {
                let Some(item) = &self.ec2.shape(&member.shape).member else { continue };
                if self.ec2.shape(&item.shape).kind == Kind::List {
                    bail!("{structure}.{}: lists of lists are not handled", member.name);
                }
            }
        }
        Ok(())
    }
}

/// The structures reached from these shapes.
fn reach<'m>(ec2: &'m Ec2, roots: impl Iterator<Item = &'m str>) -> BTreeSet<&'m str> {
    let mut todo: Vec<&str> = roots.collect();
    let mut seen = BTreeSet::new();
    while let Some(name) = todo.pop() {
        if seen.insert(name) {
            let shape = ec2.shape(name);
            todo.extend(shape.members.iter().chain(&shape.member).map(|m| m.shape.as_str()));
        }
    }
    seen.retain(|name| ec2.shape(name).kind == Kind::Structure);
    seen
}
