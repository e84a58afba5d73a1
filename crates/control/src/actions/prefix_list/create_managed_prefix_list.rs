//! CreateManagedPrefixList.

use model::{ApiError, PrefixListId, limits, records::PrefixList};
use wire::ec2;

use super::{entries, entries_key};
use crate::{
    action::{Action, Call, Output, Plan},
    actions::quota,
    edit::Edit,
    lookup,
    tagging::TagsToSet,
};

pub struct CreateManagedPrefixList;

impl Action for CreateManagedPrefixList {
    type Input = ec2::CreateManagedPrefixListRequest;
    const TOKEN: bool = true;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let family = input.address_family.as_deref().unwrap_or_default();
        let ipv6 = match family {
            "IPv4" => false,
            "IPv6" => true,
            other => return Err(ApiError::invalid_value("addressFamily", other, "It must be IPv4 or IPv6.")),
        };
        let tags = TagsToSet::parse(&input.tag_specifications, &["prefix-list"])?;
        let mut list = PrefixList {
            id: PrefixListId::from_random(call.random()),
            account: call.account.clone(),
            created_ms: call.now_ms,
            name: super::name(input.prefix_list_name.as_deref())?,
            ipv6,
            max_entries: entries::max_entries(input.max_entries.unwrap_or_default())?,
            version: 1,
            modified: false,
            entries: Vec::new(),
            rest: Default::default(),
        };
        entries::add(&mut list, &input.entries)?;
        let mut edit = Edit::new();
        let (most, code) = (limits::PREFIX_LISTS, "PrefixListLimitExceeded");
        quota::per_region::<PrefixList>(call, &mut edit, most, code, "prefix lists")?;
        edit.create(&list);
        edit.put_json(entries_key(&list.id, list.version), &list.entries);
        tags.set(&mut edit, &call.account, &list.id, "prefix-list");
        let region = call.region.facts;
        Plan::make(edit, vec![list.id.to_string()], move |view| {
            let shown = super::shown(view, region, &list, "create-in-progress");
            Ok(ec2::CreateManagedPrefixListResult { prefix_list: Some(shown) })
        })
    }

    fn repeat(call: &Call, ids: &[String]) -> Result<Output<Self>, ApiError> {
        let list = lookup::one::<PrefixList>(&call.view, ids.first().map_or("", String::as_str))?;
        let shown = super::shown(&call.view, call.region.facts, &list, super::resting_state(&list));
        Ok(ec2::CreateManagedPrefixListResult { prefix_list: Some(shown) })
    }
}
