//! The EC2 model as botocore ships it, without its documentation.

use anyhow::{Context, Result, bail, ensure};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::process::{Command, Stdio};

const SCRIPT: &str = include_str!("read_botocore.py");

/// What the script prints.
#[derive(Deserialize)]
pub struct Model {
    version: String,
    pub ec2: Ec2,
    pub services: BTreeMap<String, Vec<Service>>,
}

/// The EC2 service.
#[derive(Deserialize)]
pub struct Ec2 {
    pub operations: Vec<Operation>,
    pub shapes: BTreeMap<String, Shape>,
}

/// One action.
#[derive(Deserialize)]
pub struct Operation {
    pub name: String,
    pub input: Option<String>,
    pub output: Option<String>,
    pub paginated: bool,
}

/// One type.
#[derive(Deserialize)]
pub struct Shape {
    #[serde(rename = "type")]
    pub kind: Kind,
    pub required: Vec<String>,
    #[serde(rename = "enum")]
    pub values: Vec<String>,
    #[serde(default)]
    pub members: Vec<Member>,
    pub member: Option<Member>,
}

/// What a type is made of.
#[derive(Deserialize, Clone, Copy, PartialEq, Eq, Debug)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    Structure,
    List,
    String,
    Integer,
    Long,
    Float,
    Double,
    Boolean,
    Timestamp,
    Blob,
}

/// A member of a structure, or the item of a list.
#[derive(Deserialize)]
pub struct Member {
    pub name: String,
    pub shape: String,
    pub location: Option<String>,
    pub query: Option<String>,
}

/// What one API says of itself. Several can share a signing name.
#[derive(Deserialize)]
pub struct Service {
    pub service: String,
    pub protocol: String,
    pub json_version: Option<String>,
    pub namespace: Option<String>,
}

impl Member {
    /// Its name in a request.
    pub fn input_name(&self) -> String {
        match (&self.query, &self.location) {
            (Some(name), _) => name.clone(),
            (None, Some(name)) => name[..1].to_uppercase() + &name[1..],
            (None, None) => self.name.clone(),
        }
    }

    /// Its element in an answer.
    pub fn output_name(&self) -> &str {
        self.location.as_deref().unwrap_or(&self.name)
    }
}

impl Model {
    /// Asks python3 for the model of the installed botocore, which must be of the pinned version: another one would
    /// silently change types and tables.
    pub fn read(pinned: &str) -> Result<Model> {
        let python = Command::new("python3")
            .args(["-c", SCRIPT])
            .stderr(Stdio::inherit())
            .output()
            .context("python3 is needed to read botocore's model")?;
        if !python.status.success() {
            bail!("python3 could not read botocore's model; is it installed? (pip install botocore=={pinned})");
        }
        let model: Model = serde_json::from_slice(&python.stdout).context("the model has an unknown form")?;
        ensure!(
            model.version == pinned,
            "botocore {} is installed, but the generated code belongs to {pinned} (data/ec2/botocore-version.txt).\n\
             Either pip install botocore=={pinned}, or change the pinned version and commit what is generated then.",
            model.version
        );
        Ok(model)
    }
}

impl Ec2 {
    /// The type of this name; the model is closed, so it exists.
    pub fn shape(&self, name: &str) -> &Shape {
        &self.shapes[name]
    }
}
