//! From wanted state to text for `nft` and `ip`. Nothing here does anything; `apply` hands the text over.

pub(crate) mod ip;
pub(crate) mod nft;
