//! Whose snapshots or images a describe action is asked for: `self`, account numbers, `amazon`.

use model::{AccountId, ApiError};

use crate::{action::Call, catalog};

/// The alias of the account that Quick Start images belong to.
pub const AMAZON: &str = "amazon";

/// Other aliases that EC2 knows. Nobody here has them.
const OTHER_ALIASES: &[&str] = &["aws-marketplace", "aws-backup-vault"];

/// The owners that were asked for. None of them may be there: nobody has some aliases.
#[derive(Debug, PartialEq, Eq)]
pub struct Owners(Vec<AccountId>);

impl Owners {
    /// `None` asks for anyone's.
    pub fn parse(call: &Call, asked: &[String]) -> Result<Option<Self>, ApiError> {
        if asked.is_empty() {
            return Ok(None);
        }
        let mut owners = Vec::with_capacity(asked.len());
        for owner in asked {
            match owner.as_str() {
                "self" => owners.push(call.account.clone()),
                AMAZON => owners.extend(AccountId::parse(catalog::OWNER)),
                alias if OTHER_ALIASES.contains(&alias) => {}
                number => owners.push(account(number)?),
            }
        }
        Ok(Some(Self(owners)))
    }

    /// Whether nobody's but this account's are asked for.
    pub fn only(&self, account: &AccountId) -> bool {
        self.0.iter().all(|owner| owner == account)
    }

    pub fn include(&self, account: &AccountId) -> bool {
        self.0.contains(account)
    }
}

/// An account number that a caller sent.
pub fn account(number: &str) -> Result<AccountId, ApiError> {
    AccountId::parse(number)
        .ok_or_else(|| ApiError::new("InvalidUserID.Malformed", format!("Invalid user id: \"{number}\"")))
}

/// The alias of an owner, if it has one.
pub fn alias(owner: &AccountId) -> Option<&'static str> {
    (owner.as_str() == catalog::OWNER).then_some(AMAZON)
}
