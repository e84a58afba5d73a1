//! A small cache of decoded objects: the least recently used go first when it is over its budget of bytes.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

use crate::Hash;

/// Values by hash, up to a budget.
pub(crate) struct Lru<V> {
    budget_bytes: usize,
    held: Mutex<Held<V>>,
}

struct Held<V> {
    by_hash: HashMap<Hash, Entry<V>>,
    by_age: BTreeMap<u64, Hash>,
    clock: u64,
    used_bytes: usize,
}

struct Entry<V> {
    value: Arc<V>,
    age: u64,
    bytes: usize,
}

impl<V> Lru<V> {
    pub fn new(budget_bytes: usize) -> Lru<V> {
        let held = Held { by_hash: HashMap::new(), by_age: BTreeMap::new(), clock: 0, used_bytes: 0 };
        Lru { budget_bytes, held: Mutex::new(held) }
    }

    pub fn get(&self, hash: Hash) -> Option<Arc<V>> {
        let held = &mut *self.held();
        held.clock += 1;
        let entry = held.by_hash.get_mut(&hash)?;
        held.by_age.remove(&entry.age);
        entry.age = held.clock;
        held.by_age.insert(entry.age, hash);
        Some(Arc::clone(&entry.value))
    }

    /// Keeps `value`, which takes `bytes` of memory. One that is over the whole budget isn't kept.
    pub fn insert(&self, hash: Hash, value: Arc<V>, bytes: usize) {
        if bytes > self.budget_bytes {
            return;
        }
        let held = &mut *self.held();
        held.remove(hash);
        held.clock += 1;
        held.used_bytes += bytes;
        held.by_age.insert(held.clock, hash);
        held.by_hash.insert(hash, Entry { value, age: held.clock, bytes });
        while held.used_bytes > self.budget_bytes {
            let oldest = *held.by_age.first_key_value().expect("what uses bytes has an age").1;
            held.remove(oldest);
        }
    }

    pub fn remove(&self, hash: Hash) {
        self.held().remove(hash);
    }

    fn held(&self) -> MutexGuard<'_, Held<V>> {
        self.held.lock().expect("no holder of this lock panics")
    }
}

impl<V> Held<V> {
    fn remove(&mut self, hash: Hash) {
        if let Some(entry) = self.by_hash.remove(&hash) {
            self.by_age.remove(&entry.age);
            self.used_bytes -= entry.bytes;
        }
    }
}

/// Who is loading what, so that two who want the same load it once.
#[derive(Default)]
pub(crate) struct Loading {
    hashes: Mutex<HashSet<Hash>>,
    done: Condvar,
}

/// The right to load one thing, until it is dropped.
pub(crate) struct Turn<'a> {
    loading: &'a Loading,
    hash: Hash,
}

impl Loading {
    /// Waits while another loads it. Look into the cache afterwards.
    pub fn turn(&self, hash: Hash) -> Turn<'_> {
        let mut hashes = self.hashes.lock().unwrap_or_else(PoisonError::into_inner);
        while !hashes.insert(hash) {
            hashes = self.done.wait(hashes).unwrap_or_else(PoisonError::into_inner);
        }
        Turn { loading: self, hash }
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        self.loading.hashes.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.hash);
        self.loading.done.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_least_recently_used_goes_first() {
        let cache = Lru::new(30);
        let [a, b, c, big] = [b"a", b"b", b"c", b"d"].map(|text| Hash::of(text));
        cache.insert(a, Arc::new('a'), 10);
        cache.insert(b, Arc::new('b'), 10);
        assert_eq!(cache.get(a).as_deref(), Some(&'a'));
        cache.insert(c, Arc::new('c'), 20);
        assert_eq!((cache.get(a).is_some(), cache.get(b).is_some(), cache.get(c).is_some()), (true, false, true));
        cache.insert(big, Arc::new('d'), 31);
        assert!(cache.get(big).is_none());
        cache.remove(a);
        cache.insert(b, Arc::new('b'), 10);
        assert!(cache.get(b).is_some() && cache.get(c).is_some());
    }
}
