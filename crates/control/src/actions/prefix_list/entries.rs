//! The entries of a prefix list: what a request adds and takes away.

use ipnet::IpNet;
use model::{
    ApiError, cidr,
    records::{PrefixList, PrefixListEntry},
};
use wire::ec2;

/// AWS's limit of one request.
const MAX_CHANGES: usize = 100;
/// AWS's limit of a list.
const MAX_ENTRIES: i64 = 1000;

/// How many entries a list may come to have.
pub fn max_entries(asked: i64) -> Result<u32, ApiError> {
    let fits = u32::try_from(asked).ok().filter(|_| (1..=MAX_ENTRIES).contains(&asked));
    fits.ok_or_else(|| {
        ApiError::invalid_value("maxEntries", asked, &format!("It must be between 1 and {MAX_ENTRIES}."))
    })
}

/// Adds entries to a list, or changes the descriptions of those it has.
pub fn add(list: &mut PrefixList, entries: &[ec2::AddPrefixListEntry]) -> Result<(), ApiError> {
    check_count(entries.len())?;
    for entry in entries {
        let cidr = block(list, entry.cidr.as_deref())?;
        let description = entry.description.clone().filter(|text| !text.is_empty());
        match list.entries.iter_mut().find(|known| known.cidr == cidr) {
            Some(known) => known.description = description,
            None => list.entries.push(PrefixListEntry { cidr, description }),
        }
    }
    if list.entries.len() > list.max_entries as usize {
        return Err(ApiError::new(
            "PrefixListMaxEntriesExceeded",
            format!(
                "You've reached the maximum number of entries for the prefix list: {} of at most {}.",
                list.entries.len(),
                list.max_entries
            ),
        ));
    }
    Ok(())
}

/// Takes entries away.
pub fn remove(list: &mut PrefixList, entries: &[ec2::RemovePrefixListEntry]) -> Result<(), ApiError> {
    check_count(entries.len())?;
    for entry in entries {
        let cidr = block(list, entry.cidr.as_deref())?;
        let before = list.entries.len();
        list.entries.retain(|known| known.cidr != cidr);
        if list.entries.len() == before {
            return Err(ApiError::invalid_parameter(format!("The prefix list has no entry {cidr}.")));
        }
    }
    Ok(())
}

pub fn shown(entries: &[PrefixListEntry]) -> Vec<ec2::PrefixListEntry> {
    let entry = |entry: &PrefixListEntry| ec2::PrefixListEntry {
        cidr: Some(entry.cidr.to_string()),
        description: entry.description.clone(),
    };
    entries.iter().map(entry).collect()
}

fn check_count(count: usize) -> Result<(), ApiError> {
    if count <= MAX_CHANGES {
        return Ok(());
    }
    Err(ApiError::invalid_parameter(format!("A request may add or remove at most {MAX_CHANGES} entries.")))
}

fn block(list: &PrefixList, text: Option<&str>) -> Result<IpNet, ApiError> {
    let text = text.ok_or_else(|| ApiError::missing("Entry.Cidr"))?;
    Ok(if list.ipv6 { IpNet::V6(cidr::rule_ipv6(text)?) } else { IpNet::V4(cidr::rule(text)?) })
}
