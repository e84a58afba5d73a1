// Written by `cargo xtask codegen` from the EC2 model 2016-11-15. Do not edit.

#[allow(unused_imports)]
use super::types::*;
use crate::decode::{Decode, Node};
use crate::error::Error;
use crate::xml::{Encode, Xml};

/// `HibernationOptions` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HibernationOptions {
    pub configured: Option<bool>,
}

impl Encode for HibernationOptions {
    fn encode(&self, out: &mut Xml) {
        out.boolean("<configured>", &self.configured);
    }
}

/// `HibernationOptionsRequest` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HibernationOptionsRequest {
    pub configured: Option<bool>,
}

impl Decode for HibernationOptionsRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = HibernationOptionsRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "Configured" => child.boolean(&mut out.configured),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}
