//! `fogbank key create|list|delete`.

use anyhow::Result;
use server::admin::{AdminReply, AdminRequest};

use crate::{admin_client, data_dir::Chosen};

#[derive(clap::Args)]
pub struct Options {
    #[command(subcommand)]
    what: What,
}

#[derive(clap::Subcommand)]
enum What {
    /// Make another access key for an account.
    Create {
        /// The account's twelve digits.
        account: String,
        #[command(flatten)]
        chosen: Chosen,
    },
    /// List access keys, without their secrets.
    List {
        /// Only this account's.
        account: Option<String>,
        #[command(flatten)]
        chosen: Chosen,
    },
    /// Delete an access key: requests signed with it are refused at once.
    Delete {
        key: String,
        #[command(flatten)]
        chosen: Chosen,
    },
}

pub fn run(options: Options) -> Result<()> {
    match options.what {
        What::Create { account, chosen } => {
            if let AdminReply::Key(key) = admin_client::ask(&chosen.open(), &AdminRequest::CreateKey { account })? {
                println!("AccessKeyId: {}", key.id);
                println!("SecretAccessKey: {}", key.secret);
            }
        }
        What::List { account, chosen } => {
            if let AdminReply::Keys(keys) = admin_client::ask(&chosen.open(), &AdminRequest::ListKeys { account })? {
                for key in keys {
                    println!("{}\t{}", key.id, key.account);
                }
            }
        }
        What::Delete { key, chosen } => {
            admin_client::ask(&chosen.open(), &AdminRequest::DeleteKey { key })?;
        }
    }
    Ok(())
}
