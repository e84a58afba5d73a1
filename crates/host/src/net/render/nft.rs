//! nftables as data, and the batches that turn one ruleset into another.
//!
//! A batch is one transaction: a packet sees the rules before or after it, never between. Changes are small batches
//! (20 ms among 1,000 interfaces); a full replacement is the same batch from nothing, after the table was deleted.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
};

/// Tables of one namespace.
pub(crate) type Ruleset = Vec<Table>;

/// A table: `inet fbabcde` with all that is in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Table {
    /// Family and name.
    pub name: String,
    /// Sets and maps by name.
    pub sets: BTreeMap<String, Set>,
    pub chains: BTreeMap<String, Chain>,
}

/// A set, or a map if its elements have values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Set {
    /// The type of its keys and values: `ifname . ether_addr`, `ipv4_addr : ipv4_addr`.
    pub kind: &'static str,
    pub elements: BTreeMap<String, Option<String>>,
}

/// A chain and its rules. A change of rules replaces all of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Chain {
    /// `type filter hook …`; `None` for one that is jumped to.
    pub hook: Option<&'static str>,
    pub rules: Vec<String>,
}

impl Table {
    pub(crate) fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), sets: BTreeMap::new(), chains: BTreeMap::new() }
    }

    /// Adds a set or map without elements.
    pub(crate) fn set(&mut self, name: impl Into<String>, kind: &'static str) -> &mut Set {
        self.sets.entry(name.into()).or_insert_with(|| Set { kind, elements: BTreeMap::new() })
    }

    /// Adds a chain at a hook.
    pub(crate) fn base_chain<R: Into<String>>(
        &mut self,
        name: &str,
        hook: &'static str,
        rules: impl IntoIterator<Item = R>,
    ) {
        let rules = rules.into_iter().map(Into::into).collect();
        self.chains.insert(name.to_owned(), Chain { hook: Some(hook), rules });
    }

    /// Adds a chain that others jump to.
    pub(crate) fn chain(&mut self, name: impl Into<String>, rules: Vec<String>) {
        self.chains.insert(name.into(), Chain { hook: None, rules });
    }
}

impl Set {
    pub(crate) fn add(&mut self, key: impl ToString) {
        self.elements.insert(key.to_string(), None);
    }

    pub(crate) fn map(&mut self, key: impl ToString, value: impl ToString) {
        self.elements.insert(key.to_string(), Some(value.to_string()));
    }

    /// Whether values are verdicts, which keep chains in use.
    fn is_map(&self) -> bool {
        self.kind.contains(':')
    }
}

/// The batch that replaces all of these tables, whatever is in them.
pub(crate) fn replacement(wanted: &Ruleset) -> String {
    let mut batch = String::new();
    for table in wanted {
        let name = &table.name;
        // Deleting a table that isn't there fails the batch, adding one that is there does not.
        let _ = write!(batch, "add table {name}\ndelete table {name}\nadd table {name}\n");
        table_difference(&Table::new(name.clone()), table, &mut batch);
    }
    batch
}

/// The batch that turns `present` into `wanted`; empty if they are equal, `None` if only a replacement can do it.
pub(crate) fn difference(present: &Ruleset, wanted: &Ruleset) -> Option<String> {
    let names = |ruleset: &Ruleset| ruleset.iter().map(|table| table.name.clone()).collect::<Vec<_>>();
    if names(present) != names(wanted) {
        return None;
    }
    let mut batch = String::new();
    for (present, wanted) in present.iter().zip(wanted) {
        let same_hooks = |name: &String, chain: &Chain| wanted.chains.get(name).is_none_or(|w| w.hook == chain.hook);
        let same_kinds = |name: &String, set: &Set| wanted.sets.get(name).is_none_or(|w| w.kind == set.kind);
        if !present.chains.iter().all(|(name, chain)| same_hooks(name, chain))
            || !present.sets.iter().all(|(name, set)| same_kinds(name, set))
        {
            return None;
        }
        table_difference(present, wanted, &mut batch);
    }
    Some(batch)
}

