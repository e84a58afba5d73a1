//! `fogbank account` and `fogbank key`: one JSON request a connection, on a unix socket that only its owner can open.

use std::sync::Arc;

use control::{catalog::QuickStart, cloud::Cloud};
use model::{AccountId, records::Snapshot};
use serde::{Deserialize, Serialize};
use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::{UnixListener, UnixStream},
};
use wire::Form;

use crate::dispatch;

#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case")]
pub enum AdminRequest {
    CreateAccount {
        name: String,
    },
    ListAccounts,
    CreateKey {
        account: String,
    },
    ListKeys {
        account: Option<String>,
    },
    DeleteKey {
        key: String,
    },
    /// Built images, for `fogbank image list`.
    ListImages,
    /// The images that are built now, to be offered in every region in place of those of before.
    ListBuilt {
        images: Vec<QuickStart>,
    },
    /// All snapshots that are complete, for `fogbank vault check`.
    ListSnapshots,
    /// An action of EC2, as a request of this account in this region would be answered: for commands that this machine's
    /// owner gives, who needs no signature here.
    Ec2 {
        account: String,
        region: String,
        parameters: Vec<(String, String)>,
    },
    /// Where an instance is reached: for `fogbank ssh` and `fogbank console`.
    FindInstance {
        instance: String,
    },
}

/// A key as it is shown; the secret only when it was just made or its owner lists it on the same machine.
#[derive(Debug, Serialize, Deserialize)]
pub struct ShownKey {
    pub id: String,
    pub secret: String,
    pub account: String,
}

#[derive(Debug, Serialize, Deserialize)]
pub struct ShownAccount {
    pub id: String,
    pub name: String,
}

#[derive(Debug, Serialize, Deserialize)]
pub struct ShownInstance {
    pub region: String,
    pub state: String,
    pub public_address: Option<String>,
    pub private_address: Option<String>,
    pub login: Option<String>,
    pub image: String,
}

/// A snapshot and the root of its manifest.
#[derive(Debug, Serialize, Deserialize)]
pub struct ShownSnapshot {
    pub id: String,
    pub region: String,
    pub root: String,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AdminReply {
    Account {
        account: ShownAccount,
        key: ShownKey,
    },
    Accounts(Vec<ShownAccount>),
    Key(ShownKey),
    Keys(Vec<ShownKey>),
    Images(Vec<QuickStart>),
    Instance(ShownInstance),
    /// As XML.
    Ec2(String),
    Snapshots(Vec<ShownSnapshot>),
    Done,
    Failed(String),
}

/// Answers requests until the future is dropped.
pub async fn serve(listener: UnixListener, cloud: Arc<Cloud>) {
    while let Ok((stream, _)) = listener.accept().await {
        let cloud = cloud.clone();
        tokio::spawn(async move {
            if let Err(error) = one(stream, &cloud).await {
                tracing::debug!(%error, "an admin connection ended early");
            }
        });
    }
}

async fn one(stream: UnixStream, cloud: &Arc<Cloud>) -> std::io::Result<()> {
    let mut stream = BufReader::new(stream);
    let mut line = String::new();
    stream.read_line(&mut line).await?;
    let reply = match serde_json::from_str(&line) {
        Ok(request) => answer(cloud, request).await.unwrap_or_else(AdminReply::Failed),
        Err(error) => AdminReply::Failed(format!("the request can't be read: {error}")),
    };
    let mut text = serde_json::to_vec(&reply)?;
    text.push(b'\n');
    stream.get_mut().write_all(&text).await
}

async fn answer(cloud: &Arc<Cloud>, request: AdminRequest) -> Result<AdminReply, String> {
    let shown = |key: control::accounts::AccessKey| ShownKey {
        id: key.id,
        secret: key.secret,
        account: key.account.to_string(),
    };
    let account_id =
        |text: &str| AccountId::parse(text).ok_or_else(|| format!("'{text}' is not an account id: twelve digits"));
    let failed = |error: model::ApiError| error.message;
    Ok(match request {
        AdminRequest::CreateAccount { name } => {
            let (account, key) = cloud.accounts.create_account(&name).await.map_err(failed)?;
            AdminReply::Account {
                account: ShownAccount { id: account.id.to_string(), name: account.name },
                key: shown(key),
            }
        }
        AdminRequest::ListAccounts => {
            let accounts = cloud.accounts.accounts().map_err(failed)?;
            let shown = |a: control::accounts::Account| ShownAccount { id: a.id.to_string(), name: a.name };
            AdminReply::Accounts(accounts.into_iter().map(shown).collect())
        }
        AdminRequest::CreateKey { account } => {
            AdminReply::Key(shown(cloud.accounts.create_key(&account_id(&account)?).await.map_err(failed)?))
        }
        AdminRequest::ListKeys { account } => {
            let account = account.map(|text| account_id(&text)).transpose()?;
            AdminReply::Keys(cloud.accounts.keys(account.as_ref()).into_iter().map(shown).collect())
        }
        AdminRequest::DeleteKey { key } => {
            cloud.accounts.delete_key(&key).await.map_err(failed)?;
            AdminReply::Done
        }
        AdminRequest::ListImages => AdminReply::Images(cloud.catalog()),
        AdminRequest::ListBuilt { images } => {
            cloud.set_catalog(images);
            AdminReply::Done
        }
        AdminRequest::ListSnapshots => AdminReply::Snapshots(list_snapshots(cloud)),
        AdminRequest::Ec2 { account, region, parameters } => {
            AdminReply::Ec2(ec2(cloud, &account_id(&account)?, &region, &parameters).await?)
        }
        AdminRequest::FindInstance { instance } => AdminReply::Instance(find_instance(cloud, &instance)?),
    })
}

fn list_snapshots(cloud: &Arc<Cloud>) -> Vec<ShownSnapshot> {
    let mut shown = Vec::new();
    for region in cloud.open_regions() {
        let view = region.cell.view();
        let complete = view.table::<Snapshot>().iter().filter_map(|snapshot| {
            let (id, region) = (snapshot.id.to_string(), region.name().to_owned());
            Some(ShownSnapshot { id, region, root: snapshot.root.clone()? })
        });
        shown.extend(complete);
    }
    shown
}

async fn ec2(
    cloud: &Arc<Cloud>,
    account: &AccountId,
    region: &str,
    parameters: &[(String, String)],
) -> Result<String, String> {
    let failed = |error: model::ApiError| error.to_string();
    let form = Form::from_pairs(parameters.iter().map(|(name, value)| (name.as_str(), value.as_str())));
    let name = form.action().map_err(|error| error.to_string())?;
    let handler = dispatch::find(name).ok_or_else(|| format!("the action {name} is not served"))?;
    let region = cloud.ensure(account, region).await.map_err(failed)?;
    handler(cloud.clone(), region, account.clone(), form, String::new()).await.map_err(failed)
}

fn find_instance(cloud: &Arc<Cloud>, id: &str) -> Result<ShownInstance, String> {
    let found = cloud.open_regions().into_iter().find_map(|region| {
        let found = control::reach::reach(&region, id)?;
        Some(ShownInstance {
            region: region.name().to_owned(),
            state: found.state.name().to_owned(),
            public_address: found.public.map(|a| a.to_string()),
            private_address: found.private.map(|a| a.to_string()),
            login: found.login,
            image: found.image.to_string(),
        })
    });
    found.ok_or_else(|| format!("there is no instance {id}"))
}
