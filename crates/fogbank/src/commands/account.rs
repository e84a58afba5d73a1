//! `fogbank account create|list`.

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
    /// Make an account with a root access key.
    Create {
        /// A name for people to tell it by.
        #[arg(default_value = "")]
        name: String,
        #[command(flatten)]
        chosen: Chosen,
    },
    /// List all accounts.
    List {
        #[command(flatten)]
        chosen: Chosen,
    },
}

pub fn run(options: Options) -> Result<()> {
    match options.what {
        What::Create { name, chosen } => {
            let reply = admin_client::ask(&chosen.open(), &AdminRequest::CreateAccount { name })?;
            if let AdminReply::Account { account, key } = reply {
                println!("Account: {}", account.id);
                println!("AccessKeyId: {}", key.id);
                println!("SecretAccessKey: {}", key.secret);
            }
        }
        What::List { chosen } => {
            if let AdminReply::Accounts(accounts) = admin_client::ask(&chosen.open(), &AdminRequest::ListAccounts)? {
                for account in accounts {
                    println!("{}\t{}", account.id, account.name);
                }
            }
        }
    }
    Ok(())
}
