//! DescribeKeyPairs. It has no pages.

use model::{
    ApiError,
    filters::FilterSpec,
    records::{KeyPair, Record},
};
use wire::{Timestamp, ec2};

use crate::{
    action::{Action, Call, Output, Plan},
    listing::{self, Item},
    lookup, tagging,
    view::{AccountView, Row},
};

pub struct DescribeKeyPairs;

impl<'a> Item<'a, KeyPair> {
    const FILTERS: &'a [FilterSpec<Self>] = &[
        FilterSpec::field("fingerprint", |key, values| values.text(&key.row.fingerprint)),
        FilterSpec::field("key-name", |key, values| values.text(&key.row.name)),
        FilterSpec::field("key-pair-id", |key, values| values.text(&*key.row.id)),
        FilterSpec::tags(|key, tags| key.tags(tags)),
    ];
}

impl Action for DescribeKeyPairs {
    type Input = ec2::DescribeKeyPairsRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let filters = listing::compile(Item::<KeyPair>::FILTERS, &input.filters)?;
        let public_key = input.include_public_key == Some(true);
        let asked = asked_for(&call.view, &input.key_names, &input.key_pair_ids)?;
        let passed = asked.into_iter().filter(|row| filters.matches(&Item { row, call }));
        Ok(Plan::Answer(ec2::DescribeKeyPairsResult {
            key_pairs: passed.map(|key| shown(&call.view, key, public_key)).collect(),
        }))
    }
}

/// The key pairs that the request names, each once, or all.
fn asked_for<'v>(view: &'v AccountView, names: &[String], ids: &[String]) -> Result<Vec<&'v Row<KeyPair>>, ApiError> {
    if names.is_empty() && ids.is_empty() {
        return Ok(view.list::<KeyPair>().map(|row| &**row).collect());
    }
    let mut wanted = lookup::many::<KeyPair>(view, ids)?;
    let mut missing: Vec<&str> = Vec::new();
    for name in names {
        match super::named(view, name) {
            Some(row) if wanted.iter().any(|known| known.id == row.id) => {}
            Some(row) => wanted.push(row),
            None => missing.push(name),
        }
    }
    if !missing.is_empty() {
        return Err(super::none_named(&missing));
    }
    Ok(wanted.iter().filter_map(|row| view.held::<KeyPair>(row.id())).map(|row| &**row).collect())
}

fn shown(view: &AccountView, key: &KeyPair, public_key: bool) -> ec2::KeyPairInfo {
    ec2::KeyPairInfo {
        key_pair_id: Some(key.id.to_string()),
        key_name: Some(key.name.clone()),
        key_type: Some(key.key_type.clone()),
        key_fingerprint: Some(key.fingerprint.clone()),
        public_key: public_key.then(|| key.public_key.clone()),
        create_time: Some(Timestamp(key.created_ms)),
        tags: tagging::shown(view, &key.id),
    }
}
