//! Retention rules: the Recycle Bin's own API.

use std::sync::Arc;

use model::{
    ApiError,
    records::{Retained, RetentionRule, RuleLock, TagMatch},
};
use wire::rbin;

use super::DAY_MS;
use crate::{decide::Caller, edit::Edit, tagging::MAX_TAGS, view::Row};

/// Rules that an account may have in a region.
const QUOTA: usize = 250;
const MAX_DAYS: i64 = 365;
const MAX_RESOURCE_TAGS: usize = 50;
const MAX_EXCLUDED_TAGS: usize = 5;
const UNLOCK_DAYS: std::ops::RangeInclusive<i64> = 7..=30;
const ID_LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
/// The largest page, and a page of ListRules that does not say how many.
const PAGE: i64 = 1000;

pub async fn create(caller: Caller, input: rbin::CreateRule) -> Result<rbin::Rule, ApiError> {
    caller
        .change(|caller| {
            if caller.view.owned::<RetentionRule>() >= QUOTA {
                return Err(ApiError { status: 402, ..invalid_as("ServiceQuotaExceededException", "Too many rules.") });
            }
            let rule = RetentionRule {
                id: new_id(caller),
                account: caller.account.clone(),
                created_ms: caller.now_ms,
                retains: retained(&input.resource_type)?,
                days: days(&input.retention_period)?,
                description: description(input.description.as_deref())?,
                with_tags: tag_matches("ResourceTags", &input.resource_tags, MAX_RESOURCE_TAGS)?,
                but_tags: tag_matches("ExcludeResourceTags", &input.exclude_resource_tags, MAX_EXCLUDED_TAGS)?,
                tags: tags(Vec::new(), &input.tags)?,
                lock: input.lock_configuration.as_ref().map(lock).transpose()?,
                rest: Default::default(),
            };
            check(&rule)?;
            let mut edit = Edit::new();
            edit.create(&rule);
            let mut shown = shown(caller, &rule);
            shown.tags = Some(shown_tags(&rule));
            Ok((edit, shown))
        })
        .await
}

pub fn get(caller: &Caller, id: &str) -> Result<rbin::Rule, ApiError> {
    Ok(shown(caller, &*find(caller, id)?))
}

pub async fn update(caller: Caller, id: &str, input: rbin::UpdateRule) -> Result<rbin::Rule, ApiError> {
    let edited = caller.change(|caller| {
        let rule = find(caller, id)?;
        refuse_locked(caller, &rule)?;
        let mut after = rule.record.clone();
        if let Some(period) = &input.retention_period {
            after.days = days(period)?;
        }
        if let Some(text) = &input.description {
            after.description = description(Some(text))?;
        }
        if let Some(kind) = &input.resource_type {
            after.retains = retained(kind)?;
        }
        if let Some(wanted) = &input.resource_tags {
            after.with_tags = tag_matches("ResourceTags", wanted, MAX_RESOURCE_TAGS)?;
        }
        if let Some(wanted) = &input.exclude_resource_tags {
            after.but_tags = tag_matches("ExcludeResourceTags", wanted, MAX_EXCLUDED_TAGS)?;
        }
        check(&after)?;
        Ok((replaced(&rule, &after), shown(caller, &after)))
    });
    edited.await
}

pub async fn delete(caller: Caller, id: &str) -> Result<(), ApiError> {
    let deleted = caller.change(|caller| {
        let rule = find(caller, id)?;
        refuse_locked(caller, &rule)?;
        let mut edit = Edit::new();
        edit.delete(&rule);
        Ok((edit, ()))
    });
    deleted.await
}

pub async fn lock_rule(caller: Caller, id: &str, input: rbin::LockRule) -> Result<rbin::Rule, ApiError> {
    let locked = caller.change(|caller| {
        let rule = find(caller, id)?;
        refuse_locked(caller, &rule)?;
        let mut after = rule.record.clone();
        after.lock = Some(lock(&input.lock_configuration)?);
        check(&after)?;
        Ok((replaced(&rule, &after), shown(caller, &after)))
    });
    locked.await
}

