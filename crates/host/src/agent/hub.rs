//! What goes out to control planes: numbered, and to each that is connected.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use hostlink::{Capacity, FromHost, Observation, PROTOCOL_VERSION};
use tokio::sync::mpsc;

/// Messages that a control plane may lag behind before it loses its connection.
const MAX_LAG: usize = 10_000;
/// Observations in one message.
const MAX_ITEMS: usize = 200;

/// The way out. A control plane hears what is said after it has subscribed; it asks for the rest by `Desired`.
#[derive(Debug)]
pub(super) struct Hub {
    boot: String,
    capacity: Capacity,
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    sequence: u64,
    subscribers: Vec<mpsc::Sender<FromHost>>,
}

impl Hub {
    pub fn new(capacity: Capacity) -> Arc<Self> {
        let boot = hex::encode(rand::random::<[u8; 8]>());
        Arc::new(Self { boot, capacity, state: Mutex::default() })
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub fn hello(&self) -> FromHost {
        FromHost::Hello { version: PROTOCOL_VERSION, boot: self.boot.clone(), capacity: self.capacity.clone() }
    }

    pub fn subscribe(&self) -> mpsc::Receiver<FromHost> {
        let (sender, receiver) = mpsc::channel(MAX_LAG);
        self.lock().subscribers.push(sender);
        receiver
    }

    /// Says something to everybody who listens.
    pub fn observe(&self, region: &str, items: Vec<Observation>) {
        let mut state = self.lock();
        let mut items = items.into_iter().peekable();
        while items.peek().is_some() {
            state.sequence += 1;
            let message = FromHost::Observed {
                boot: self.boot.clone(),
                sequence: state.sequence,
                region: region.to_owned(),
                items: items.by_ref().take(MAX_ITEMS).collect(),
            };
            // Who is full or gone is left out; a full one's session ends by that, and it hears all of it again.
            state.subscribers.retain(|subscriber| subscriber.try_send(message.clone()).is_ok());
        }
    }
}

#[cfg(test)]
mod tests {
    use hostlink::{VolumeObservation, VolumeState};

    use super::*;
    use crate::vm::testing::volume_id;

    fn items(count: u32) -> Vec<Observation> {
        let item = |number| VolumeObservation {
            id: volume_id(number),
            state: VolumeState::Present,
            size_gib: 1,
            encrypted: false,
        };
        (0..count).map(|number| Observation::Volume(item(number))).collect()
    }

    #[test]
    fn messages_are_numbered_and_of_a_handy_size() {
        let hub = Hub::new(Capacity { memory_mib: 1, vcpus: 1, real: true });
        hub.observe("us-east-1", items(1));
        let mut ear = hub.subscribe();
        hub.observe("us-east-1", vec![]);
        hub.observe("us-east-1", items(450));
        let mut heard = Vec::new();
        while let Ok(FromHost::Observed { sequence, items, .. }) = ear.try_recv() {
            heard.push((sequence, items.len()));
        }
        assert_eq!(heard, [(2, 200), (3, 200), (4, 50)]);
    }

    #[test]
    fn who_does_not_listen_is_left_out() {
        let hub = Hub::new(Capacity { memory_mib: 1, vcpus: 1, real: true });
        let mut ear = hub.subscribe();
        for _ in 0..=MAX_LAG {
            hub.observe("us-east-1", items(1));
        }
        let mut heard = 0;
        while ear.try_recv().is_ok() {
            heard += 1;
        }
        assert_eq!(heard, MAX_LAG);
        assert!(ear.is_closed(), "its session hears of it");
    }
}
