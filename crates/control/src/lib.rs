//! A region: what is stored, what is seen of it, the actions that change it and the controllers that follow.

pub mod accounts;
pub mod action;
pub mod actions;
pub mod capacity;
pub mod catalog;
pub mod cell;
pub mod cloud;
mod controllers;
pub mod decide;
pub mod defaults;
pub mod ebs;
pub mod edit;
pub mod encryption;
pub mod exchange;
pub mod hub;
pub mod listing;
pub mod lookup;
pub mod paging;
pub mod parameters;
pub mod reach;
pub mod recycle_bin;
pub mod region;
pub mod sweep;
pub mod tagging;
pub mod view;
pub mod world;

/// What is known of a commercial region of AWS, by name.
pub fn region_facts(name: &str) -> Option<&'static model::facts::regions::Region> {
    model::facts::regions::get(name)
}

/// Looks once at what is due in a region, as its controllers do every minute: for tests, whose clock they don't see.
pub async fn tidy(cloud: &cloud::Cloud, region: &std::sync::Arc<region::Region>) {
    controllers::housekeeping::run(cloud, region).await;
}