pub async fn unlock_rule(caller: Caller, id: &str) -> Result<rbin::Rule, ApiError> {
    let unlocked = caller.change(|caller| {
        let rule = find(caller, id)?;
        let mut after = rule.record.clone();
        match (&mut after.lock, lock_state(&rule, caller.now_ms)) {
            (Some(lock), Some("locked")) => {
                lock.ends_ms = Some(caller.now_ms + i64::from(lock.delay_days) * DAY_MS);
            }
            _ => return Err(conflict(&rule, "is not locked")),
        }
        Ok((replaced(&rule, &after), shown(caller, &after)))
    });
    unlocked.await
}

pub fn list(caller: &Caller, input: &rbin::ListRules) -> Result<rbin::Rules, ApiError> {
    let kind = retained(&input.resource_type)?;
    let with = tag_matches("ResourceTags", &input.resource_tags, MAX_RESOURCE_TAGS)?;
    let but = tag_matches("ExcludeResourceTags", &input.exclude_resource_tags, MAX_EXCLUDED_TAGS)?;
    let most = input.max_results.unwrap_or(PAGE);
    if !(1..=PAGE).contains(&most) {
        return Err(invalid(format!("MaxResults must be from 1 to {PAGE}.")));
    }
    let mut rules: Vec<&Arc<Row<RetentionRule>>> = caller.view.list::<RetentionRule>().collect();
    if let Some(token) = &input.next_token {
        let last = rules.iter().position(|rule| rule.id == *token);
        let last = last.ok_or_else(|| invalid("NextToken is not one of this listing's."))?;
        rules.drain(..=last);
    }
    let fits = |rule: &&Arc<Row<RetentionRule>>| {
        rule.retains == kind
            && with.iter().all(|tag| rule.with_tags.contains(tag))
            && but.iter().all(|tag| rule.but_tags.contains(tag))
            && input.lock_state.as_deref().is_none_or(|state| lock_state(rule, caller.now_ms) == Some(state))
    };
    let mut found = rules.into_iter().filter(fits);
    let page: Vec<_> = found.by_ref().take(usize::try_from(most).unwrap_or(usize::MAX)).collect();
    let next_token = found.next().and(page.last()).map(|last| last.id.clone());
    let summary = |rule: &&Arc<Row<RetentionRule>>| rbin::RuleSummary {
        identifier: rule.id.clone(),
        description: rule.description.clone(),
        retention_period: shown_period(rule),
        lock_state: lock_state(rule, caller.now_ms).map(str::to_owned),
        rule_arn: arn(caller, rule),
    };
    Ok(rbin::Rules { rules: page.iter().map(summary).collect(), next_token })
}

pub fn list_tags(caller: &Caller, arn: &str) -> Result<rbin::Tags, ApiError> {
    Ok(rbin::Tags { tags: shown_tags(&*find_by_arn(caller, arn)?) })
}

pub async fn tag(caller: Caller, arn: &str, input: rbin::TagResource) -> Result<(), ApiError> {
    let tagged = caller.change(|caller| {
        let rule = find_by_arn(caller, arn)?;
        let mut after = rule.record.clone();
        after.tags = tags(after.tags, &input.tags)?;
        Ok((replaced(&rule, &after), ()))
    });
    tagged.await
}

pub async fn untag(caller: Caller, arn: &str, keys: &[String]) -> Result<(), ApiError> {
    let untagged = caller.change(|caller| {
        let rule = find_by_arn(caller, arn)?;
        let mut after = rule.record.clone();
        after.tags.retain(|(key, _)| !keys.contains(key));
        Ok((replaced(&rule, &after), ()))
    });
    untagged.await
}

fn replaced(rule: &Row<RetentionRule>, after: &RetentionRule) -> Edit {
    let mut edit = Edit::new();
    if *after != rule.record {
        edit.update(rule, after);
    }
    edit
}

