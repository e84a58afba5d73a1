//! How much of the host's memory is promised. One machine serves all regions and no transaction spans cells, so the
//! promises are kept here, in the one control plane: taken before the commit, and counted from the view, which each
//! region's store publishes before a committer is answered.

use std::{collections::HashMap, sync::Arc};

use model::{
    InstanceId,
    facts::instance_types,
    instance::InstanceState,
    records::{Instance, ObservedInstance, Record},
};
use parking_lot::Mutex;

use crate::view::View;

#[derive(Clone, Default)]
pub struct Ledger {
    inner: Arc<Mutex<Inner>>,
}

#[derive(Default)]
struct Inner {
    /// MiB for guests in all; `None` while no limit is known (the simulated host has none).
    total_mib: Option<u64>,
    /// Instances that hold memory, by the newest views.
    held: HashMap<InstanceId, u64>,
    /// Instances whose commit is under way.
    promised: HashMap<InstanceId, u64>,
}

impl Inner {
    fn free_mib(&self) -> u64 {
        let Some(total) = self.total_mib else { return u64::MAX };
        let held: u64 = self.held.values().sum();
        let promised: u64 =
            self.promised.iter().filter(|(id, _)| !self.held.contains_key(*id)).map(|(_, mib)| mib).sum();
        total.saturating_sub(held + promised)
    }

    fn count(&mut self, view: &View, id: &str) {
        let Some(row) = view.table::<Instance>().get(id) else {
            self.held.remove(id);
            return;
        };
        let down = matches!(view.state(&row), InstanceState::Stopped | InstanceState::Terminated);
        match instance_types::get(&row.instance_type) {
            Some(facts) if !down => drop(self.held.insert(row.id.clone(), facts.memory_mib)),
            _ => drop(self.held.remove(id)),
        }
    }
}

impl Ledger {
    /// What the host has for guests, MiB.
    pub fn set_total(&self, total_mib: u64) {
        self.inner.lock().total_mib = Some(total_mib);
    }

    /// Whether there is a real host, whose memory is counted; the simulated one has no limit.
    pub fn is_limited(&self) -> bool {
        self.inner.lock().total_mib.is_some()
    }

    /// Follows a group commit of one region: `keys` changed, `view` holds them.
    pub fn follow<'a>(&self, view: &View, keys: impl Iterator<Item = &'a str>) {
        let mut inner = self.inner.lock();
        for key in keys {
            if let Some((Instance::KIND | ObservedInstance::KIND, id)) = key.split_once('/') {
                inner.count(view, id);
            }
        }
    }

    /// How many more guests of `memory_mib` there is room for.
    pub fn room_for(&self, memory_mib: u64) -> u64 {
        self.inner.lock().free_mib() / memory_mib.max(1)
    }

    /// Promises memory to as many of the instances as there is room for, the first ones first, at `least` of them; the
    /// promise ends when it is dropped. `None` when there is not even room for those.
    pub fn promise_most(&self, ids: &[InstanceId], least: u64, memory_mib: u64) -> Option<Promise> {
        let mut inner = self.inner.lock();
        let room = inner.free_mib() / memory_mib.max(1);
        if room < least {
            return None;
        }
        let ids = &ids[..ids.len().min(usize::try_from(room).unwrap_or(usize::MAX))];
        inner.promised.extend(ids.iter().map(|id| (id.clone(), memory_mib)));
        Some(Promise { inner: self.inner.clone(), ids: ids.to_vec() })
    }

    /// Promises memory to instances that are about to be committed; the promise ends when it is dropped.
    /// `None` when there is not enough for all of them.
    pub fn promise(&self, ids: &[InstanceId], memory_mib: u64) -> Option<Promise> {
        let mut inner = self.inner.lock();
        if inner.free_mib() < memory_mib.saturating_mul(ids.len() as u64) {
            return None;
        }
        inner.promised.extend(ids.iter().map(|id| (id.clone(), memory_mib)));
        Some(Promise { inner: self.inner.clone(), ids: ids.to_vec() })
    }
}

/// Memory set aside for instances whose commit is under way.
pub struct Promise {
    inner: Arc<Mutex<Inner>>,
    ids: Vec<InstanceId>,
}

impl Promise {
    /// How many instances it is for.
    pub fn count(&self) -> usize {
        self.ids.len()
    }
}

impl Drop for Promise {
    fn drop(&mut self) {
        let mut inner = self.inner.lock();
        for id in &self.ids {
            inner.promised.remove(id);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(numbers: std::ops::Range<u32>) -> Vec<InstanceId> {
        numbers.map(|number| InstanceId::trusted(format!("i-{number:017x}"))).collect()
    }

    #[test]
    fn as_many_are_promised_as_there_is_room_for() {
        let ledger = Ledger::default();
        ledger.set_total(1024 * 10);
        let first = ledger.promise_most(&ids(0..8), 1, 1024).unwrap();
        assert_eq!(first.count(), 8);
        // What another request has been promised meanwhile leaves fewer, and not none.
        let second = ledger.promise_most(&ids(8..16), 2, 1024).unwrap();
        assert_eq!(second.count(), 2);
        assert!(ledger.promise_most(&ids(16..17), 1, 1024).is_none());
        drop(first);
        assert!(ledger.promise_most(&ids(16..26), 9, 1024).is_none());
        assert_eq!(ledger.promise_most(&ids(16..26), 8, 1024).unwrap().count(), 8);
    }
}
