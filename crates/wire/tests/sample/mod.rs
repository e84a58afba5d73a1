//! Values that can be told apart: each is made of its own number. `vectors/make.py` counts in the same order.

use wire::Timestamp;

/// A value made of the next number.
pub trait Sample {
    fn sample(count: &mut Count) -> Self;
}

/// How many values there were.
#[derive(Default)]
pub struct Count(i64);

impl Count {
    pub fn some<T: Sample>(&mut self) -> Option<T> {
        Some(T::sample(self))
    }

    pub fn one<T: Sample>(&mut self) -> Vec<T> {
        vec![T::sample(self)]
    }

    pub fn two<T: Sample>(&mut self) -> Vec<T> {
        vec![T::sample(self), T::sample(self)]
    }

    fn next(&mut self) -> i64 {
        self.0 += 1;
        self.0
    }
}

impl Sample for String {
    fn sample(count: &mut Count) -> Self {
        format!("text <{}> & ü", count.next())
    }
}

impl Sample for i64 {
    fn sample(count: &mut Count) -> Self {
        count.next()
    }
}

impl Sample for f64 {
    fn sample(count: &mut Count) -> Self {
        count.next() as f64 + 0.5
    }
}

impl Sample for bool {
    fn sample(count: &mut Count) -> Self {
        count.next() % 2 == 0
    }
}

impl Sample for Timestamp {
    fn sample(count: &mut Count) -> Self {
        Timestamp(1_767_323_045_000 + count.next() * 60_000 + 678)
    }
}

impl Sample for Vec<u8> {
    fn sample(count: &mut Count) -> Self {
        count.next().to_be_bytes().to_vec()
    }
}
