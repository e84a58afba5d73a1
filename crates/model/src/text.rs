//! Short texts that many records have in common, held once.
//!
//! A region of 100,000 instances names the same few zones, types and subnets in every record, and each instance's id in
//! several. While records are read inside [`Pool::with`], equal texts become one allocation.

use std::{cell::RefCell, collections::HashSet, fmt, mem, sync::Arc};

use serde::{Deserializer, de};

/// Texts that are in use, of what was read inside `with`.
#[derive(Default)]
pub struct Pool {
    texts: HashSet<Arc<str>>,
    /// When so many are in it, those that nothing else holds are let go.
    purge_at: usize,
}

thread_local! {
    static CURRENT: RefCell<Option<Pool>> = const { RefCell::new(None) };
}

impl Pool {
    const PURGE_FROM: usize = 4096;

    /// Runs `read` with this pool for the texts that it reads on this thread.
    pub fn with<R>(&mut self, read: impl FnOnce() -> R) -> R {
        /// Gives the pool back even when `read` panics.
        struct Lent<'p>(&'p mut Pool, Option<Pool>);
        impl Drop for Lent<'_> {
            fn drop(&mut self) {
                let before = self.1.take();
                if let Some(pool) = CURRENT.with(|current| current.replace(before)) {
                    *self.0 = pool;
                }
            }
        }
        let pool = mem::take(self);
        let before = CURRENT.with(|current| current.replace(Some(pool)));
        let _lent = Lent(self, before);
        read()
    }

    fn text(&mut self, text: &str) -> Arc<str> {
        if let Some(known) = self.texts.get(text) {
            return known.clone();
        }
        if self.texts.len() >= self.purge_at {
            self.texts.retain(|text| Arc::strong_count(text) > 1);
            self.purge_at = (2 * self.texts.len()).max(Self::PURGE_FROM);
        }
        let new: Arc<str> = text.into();
        self.texts.insert(new.clone());
        new
    }
}

/// The text as the current pool holds it; of its own outside of [`Pool::with`].
pub fn pooled(text: &str) -> Arc<str> {
    CURRENT.with(|current| match &mut *current.borrow_mut() {
        Some(pool) => pool.text(text),
        None => text.into(),
    })
}

/// Reads a text as the current pool holds it.
pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Arc<str>, D::Error> {
    struct Visitor;
    impl de::Visitor<'_> for Visitor {
        type Value = Arc<str>;
        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a string")
        }
        fn visit_str<E: de::Error>(self, text: &str) -> Result<Arc<str>, E> {
            Ok(pooled(text))
        }
    }
    deserializer.deserialize_str(Visitor)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(serde::Deserialize)]
    struct Text(#[serde(deserialize_with = "deserialize")] Arc<str>);

    #[test]
    fn equal_texts_are_one_inside_a_pool() {
        let mut pool = Pool::default();
        let read = |json: &str| serde_json::from_str::<Vec<Text>>(json).unwrap();
        let (first, second) = pool.with(|| (read(r#"["a", "b", "a"]"#), read(r#"["b"]"#)));
        assert!(Arc::ptr_eq(&first[0].0, &first[2].0));
        assert!(Arc::ptr_eq(&first[1].0, &second[0].0));
        let later = pool.with(|| read(r#"["a"]"#));
        assert!(Arc::ptr_eq(&first[0].0, &later[0].0));
        assert!(!Arc::ptr_eq(&first[0].0, &read(r#"["a"]"#)[0].0), "outside of it they are separate");
    }

    #[test]
    fn what_nothing_holds_is_let_go() {
        let mut pool = Pool::default();
        let kept = pool.with(|| pooled("kept"));
        for number in 0..3 * Pool::PURGE_FROM {
            pool.with(|| pooled(&number.to_string()));
        }
        assert!(pool.texts.len() <= Pool::PURGE_FROM, "{} texts", pool.texts.len());
        assert!(Arc::ptr_eq(&kept, &pool.with(|| pooled("kept"))));
    }

    #[test]
    fn a_panic_leaves_the_pool_whole() {
        let mut pool = Pool::default();
        let kept = pool.with(|| pooled("kept"));
        let panicked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| pool.with(|| panic!("on purpose"))));
        assert!(panicked.is_err());
        assert!(Arc::ptr_eq(&kept, &pool.with(|| pooled("kept"))));
        assert!(!Arc::ptr_eq(&kept, &pooled("kept")));
    }
}
