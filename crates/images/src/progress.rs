//! How a build tells how far it is.

/// Hears about the steps of a build as they begin.
pub trait Progress {
    /// Step `done` of `of` begins; `what` says what it does, as “Downloading 83 packages”.
    fn step(&self, done: u32, of: u32, what: &str);
}

/// Hears nothing.
pub struct Silent;

impl Progress for Silent {
    fn step(&self, _done: u32, _of: u32, _what: &str) {}
}

/// Counts the steps of one build.
pub(crate) struct Steps<'a> {
    progress: &'a dyn Progress,
    done: u32,
    of: u32,
}

impl<'a> Steps<'a> {
    pub(crate) fn new(progress: &'a dyn Progress, of: u32) -> Self {
        Self { progress, done: 0, of }
    }

    pub(crate) fn next(&mut self, what: &str) {
        self.done += 1;
        debug_assert!(self.done <= self.of, "a build announced {} steps and takes more", self.of);
        tracing::debug!(step = self.done, of = self.of, "{what}");
        self.progress.step(self.done, self.of, what);
    }
}