/// Order matters: what is referred to is added first and deleted last. A map's value can't be overwritten, so a
/// changed element is deleted and added.
fn table_difference(present: &Table, wanted: &Table, batch: &mut String) {
    let table = &wanted.name;
    let none = Set { kind: "", elements: BTreeMap::new() };
    for (name, set) in wanted.sets.iter().filter(|(name, _)| !present.sets.contains_key(*name)) {
        let noun = if set.is_map() { "map" } else { "set" };
        let _ = writeln!(batch, "add {noun} {table} {name} {{ type {}; }}", set.kind);
    }
    for (name, chain) in wanted.chains.iter().filter(|(name, _)| !present.chains.contains_key(*name)) {
        let hook = chain.hook.map(|hook| format!(" {{ {hook} }}")).unwrap_or_default();
        let _ = writeln!(batch, "add chain {table} {name}{hook}");
    }
    for (name, set) in &present.sets {
        let kept = wanted.sets.get(name).unwrap_or(&none);
        let gone = set.elements.iter().filter(|(key, value)| kept.elements.get(*key) != Some(value));
        write_elements(batch, "delete", table, name, gone.map(|(key, _)| (key, &None)));
    }
    let changed =
        |name: &String| present.chains.get(name).map(|c| &c.rules) != wanted.chains.get(name).map(|c| &c.rules);
    let names: BTreeSet<_> = present.chains.keys().chain(wanted.chains.keys()).filter(|name| changed(name)).collect();
    for name in names.iter().filter(|name| present.chains.get(**name).is_some_and(|chain| !chain.rules.is_empty())) {
        let _ = writeln!(batch, "flush chain {table} {name}");
    }
    for name in &names {
        for rule in wanted.chains.get(*name).iter().flat_map(|chain| &chain.rules) {
            let _ = writeln!(batch, "add rule {table} {name} {rule}");
        }
    }
    for (name, set) in &wanted.sets {
        let there = present.sets.get(name).unwrap_or(&none);
        let new = set.elements.iter().filter(|(key, value)| there.elements.get(*key) != Some(value));
        write_elements(batch, "add", table, name, new);
    }
    for name in present.chains.keys().filter(|name| !wanted.chains.contains_key(*name)) {
        let _ = writeln!(batch, "delete chain {table} {name}");
    }
    for (name, set) in present.sets.iter().filter(|(name, _)| !wanted.sets.contains_key(*name)) {
        let noun = if set.is_map() { "map" } else { "set" };
        let _ = writeln!(batch, "delete {noun} {table} {name}");
    }
}

fn write_elements<'a>(
    batch: &mut String,
    verb: &str,
    table: &str,
    set: &str,
    elements: impl Iterator<Item = (&'a String, &'a Option<String>)>,
) {
    let texts: Vec<String> = elements
        .map(|(key, value)| match value {
            Some(value) => format!("{key} : {value}"),
            None => key.clone(),
        })
        .collect();
    if !texts.is_empty() {
        let _ = writeln!(batch, "{verb} element {table} {set} {{ {} }}", texts.join(", "));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(build: impl FnOnce(&mut Table)) -> Ruleset {
        let mut table = Table::new("inet t");
        table.base_chain("forward", "type filter hook forward priority 0; policy drop;", ["iifname vmap @v"]);
        table.set("v", "ifname : verdict");
        build(&mut table);
        vec![table]
    }

    #[test]
    fn a_replacement_begins_from_nothing() {
        let wanted = table(|t| {
            t.chain("a", vec!["accept".into()]);
            t.set("v", "").map("\"t1\"", "jump a");
        });
        insta::assert_snapshot!(replacement(&wanted), @r#"
        add table inet t
        delete table inet t
        add table inet t
        add map inet t v { type ifname : verdict; }
        add chain inet t a
        add chain inet t forward { type filter hook forward priority 0; policy drop; }
        add rule inet t a accept
        add rule inet t forward iifname vmap @v
        add element inet t v { "t1" : jump a }
        "#);
    }

    #[test]
    fn a_difference_speaks_only_of_what_changes() {
        let present = table(|t| {
            t.chain("a", vec!["accept".into()]);
            t.chain("same", vec!["drop".into()]);
            t.set("v", "").map("\"t1\"", "jump a");
            t.set("m", "ipv4_addr").add("10.0.0.1");
        });
        let wanted = table(|t| {
            t.chain("b", vec!["tcp dport 22 accept".into()]);
            t.chain("same", vec!["drop".into()]);
            t.set("v", "").map("\"t1\"", "jump b");
        });
        assert_eq!(difference(&present, &present).as_deref(), Some(""));
        insta::assert_snapshot!(difference(&present, &wanted).unwrap(), @r#"
        add chain inet t b
        delete element inet t m { 10.0.0.1 }
        delete element inet t v { "t1" }
        flush chain inet t a
        add rule inet t b tcp dport 22 accept
        add element inet t v { "t1" : jump b }
        delete chain inet t a
        delete set inet t m
        "#);
    }
}
