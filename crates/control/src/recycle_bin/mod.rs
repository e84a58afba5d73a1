//! The recycle bin: what is kept there, for how long, and the retention rules that say so.
//!
//! A deleted image or snapshot is another kind of record while it is kept, so that nothing that looks for images and
//! snapshots can find it by mistake. Rules belong to a service of their own, `rbin`; what they keep is listed and
//! restored by EC2's actions.

pub mod rules;

use std::sync::Arc;

use model::{
    ApiError,
    records::{BinnedSnapshot, Retained, RetentionRule, TagMatch},
};

use crate::{
    action::Call,
    lookup::Noun,
    tagging::TagList,
    view::{AccountView, InView, Row, View},
};

const DAY_MS: i64 = 24 * 60 * 60 * 1000;

/// A resource's tags, as a binned record keeps them.
pub fn tags(view: &AccountView, resource: &str) -> TagList {
    view.tags(resource).map(|tag| (tag.key.clone(), tag.value.clone())).collect()
}

/// When a resource of the caller's that is deleted now is gone for good; `None` if it is not kept at all.
pub fn exit_ms(call: &Call, kind: Retained, resource: &str) -> Option<i64> {
    let tags = tags(&call.view, resource);
    let rules = call.view.list::<RetentionRule>().map(|row| &row.record);
    days(rules, kind, &tags).map(|days| call.now_ms + i64::from(days) * DAY_MS)
}

/// For how long rules keep what has these tags: as long as any of them says.
fn days<'r>(rules: impl Iterator<Item = &'r RetentionRule>, kind: Retained, tags: &TagList) -> Option<u32> {
    let has = |wanted: &TagMatch| {
        tags.iter().any(|(key, value)| *key == wanted.key && wanted.value.as_ref().is_none_or(|it| it == value))
    };
    let keeps = |rule: &&RetentionRule| {
        let named = rule.with_tags.is_empty() || rule.with_tags.iter().any(has);
        rule.retains == kind && named && !rule.but_tags.iter().any(has)
    };
    rules.filter(keeps).map(|rule| rule.days).max()
}

/// One thing in the caller's recycle bin. What has left it does not exist, though it may not have been swept up yet.
pub fn one<R: InView>(
    call: &Call,
    parameter: &str,
    id: Option<&str>,
    noun: &Noun,
    exit_ms: impl Fn(&R) -> i64,
) -> Result<Arc<Row<R>>, ApiError> {
    let id = id.filter(|id| !id.is_empty()).ok_or_else(|| ApiError::missing(parameter))?;
    noun.check(id)?;
    call.view.get::<R>(id).filter(|row| exit_ms(row) > call.now_ms).ok_or_else(|| noun.not_found(id))
}

/// What is in the caller's recycle bin, or those things that are named, in order of creation.
pub fn listed<R: InView>(
    call: &Call,
    ids: &[String],
    noun: &Noun,
    exit_ms: impl Fn(&R) -> i64,
) -> Result<Vec<Arc<Row<R>>>, ApiError> {
    if ids.is_empty() {
        return Ok(call.view.list::<R>().filter(|row| exit_ms(row) > call.now_ms).cloned().collect());
    }
    ids.iter().map(|id| one(call, "", Some(id), noun, &exit_ms)).collect()
}

/// Roots in the vault of the snapshots that are kept, of all accounts: they are needed as long as those can be restored.
pub fn roots(view: &View) -> impl Iterator<Item = &str> {
    view.table::<BinnedSnapshot>().iter().filter_map(|binned| binned.snapshot.root.as_deref())
}

#[cfg(test)]
mod tests {
    use model::AccountId;

    use super::*;

    fn rule(kind: Retained, days: u32, with: &[(&str, Option<&str>)], but: &[(&str, Option<&str>)]) -> RetentionRule {
        let matches = |tags: &[(&str, Option<&str>)]| {
            tags.iter().map(|(key, value)| TagMatch { key: (*key).into(), value: value.map(str::to_owned) }).collect()
        };
        RetentionRule {
            id: format!("rule{days}"),
            account: AccountId::from_number(1),
            created_ms: 0,
            retains: kind,
            days,
            description: None,
            with_tags: matches(with),
            but_tags: matches(but),
            tags: Vec::new(),
            lock: None,
            rest: Default::default(),
        }
    }

    #[test]
    fn the_longest_rule_that_fits() {
        let rules = [
            rule(Retained::Snapshots, 1, &[], &[("keep", Some("no"))]),
            rule(Retained::Snapshots, 5, &[("tier", Some("gold")), ("legal", None)], &[]),
            rule(Retained::Images, 9, &[], &[]),
        ];
        for (tags, want) in [
            (&[][..], Some(1)),
            (&[("keep", "no")], None),
            (&[("keep", "yes")], Some(1)),
            (&[("tier", "gold")], Some(5)),
            (&[("tier", "silver")], Some(1)),
            (&[("legal", "whatever"), ("keep", "no")], Some(5)),
        ] {
            let tags = tags.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect();
            assert_eq!(days(rules.iter(), Retained::Snapshots, &tags), want, "{tags:?}");
        }
        assert_eq!(days(rules.iter(), Retained::Images, &Vec::new()), Some(9));
    }
}