fn find(caller: &Caller, id: &str) -> Result<Arc<Row<RetentionRule>>, ApiError> {
    let missing = || ApiError {
        status: 404,
        ..invalid_as("ResourceNotFoundException", format!("The retention rule {id} does not exist."))
    };
    caller.view.get(id).ok_or_else(missing)
}

fn find_by_arn(caller: &Caller, text: &str) -> Result<Arc<Row<RetentionRule>>, ApiError> {
    let id = text.rsplit_once("rule/").map_or("", |(_, id)| id);
    let rule = find(caller, id)?;
    if arn(caller, &rule) == text { Ok(rule) } else { find(caller, text) }
}

fn new_id(caller: &Caller) -> String {
    let mut bytes = [0; 11];
    caller.cloud.world.fill(&mut bytes);
    bytes.iter().map(|byte| char::from(ID_LETTERS[usize::from(*byte) % ID_LETTERS.len()])).collect()
}

/// What no single member says.
fn check(rule: &RetentionRule) -> Result<(), ApiError> {
    if !rule.with_tags.is_empty() && !rule.but_tags.is_empty() {
        return Err(invalid("A rule has either ResourceTags or ExcludeResourceTags."));
    }
    if !rule.with_tags.is_empty() && rule.lock.is_some() {
        return Err(invalid("A rule with ResourceTags can't be locked."));
    }
    Ok(())
}

fn retained(kind: &str) -> Result<Retained, ApiError> {
    match kind {
        "EBS_SNAPSHOT" => Ok(Retained::Snapshots),
        "EC2_IMAGE" => Ok(Retained::Images),
        "EBS_VOLUME" => Err(invalid("Deleted volumes are not kept: ResourceType EBS_VOLUME is not supported.")),
        other => Err(invalid(format!("ResourceType '{other}' must be EBS_SNAPSHOT or EC2_IMAGE."))),
    }
}

fn days(period: &rbin::RetentionPeriod) -> Result<u32, ApiError> {
    if period.retention_period_unit != "DAYS" {
        return Err(invalid("RetentionPeriodUnit must be DAYS."));
    }
    let days = Some(period.retention_period_value).filter(|days| (1..=MAX_DAYS).contains(days));
    days.and_then(|days| u32::try_from(days).ok())
        .ok_or_else(|| invalid(format!("RetentionPeriodValue must be from 1 to {MAX_DAYS}.")))
}

fn description(text: Option<&str>) -> Result<Option<String>, ApiError> {
    let allowed = |text: &&str| text.chars().count() <= 255 && text.chars().all(|c| c == ' ' || !c.is_whitespace());
    match text {
        Some(text) if !allowed(&text) => Err(invalid("Description must be one line of at most 255 characters.")),
        text => Ok(text.filter(|text| !text.is_empty()).map(str::to_owned)),
    }
}

fn tag_matches(member: &str, asked: &[rbin::ResourceTag], most: usize) -> Result<Vec<TagMatch>, ApiError> {
    if asked.len() > most {
        return Err(invalid(format!("{member} can have at most {most} tags.")));
    }
    if asked.iter().any(|tag| tag.resource_tag_key.is_empty() || tag.resource_tag_key.chars().count() > 128) {
        return Err(invalid(format!("A key of {member} must have from 1 to 128 characters.")));
    }
    let tag = |tag: &rbin::ResourceTag| TagMatch {
        key: tag.resource_tag_key.clone(),
        value: tag.resource_tag_value.clone().filter(|value| !value.is_empty()),
    };
    Ok(asked.iter().map(tag).collect())
}

