//! Accounts and access keys: the global cell.

use std::{collections::HashMap, sync::Arc};

use model::{AccountId, ApiError};
use parking_lot::RwLock;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use store::{CommitError, MemoryStore, SqliteStore, Store, Txn};

use crate::{
    cell::{Engine, commit_failed},
    world::World,
};

/// Twenty characters, as AWS's access key ids have.
const KEY_ID_ALPHABET: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const SECRET_ALPHABET: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    pub id: AccountId,
    pub name: String,
    pub created_ms: i64,
}

#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccessKey {
    pub id: String,
    pub secret: String,
    pub account: AccountId,
    pub created_ms: i64,
}

/// Who signed a request.
#[derive(Clone)]
pub struct Signer {
    pub account: AccountId,
    pub secret: Arc<str>,
}

pub struct Accounts {
    store: Arc<dyn Store>,
    sandbox: Option<Arc<str>>,
    world: Arc<dyn World>,
    keys: RwLock<HashMap<String, AccessKey>>,
}

impl Accounts {
    pub(crate) fn open(engine: &Engine, sandbox: Option<String>, world: Arc<dyn World>) -> anyhow::Result<Self> {
        let store: Arc<dyn Store> = match engine {
            Engine::Memory => Arc::new(MemoryStore::new(Box::new(|_| {}))),
            Engine::Sqlite(path) => Arc::new(SqliteStore::open(path, store::Options::default(), Box::new(|_| {}))?),
        };
        let mut keys = HashMap::new();
        for entry in store.scan("access-key/")? {
            let key: AccessKey = serde_json::from_slice(&entry.value)?;
            keys.insert(key.id.clone(), key);
        }
        Ok(Self { store, sandbox: sandbox.map(Into::into), world, keys: RwLock::new(keys) })
    }

    /// The key of the MACs in NextTokens; made once and kept.
    pub(crate) fn paging_secret(&self) -> anyhow::Result<[u8; 32]> {
        let key = "setting/paging-secret";
        if let Some((bytes, _)) = self.store.get(key)?
            && let Ok(secret) = <[u8; 32]>::try_from(&*bytes)
        {
            return Ok(secret);
        }
        let mut secret = [0; 32];
        self.world.fill(&mut secret);
        futures::executor::block_on(self.store.commit(Txn::new().put(key, secret)))?;
        Ok(secret)
    }

    /// The account and secret of an access key; `None` if there is no such key.
    pub fn signer(&self, access_key: &str) -> Option<Signer> {
        if let Some(key) = self.keys.read().get(access_key) {
            return Some(Signer { account: key.account.clone(), secret: key.secret.as_str().into() });
        }
        // With a sandbox any key that is signed with its secret is an account of its own.
        let secret = self.sandbox.clone()?;
        Some(Signer { account: sandbox_account(access_key), secret })
    }

    /// Makes an account with a root access key.
    pub async fn create_account(&self, name: &str) -> Result<(Account, AccessKey), ApiError> {
        for _ in 0..16 {
            let number = 100_000_000_000 + self.world.random_u64() % 900_000_000_000;
            let account =
                Account { id: AccountId::from_number(number), name: name.to_owned(), created_ms: self.world.now_ms() };
            let key = self.new_key(&account.id);
            let txn = Txn::new()
                .create(format!("account/{}", account.id), json(&account))
                .create(format!("access-key/{}", key.id), json(&key));
            match self.store.commit(txn).await {
                Ok(_) => {
                    self.keys.write().insert(key.id.clone(), key.clone());
                    return Ok((account, key));
                }
                Err(CommitError::Conflict { .. }) => continue,
                Err(error) => return Err(commit_failed(error)),
            }
        }
        Err(ApiError::internal("no free account number was found"))
    }

    pub fn accounts(&self) -> Result<Vec<Account>, ApiError> {
        let entries = self.store.scan("account/").map_err(ApiError::internal)?;
        entries.iter().map(|entry| serde_json::from_slice(&entry.value).map_err(ApiError::internal)).collect()
    }

    pub fn keys(&self, account: Option<&AccountId>) -> Vec<AccessKey> {
        let keys = self.keys.read();
        let mut keys: Vec<_> =
            keys.values().filter(|key| account.is_none_or(|account| key.account == *account)).cloned().collect();
        keys.sort_by(|a, b| (a.created_ms, &a.id).cmp(&(b.created_ms, &b.id)));
        keys
    }

    pub async fn create_key(&self, account: &AccountId) -> Result<AccessKey, ApiError> {
        if self.store.get(&format!("account/{account}")).map_err(ApiError::internal)?.is_none() {
            return Err(ApiError::new("NoSuchEntity", format!("The account {account} does not exist.")));
        }
        let key = self.new_key(account);
        let txn = Txn::new().create(format!("access-key/{}", key.id), json(&key));
        self.store.commit(txn).await.map_err(commit_failed)?;
        self.keys.write().insert(key.id.clone(), key.clone());
        Ok(key)
    }

    pub async fn delete_key(&self, id: &str) -> Result<(), ApiError> {
        if !self.keys.read().contains_key(id) {
            return Err(ApiError::new("NoSuchEntity", format!("The access key {id} does not exist.")));
        }
        self.store.commit(Txn::new().delete(format!("access-key/{id}"))).await.map_err(commit_failed)?;
        self.keys.write().remove(id);
        Ok(())
    }

    fn new_key(&self, account: &AccountId) -> AccessKey {
        AccessKey {
            id: format!("AKIA{}", self.text(KEY_ID_ALPHABET, 16)),
            secret: self.text(SECRET_ALPHABET, 40),
            account: account.clone(),
            created_ms: self.world.now_ms(),
        }
    }

    /// Random text; both alphabets have a power of two of letters, so that no letter is likelier than another.
    fn text(&self, alphabet: &[u8], length: usize) -> String {
        let mut bytes = vec![0; length];
        self.world.fill(&mut bytes);
        bytes.iter().map(|byte| char::from(alphabet[usize::from(*byte) % alphabet.len()])).collect()
    }
}

fn json(value: &impl Serialize) -> Vec<u8> {
    serde_json::to_vec(value).expect("records are always writable as JSON")
}

/// The account of a sandbox key: a key of twelve digits is the account id, else the id is a stable function of the key.
pub fn sandbox_account(access_key: &str) -> AccountId {
    if let Some(account) = AccountId::parse(access_key) {
        return account;
    }
    let hash = Sha256::digest(access_key.as_bytes());
    AccountId::from_number(u64::from_be_bytes(hash[..8].try_into().expect("a hash has 32 bytes")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sandbox_key_names_its_account() {
        assert_eq!(&*sandbox_account("123456789012"), "123456789012");
        assert_eq!(sandbox_account("AKIAX"), sandbox_account("AKIAX"));
        assert_ne!(sandbox_account("AKIAX"), sandbox_account("AKIAY"));
    }
}
