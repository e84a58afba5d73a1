//! ListSnapshotBlocks, ListChangedBlocks and GetSnapshotBlock.

use std::sync::Arc;

use model::ApiError;
use vault::{BLOCK_BYTES, Vault, VaultError};
use wire::ebs;

use super::{blocking, invalid, readable, root, tokens, vault_of};
use crate::decide::Caller;

const PAGE: std::ops::RangeInclusive<u64> = 100..=10_000;

/// Which part of a listing is asked for.
#[derive(Debug, Default)]
pub struct Part {
    pub next_token: Option<String>,
    pub max_results: Option<String>,
    pub starting_block_index: Option<String>,
}

/// Where a page begins and how many blocks it has at most.
struct Page {
    from: u64,
    most: usize,
}

impl Page {
    fn of(caller: &Caller, part: &Part, what: &str) -> Result<Self, ApiError> {
        let number = |name: &str, text: &Option<String>| match text {
            None => Ok(None),
            Some(text) => text.parse::<u64>().map(Some).map_err(|_| invalid(format!("{name} must be a number."))),
        };
        let most = number("MaxResults", &part.max_results)?.unwrap_or(*PAGE.end());
        if !PAGE.contains(&most) {
            return Err(invalid("MaxResults must be from 100 to 10000."));
        }
        let from = match part.next_token.as_deref().filter(|token| !token.is_empty()) {
            Some(token) => tokens::open(caller, "NextToken", what, token)?,
            None => number("StartingBlockIndex", &part.starting_block_index)?.unwrap_or(0),
        };
        Ok(Self { from, most: usize::try_from(most).unwrap_or(usize::MAX) })
    }

    /// The first items of a page, and where the next page begins.
    fn take<T>(
        &self,
        items: impl Iterator<Item = Result<T, VaultError>>,
        index: impl Fn(&T) -> u64,
    ) -> Result<(Vec<T>, Option<u64>), VaultError> {
        let mut taken = Vec::new();
        for item in items {
            let item = item?;
            if taken.len() == self.most {
                return Ok((taken, Some(index(&item))));
            }
            taken.push(item);
        }
        Ok((taken, None))
    }
}

fn block_what(id: &str) -> String {
    format!("block of {id}")
}

/// The blocks of a snapshot that are not all zeros.
pub async fn list_blocks(caller: &Caller, id: &str, part: &Part) -> Result<ebs::Blocks, ApiError> {
    let vault = vault_of(&caller.cloud)?;
    let snapshot = readable(caller, id)?;
    let what = format!("blocks of {id}");
    let page = Page::of(caller, part, &what)?;
    let (indices, next) = match root(&snapshot)? {
        None => (Vec::new(), None),
        Some(root) => {
            let found = blocking(move || {
                let blocks = vault.blocks(root, page.from)?;
                page.take(blocks.map(|block| block.map(|(index, _)| index)), |index| *index)
            });
            found.await?
        }
    };
    let block =
        |index: &u64| ebs::Block { block_index: *index, block_token: tokens::seal(caller, &block_what(id), *index) };
    Ok(ebs::Blocks {
        blocks: indices.iter().map(block).collect(),
        expiry_time: seconds(tokens::expiry_ms(caller)),
        volume_size: snapshot.volume_size_gib.into(),
        block_size: BLOCK_BYTES,
        next_token: next.map(|next| tokens::seal(caller, &what, next)),
    })
}

/// The blocks in which a snapshot differs from another one; without `first` from one of zeros.
pub async fn list_changed_blocks(
    caller: &Caller,
    first: Option<&str>,
    second: &str,
    part: &Part,
) -> Result<ebs::ChangedBlocks, ApiError> {
    let vault = vault_of(&caller.cloud)?;
    let snapshot = readable(caller, second)?;
    let before = first.map(|id| readable(caller, id)).transpose()?;
    let what = format!("blocks of {second} beside those of {}", first.unwrap_or_default());
    let page = Page::of(caller, part, &what)?;
    let roots = (before.as_ref().map(|it| root(it)).transpose()?.flatten(), root(&snapshot)?);
    let (changes, next) = blocking(move || changes(&vault, roots, &page)).await?;
    let token = |id: Option<&str>, there: bool, index: u64| {
        id.filter(|_| there).map(|id| tokens::seal(caller, &block_what(id), index))
    };
    let shown = |(index, in_first, in_second): &(u64, bool, bool)| ebs::ChangedBlock {
        block_index: *index,
        first_block_token: token(first, *in_first, *index),
        second_block_token: token(Some(second), *in_second, *index),
    };
    Ok(ebs::ChangedBlocks {
        changed_blocks: changes.iter().map(shown).collect(),
        expiry_time: seconds(tokens::expiry_ms(caller)),
        volume_size: snapshot.volume_size_gib.into(),
        block_size: BLOCK_BYTES,
        next_token: next.map(|next| tokens::seal(caller, &what, next)),
    })
}

/// A block that differs, and in which of the two snapshots it is not zeros.
type Changed = (u64, bool, bool);

fn changes(
    vault: &Arc<Vault>,
    roots: (Option<vault::Hash>, Option<vault::Hash>),
    page: &Page,
) -> Result<(Vec<Changed>, Option<u64>), VaultError> {
    let index = |change: &Changed| change.0;
    match roots {
        (None, None) => Ok((Vec::new(), None)),
        (None, Some(second)) => {
            page.take(vault.blocks(second, page.from)?.map(|block| block.map(|(at, _)| (at, false, true))), index)
        }
        (Some(first), None) => {
            page.take(vault.blocks(first, page.from)?.map(|block| block.map(|(at, _)| (at, true, false))), index)
        }
        (Some(first), Some(second)) => {
            let changes = vault.diff(first, second, page.from)?;
            let changed = changes.map(|it| it.map(|it| (it.index, it.first.is_some(), it.second.is_some())));
            page.take(changed, index)
        }
    }
}

/// The content of one block, by a token that a listing gave out.
pub async fn get_block(caller: &Caller, id: &str, index: u64, token: Option<&str>) -> Result<Vec<u8>, ApiError> {
    let vault = vault_of(&caller.cloud)?;
    let token = token.ok_or_else(|| invalid("BlockToken is missing."))?;
    // It may have been unshared since the token was given out.
    let snapshot = readable(caller, id)?;
    if tokens::open(caller, "BlockToken", &block_what(id), token)? != index {
        return Err(invalid("BlockToken is not one that was given out for this."));
    }
    let content = match root(&snapshot)? {
        None => None,
        Some(root) => blocking(move || vault.block(root, index)).await?,
    };
    Ok(content.map_or_else(|| vec![0; BLOCK_BYTES], |content| content.as_ref().clone()))
}

fn seconds(ms: i64) -> f64 {
    ms as f64 / 1000.0
}
