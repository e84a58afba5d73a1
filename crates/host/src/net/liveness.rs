//! Whether guests answer: what is known of each interface, and how answers and silence change it.

use std::{
    collections::BTreeSet,
    sync::Arc,
    time::{Duration, Instant, SystemTime, UNIX_EPOCH},
};

use hostlink::Reachability;
use model::NetworkInterfaceId;
use parking_lot::Mutex;
use tokio::sync::watch;

use super::{Liveness, LivenessMap};

/// How often a guest is probed that has not answered yet, and one that has.
const EARLY_INTERVAL: Duration = Duration::from_secs(1);
const INTERVAL: Duration = Duration::from_secs(10);
/// Probes in a row without an answer after which a guest counts as failed: 30 s of silence.
const MISSES: u32 = 3;

/// Liveness of all interfaces of this host. Probers and DHCP servers tell it what they saw.
#[derive(Debug)]
pub(crate) struct Hub {
    probes: Mutex<std::collections::HashMap<NetworkInterfaceId, Probe>>,
    published: watch::Sender<Arc<LivenessMap>>,
}

/// Where the probing of one interface stands.
#[derive(Debug, Default, PartialEq, Eq)]
struct Probe {
    /// When the next probe is due; `None` for at once.
    due: Option<Instant>,
    /// Probes since the last answer.
    unanswered: u32,
}

/// The next reachability, after an answer or after `unanswered` probes in a row had none.
fn next(now: Reachability, unanswered: u32) -> Reachability {
    match (now, unanswered) {
        (_, 0) => Reachability::Passed,
        (Reachability::Passed, MISSES..) => Reachability::Failed,
        // A guest that has not come up yet is given all the time it needs.
        (now, _) => now,
    }
}

impl Hub {
    pub(crate) fn new() -> Self {
        Self { probes: Mutex::default(), published: watch::channel(Arc::default()).0 }
    }

    pub(crate) fn subscribe(&self) -> watch::Receiver<Arc<LivenessMap>> {
        self.published.subscribe()
    }

    /// Forgets interfaces that aren't wanted and begins with those that are new.
    pub(crate) fn keep(&self, wanted: &BTreeSet<NetworkInterfaceId>) {
        self.probes.lock().retain(|id, _| wanted.contains(id));
        self.edit(|map| {
            map.retain(|id, _| wanted.contains(id));
            for id in wanted {
                map.entry(id.clone()).or_insert_with(beginning);
            }
        });
    }

    /// A new start of the interface's guest.
    pub(crate) fn opened(&self, id: &NetworkInterfaceId) {
        self.probes.lock().remove(id);
        self.edit(|map| {
            map.insert(id.clone(), beginning());
        });
    }

    /// The guest took or renewed its lease.
    pub(crate) fn leased(&self, id: &NetworkInterfaceId) {
        self.edit(|map| {
            if let Some(liveness) = map.get_mut(id) {
                liveness.lease_ms = Some(now_ms());
            }
        });
    }

    /// The guest answered ARP.
    pub(crate) fn answered(&self, id: &NetworkInterfaceId) {
        if let Some(probe) = self.probes.lock().get_mut(id) {
            probe.unanswered = 0;
        }
        self.change(id, 0);
    }

    /// Whether a probe of the interface is due; it counts as sent when it is.
    pub(crate) fn is_due(&self, id: &NetworkInterfaceId, now: Instant) -> bool {
        let passed = self.published.borrow().get(id).is_some_and(|l| l.reachability == Reachability::Passed);
        let unanswered = {
            let mut probes = self.probes.lock();
            let probe = probes.entry(id.clone()).or_default();
            if probe.due.is_some_and(|due| now < due) {
                return false;
            }
            let unanswered = probe.unanswered;
            probe.due = Some(now + if passed { INTERVAL } else { EARLY_INTERVAL });
            probe.unanswered += 1;
            unanswered
        };
        if unanswered > 0 {
            self.change(id, unanswered);
        }
        true
    }

    fn change(&self, id: &NetworkInterfaceId, unanswered: u32) {
        self.edit(|map| {
            if let Some(liveness) = map.get_mut(id) {
                let next = next(liveness.reachability, unanswered);
                if next != liveness.reachability {
                    *liveness = Liveness { reachability: next, since_ms: now_ms(), ..*liveness };
                }
            }
        });
    }

    /// Publishes the map if `edit` changes it.
    fn edit(&self, edit: impl FnOnce(&mut LivenessMap)) {
        self.published.send_if_modified(|published| {
            let mut map = LivenessMap::clone(published);
            edit(&mut map);
            let changed = map != **published;
            if changed {
                *published = Arc::new(map);
            }
            changed
        });
    }
}

fn beginning() -> Liveness {
    Liveness { reachability: Reachability::Initializing, since_ms: now_ms(), lease_ms: None }
}

pub(crate) fn now_ms() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_guest_passes_by_answering_and_fails_by_three_silences() {
        let hub = Hub::new();
        let id = NetworkInterfaceId::trusted("eni-00000000000000001");
        hub.keep(&BTreeSet::from([id.clone()]));
        let state = || hub.subscribe().borrow()[&id].reachability;
        let mut now = Instant::now();
        for _ in 0..100 {
            assert!(hub.is_due(&id, now));
            assert!(!hub.is_due(&id, now));
            now += EARLY_INTERVAL;
        }
        assert_eq!(state(), Reachability::Initializing);
        hub.answered(&id);
        assert_eq!(state(), Reachability::Passed);
        for expected in [Reachability::Passed, Reachability::Passed, Reachability::Passed, Reachability::Failed] {
            assert!(hub.is_due(&id, now));
            assert_eq!(state(), expected);
            now += INTERVAL;
        }
        hub.answered(&id);
        assert_eq!(state(), Reachability::Passed);
        hub.opened(&id);
        assert_eq!(state(), Reachability::Initializing);
        hub.keep(&BTreeSet::new());
        assert!(hub.subscribe().borrow().is_empty());
    }
}