/// A rule's own tags after more have been set.
fn tags(mut tags: Vec<(String, String)>, more: &[rbin::Tag]) -> Result<Vec<(String, String)>, ApiError> {
    for rbin::Tag { key, value } in more {
        if key.is_empty() || key.chars().count() > 128 || value.chars().count() > 256 {
            return Err(invalid("A tag's key must have from 1 to 128 characters, and its value at most 256."));
        }
        tags.retain(|(known, _)| known != key);
        tags.push((key.clone(), value.clone()));
    }
    if tags.len() > MAX_TAGS {
        return Err(invalid(format!("A rule can have at most {MAX_TAGS} tags.")));
    }
    tags.sort();
    Ok(tags)
}

fn lock(asked: &rbin::LockConfiguration) -> Result<RuleLock, ApiError> {
    let delay = &asked.unlock_delay;
    if delay.unlock_delay_unit != "DAYS" || !UNLOCK_DAYS.contains(&delay.unlock_delay_value) {
        return Err(invalid("UnlockDelay must be from 7 to 30 DAYS."));
    }
    Ok(RuleLock { delay_days: u32::try_from(delay.unlock_delay_value).unwrap_or(u32::MAX), ends_ms: None })
}

/// `None` if the rule was never locked.
fn lock_state(rule: &RetentionRule, now_ms: i64) -> Option<&'static str> {
    Some(match rule.lock.as_ref()?.ends_ms {
        None => "locked",
        Some(ends_ms) if now_ms < ends_ms => "pending_unlock",
        Some(_) => "unlocked",
    })
}

fn refuse_locked(caller: &Caller, rule: &RetentionRule) -> Result<(), ApiError> {
    match lock_state(rule, caller.now_ms) {
        None | Some("unlocked") => Ok(()),
        Some(state) => Err(conflict(rule, &format!("is in lock state {state} and can't be changed"))),
    }
}

fn conflict(rule: &RetentionRule, why: &str) -> ApiError {
    ApiError { status: 409, ..invalid_as("ConflictException", format!("The retention rule {} {why}.", rule.id)) }
}

fn invalid(message: impl Into<String>) -> ApiError {
    invalid_as("ValidationException", message)
}

fn invalid_as(code: &'static str, message: impl Into<String>) -> ApiError {
    ApiError::new(code, message)
}

fn arn(caller: &Caller, rule: &RetentionRule) -> String {
    format!("arn:aws:rbin:{}:{}:rule/{}", caller.region.name(), rule.account, rule.id)
}

fn shown_period(rule: &RetentionRule) -> rbin::RetentionPeriod {
    rbin::RetentionPeriod { retention_period_value: rule.days.into(), retention_period_unit: "DAYS".into() }
}

fn shown_tags(rule: &RetentionRule) -> Vec<rbin::Tag> {
    rule.tags.iter().map(|(key, value)| rbin::Tag { key: key.clone(), value: value.clone() }).collect()
}

fn shown(caller: &Caller, rule: &RetentionRule) -> rbin::Rule {
    let tag =
        |tag: &TagMatch| rbin::ResourceTag { resource_tag_key: tag.key.clone(), resource_tag_value: tag.value.clone() };
    let delay = |lock: &RuleLock| rbin::LockConfiguration {
        unlock_delay: rbin::UnlockDelay {
            unlock_delay_value: lock.delay_days.into(),
            unlock_delay_unit: "DAYS".into(),
        },
    };
    rbin::Rule {
        identifier: rule.id.clone(),
        description: rule.description.clone(),
        resource_type: match rule.retains {
            Retained::Images => "EC2_IMAGE".into(),
            Retained::Snapshots => "EBS_SNAPSHOT".into(),
        },
        retention_period: shown_period(rule),
        resource_tags: rule.with_tags.iter().map(tag).collect(),
        exclude_resource_tags: rule.but_tags.iter().map(tag).collect(),
        status: "available".into(),
        lock_configuration: rule.lock.as_ref().map(delay),
        lock_state: lock_state(rule, caller.now_ms).map(str::to_owned),
        lock_end_time: rule.lock.and_then(|lock| lock.ends_ms).map(|ms| ms as f64 / 1000.0),
        rule_arn: arn(caller, rule),
        tags: None,
    }
}
