//! Actions of EC2 for commands: in the name of the account that the cloud began with, through the socket that only its owner
//! can open.

use anyhow::{Context, Result, bail};
use server::admin::{AdminReply, AdminRequest};
use wire::answer::{items_of, text_of};

use crate::{admin_client, data_dir::DataDir};

#[derive(Clone)]
pub struct Api {
    pub data_dir: DataDir,
    account: String,
    pub region: String,
}

/// What an action answered, as XML.
pub struct Answer(String);

impl Api {
    pub fn new(data_dir: DataDir, region: &str) -> Result<Self> {
        let credentials =
            data_dir.credentials()?.context("no cloud has been started here yet: run `fogbank up` first")?;
        Ok(Self { data_dir, account: credentials.account, region: region.to_owned() })
    }

    pub fn call(&self, action: &str, parameters: &[(&str, &str)]) -> Result<Answer> {
        let first = [("Action", action)];
        let all = first.iter().chain(parameters);
        let pair = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
        let request = AdminRequest::Ec2 {
            account: self.account.clone(),
            region: self.region.clone(),
            parameters: all.map(pair).collect(),
        };
        match admin_client::ask(&self.data_dir, &request)? {
            AdminReply::Ec2(answer) => Ok(Answer(answer)),
            other => bail!("the cloud answered another question: {other:?}"),
        }
    }
}

impl Answer {
    /// The first element of this name, if there is one.
    pub fn find(&self, element: &str) -> Option<String> {
        text_of(&self.0, element)
    }

    /// The first element of this name, which must be there.
    pub fn get(&self, element: &str) -> Result<String> {
        self.find(element).with_context(|| format!("the cloud's answer has no {element}"))
    }

    /// The items of the first list of this name.
    pub fn items(&self, list: &str) -> Vec<Self> {
        items_of(&self.0, list).into_iter().map(|item| Self(item.to_owned())).collect()
    }
}
