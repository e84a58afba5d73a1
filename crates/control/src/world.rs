//! Time and randomness, handed in so that a whole cloud can run in a test from one seed.

use std::sync::atomic::{AtomicI64, Ordering};

use parking_lot::Mutex;
use rand::{RngCore, SeedableRng, rngs::StdRng};

/// Where actions and controllers get the time and random bytes from.
pub trait World: Send + Sync + 'static {
    /// Milliseconds since 1970, never going backwards.
    fn now_ms(&self) -> i64;
    fn fill(&self, bytes: &mut [u8]);
}

impl dyn World {
    /// Nine random bytes, as ids are made of.
    pub fn random(&self) -> [u8; 9] {
        let mut bytes = [0; 9];
        self.fill(&mut bytes);
        bytes
    }

    pub fn random_u64(&self) -> u64 {
        let mut bytes = [0; 8];
        self.fill(&mut bytes);
        u64::from_le_bytes(bytes)
    }
}

/// The machine's own clock and randomness.
#[derive(Default)]
pub struct RealWorld {
    last_ms: AtomicI64,
}

impl World for RealWorld {
    fn now_ms(&self) -> i64 {
        let now = std::time::SystemTime::now()
            .duration_since(std::time::UNIX_EPOCH)
            .map_or(0, |elapsed| i64::try_from(elapsed.as_millis()).unwrap_or(i64::MAX));
        self.last_ms.fetch_max(now, Ordering::Relaxed).max(now)
    }

    fn fill(&self, bytes: &mut [u8]) {
        rand::thread_rng().fill_bytes(bytes);
    }
}

/// A world of a test: the same seed gives the same ids and the time goes only where it is put.
pub struct SeededWorld {
    now_ms: AtomicI64,
    random: Mutex<StdRng>,
}

impl SeededWorld {
    pub fn new(seed: u64, now_ms: i64) -> Self {
        Self { now_ms: AtomicI64::new(now_ms), random: Mutex::new(StdRng::seed_from_u64(seed)) }
    }

    pub fn advance(&self, by_ms: i64) {
        self.now_ms.fetch_add(by_ms, Ordering::SeqCst);
    }
}

impl World for SeededWorld {
    fn now_ms(&self) -> i64 {
        self.now_ms.load(Ordering::SeqCst)
    }

    fn fill(&self, bytes: &mut [u8]) {
        self.random.lock().fill_bytes(bytes);
    }
}
