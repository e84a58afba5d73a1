//! What all describe actions have in common: ids or filters, and pages.

use std::sync::Arc;

use model::{
    ApiError,
    filters::{FilterSpec, Filters, Tags},
};
use wire::ec2;

use crate::{
    action::Call,
    lookup::{self, Named},
    paging::{self, Page},
    view::{InView, Row},
};

/// What a describe action was asked for.
pub struct Asked<'r> {
    pub ids: &'r [String],
    /// How AWS names the ids in its sentences, as `instancesSet`.
    pub ids_parameter: &'static str,
    pub filters: &'r [ec2::Filter],
    pub max_results: Option<i64>,
    pub next_token: Option<&'r str>,
    /// Limits of MaxResults; `paging::USUAL` for most actions.
    pub limits: std::ops::RangeInclusive<i64>,
}

impl<'r> Asked<'r> {
    /// By ids, filters and pages, with AWS's usual limits.
    pub fn new(
        ids: &'r [String],
        ids_parameter: &'static str,
        filters: &'r [ec2::Filter],
        max_results: Option<i64>,
        next_token: &'r Option<String>,
    ) -> Self {
        Self { ids, ids_parameter, filters, max_results, next_token: next_token.as_deref(), limits: paging::USUAL }
    }

    /// The page that was asked for.
    pub fn page(&self, call: &Call, action: &'static str) -> Result<Page, ApiError> {
        let ids = (!self.ids.is_empty()).then_some(self.ids_parameter);
        Page::of(call, action, self.limits.clone(), self.max_results, self.next_token, ids)
    }
}

/// One thing as a filter sees it.
pub struct Item<'a, R> {
    pub row: &'a Row<R>,
    pub call: &'a Call,
}

impl<R: InView> Item<'_, R> {
    /// For `FilterSpec::tags`: the tags of the thing.
    pub fn tags(&self, tags: &mut Tags<'_>) {
        for tag in self.call.view.tags(self.row.id()) {
            tags.tag(&tag.key, &tag.value);
        }
    }
}

/// Checks a request's filters against an action's table.
pub fn compile<T>(table: &[FilterSpec<T>], filters: &[ec2::Filter]) -> Result<Filters<T>, ApiError> {
    let asked = filters.iter().map(|filter| (filter.name.as_deref(), filter.values.as_slice()));
    Filters::compile(table, asked).map_err(|error| ApiError::new(error.code(), error.to_string()))
}

/// One page of a listing, and the next page's token.
pub type Found<R> = (Vec<Arc<Row<R>>>, Option<String>);

/// The account's own things of one kind that were asked for, in order of creation, and the next page's token.
/// `indexed` names filters that are also an index of the record, so that a describe looks up and does not scan:
/// (filter name, index name).
pub fn own<'a, R: Named>(
    call: &'a Call,
    action: &'static str,
    asked: &Asked<'_>,
    table: &[FilterSpec<Item<'a, R>>],
    indexed: &[(&str, &'static str)],
) -> Result<Found<R>, ApiError> {
    let filters = compile(table, asked.filters)?;
    let page = asked.page(call, action)?;
    if !asked.ids.is_empty() {
        let named = lookup::many::<R>(&call.view, asked.ids)?;
        let mut passed = Vec::with_capacity(named.len());
        for row in named {
            // The filter borrows from the view, which holds the same row for as long as the call lives.
            if let Some(held) = call.view.held::<R>(row.id())
                && filters.matches(&Item { row: held, call })
            {
                passed.push(row);
            }
        }
        return Ok((passed, None));
    }
    let passes = |row: &&'a Arc<Row<R>>| filters.matches(&Item { row, call });
    let lookup = indexed.iter().find_map(|(filter, index)| Some((*index, filters.exact(filter)?)));
    if let Some((index, values)) = lookup {
        let mut found: Vec<&Arc<Row<R>>> =
            values.iter().flat_map(|value| call.view.find::<R>(index, value)).filter(passes).collect();
        found.sort_by(|a, b| (a.created_ms(), a.id()).cmp(&(b.created_ms(), b.id())));
        found.dedup_by(|a, b| a.id() == b.id());
        return Ok(page.take(call, found.into_iter()));
    }
    Ok(page.take(call, call.view.list_after::<R>(page.after()).filter(passes)))
}
