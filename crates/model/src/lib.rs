//! Fogbank's nouns and rules: ids, records, life cycles, filters, limits and errors.
//!
//! Nothing here does IO, reads a clock, draws randomness or is async. Time, ids and random bytes are
//! handed in by callers, so that every rule can be tested with data alone.

pub mod cidr;
pub mod error;
pub mod facts;
pub mod filters;
pub mod ids;
pub mod instance;
pub mod limits;
pub mod records;
pub mod text;

pub use error::ApiError;
pub use ids::*;
