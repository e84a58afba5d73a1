//! Who else may use a snapshot or an image: accounts, or everybody. Modified by lists of what to add and to remove.

use model::{AccountId, ApiError};

/// The group of everybody.
pub const ALL: &str = "all";

/// Accounts and the group of everybody, as a request names them.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Audience {
    all: bool,
    accounts: Vec<AccountId>,
}

impl Audience {
    /// `code` is that of the refusal of something that is neither an account nor a group.
    pub fn parse<'r>(
        code: &'static str,
        users: impl IntoIterator<Item = &'r str>,
        groups: impl IntoIterator<Item = &'r str>,
    ) -> Result<Self, ApiError> {
        let refused = |item: &str, kind: &str| {
            ApiError::new(code, format!("Invalid attribute item value \"{item}\" for {kind} item type."))
        };
        let mut audience = Self::default();
        for user in users {
            // The console and people write numbers in three groups.
            let number: String = user.chars().filter(|c| *c != '-').collect();
            let account = AccountId::parse(&number).ok_or_else(|| refused(user, "userId"))?;
            if !audience.accounts.contains(&account) {
                audience.accounts.push(account);
            }
        }
        for group in groups {
            if group != ALL {
                return Err(refused(group, "userGroup"));
            }
            audience.all = true;
        }
        Ok(audience)
    }

    pub fn includes_everybody(&self) -> bool {
        self.all
    }

    pub fn is_empty(&self) -> bool {
        !self.all && self.accounts.is_empty()
    }
}

/// What a request changes of an audience.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Change {
    pub add: Audience,
    pub remove: Audience,
}

impl Change {
    /// The older form of request: one list, and what to do with it.
    pub fn by_operation(operation: Option<&str>, audience: Audience) -> Result<Self, ApiError> {
        match operation {
            Some("add") => Ok(Self { add: audience, remove: Audience::default() }),
            Some("remove") => Ok(Self { add: Audience::default(), remove: audience }),
            _ => Err(ApiError::missing("operationType")),
        }
    }

    pub fn is_empty(&self) -> bool {
        self.add.is_empty() && self.remove.is_empty()
    }

    /// Applies it to what a record says.
    pub fn apply(self, public: &mut bool, shared_with: &mut Vec<AccountId>) {
        *public = (*public || self.add.all) && !self.remove.all;
        for account in self.add.accounts {
            if !shared_with.contains(&account) {
                shared_with.push(account);
            }
        }
        shared_with.retain(|account| !self.remove.accounts.contains(account));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(users: &[&str], groups: &[&str]) -> Result<Audience, ApiError> {
        Audience::parse("Code", users.iter().copied(), groups.iter().copied())
    }

    #[test]
    fn accounts_and_everybody_are_added_and_removed() {
        let (mut public, mut shared_with) = (false, vec![AccountId::from_number(1)]);
        let add = parse(&["0000-0000-0002", "000000000002"], &["all"]).unwrap();
        Change { add, remove: parse(&["000000000001"], &[]).unwrap() }.apply(&mut public, &mut shared_with);
        assert_eq!((public, shared_with.as_slice()), (true, &[AccountId::from_number(2)][..]));
        Change { add: Audience::default(), remove: parse(&[], &["all"]).unwrap() }.apply(&mut public, &mut shared_with);
        assert_eq!((public, shared_with.len()), (false, 1));
    }

    #[test]
    fn what_is_neither_is_refused() {
        for (users, groups, want) in [
            (&["12"][..], &[][..], "Code: Invalid attribute item value \"12\" for userId item type."),
            (&[], &["everyone"], "Code: Invalid attribute item value \"everyone\" for userGroup item type."),
        ] {
            assert_eq!(parse(users, groups).unwrap_err().to_string(), want);
        }
    }
}
