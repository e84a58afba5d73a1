//! What the model has and Fogbank has not: parameters that are refused by name instead of being ignored.
//!
//! The rules are written by hand in `data/ec2/parameters/<Operation>.txt`; code generation checks them against
//! the model and puts them into a table, and into `docs/reference/parameters.md`.

use crate::error::Error;
use crate::form::Form;

/// One parameter, with everything below it, that an action does not obey.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unsupported {
    /// The name as it stands in a form; `N` stands for any index, as in `NetworkInterface.N.EnaSrdSpecification`.
    pub path: &'static str,
    /// The values that ask for nothing and are accepted.
    pub noop: &'static [&'static str],
    /// The code of the refusal.
    pub code: &'static str,
}

/// Refuses the first parameter that asks for something not supported. The rules are sorted by path.
pub fn check(form: &Form, rules: &[Unsupported]) -> Result<(), Error> {
    if rules.is_empty() {
        return Ok(());
    }
    for (key, value) in form.iter() {
        // Only the rules that begin as the key does; mostly there are none.
        let head = head(key);
        let from = rules.partition_point(|rule| self::head(rule.path) < head);
        for rule in rules[from..].iter().take_while(|rule| self::head(rule.path) == head) {
            if covers(rule.path, key) && !rule.noop.iter().any(|noop| noop.eq_ignore_ascii_case(value)) {
                let only = match rule.noop {
                    [] => String::new(),
                    values => format!("; it may only be left out or be '{}'", values.join("' or '")),
                };
                return Err(Error::new(rule.code, format!("The parameter {key} is not supported{only}.")));
            }
        }
    }
    Ok(())
}

/// The name up to the first dot.
fn head(path: &str) -> &str {
    &path[..path.find('.').unwrap_or(path.len())]
}

/// Whether `key` is the parameter `path` or lies below it.
fn covers(path: &str, key: &str) -> bool {
    let mut key = key.split('.');
    path.split('.').all(|want| match key.next() {
        Some(have) => have == want || (want == "N" && !have.is_empty() && have.bytes().all(|b| b.is_ascii_digit())),
        None => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules() {
        let rules = [
            Unsupported { path: "Hibernation.Configured", noop: &["false"], code: "UnsupportedOperation" },
            Unsupported { path: "Spec.N", noop: &[], code: "InvalidParameterCombination" },
        ];
        for (pairs, want) in [
            (vec![("Hibernation.Configured", "false"), ("Spec", "1"), ("SpecOther.1", "2")], None),
            (
                vec![("Hibernation.Configured", "true")],
                Some(
                    "UnsupportedOperation: The parameter Hibernation.Configured is not supported; it may only be left out or be 'false'.",
                ),
            ),
            (vec![("Spec.12.A", "")], Some("InvalidParameterCombination: The parameter Spec.12.A is not supported.")),
        ] {
            let got = check(&Form::from_pairs(pairs), &rules).err().map(|e| e.to_string());
            assert_eq!(got.as_deref(), want);
        }
    }
}
