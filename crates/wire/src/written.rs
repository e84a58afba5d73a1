//! Parts of answers that were written before: whoever asks often for many things that seldom change is answered from
//! text that is kept, and nothing is built a second time.

use crate::decode::{Decode, Node, Request};
use crate::ec2;
use crate::error::Error;
use crate::parameters::Unsupported;
use crate::xml::{Encode, Xml};
use std::sync::Arc;

/// A structure's members as XML. Clones share the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written(Arc<str>);

impl Written {
    /// Writes a structure.
    pub fn of(value: &impl Encode) -> Self {
        Self(crate::xml::members(value).into())
    }

    /// How many bytes the text has.
    pub fn bytes(&self) -> usize {
        self.0.len()
    }
}

impl Encode for Written {
    fn encode(&self, out: &mut Xml) {
        out.written(&self.0);
    }

    fn expected_bytes(&self) -> usize {
        self.0.len()
    }
}

/// [`ec2::DescribeInstancesRequest`], to be answered with instances that may have been written before.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeInstancesRequest(pub ec2::DescribeInstancesRequest);

impl Decode for DescribeInstancesRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        Decode::decode(node).map(Self)
    }
}

impl Request for DescribeInstancesRequest {
    const OPERATION: &'static str = <ec2::DescribeInstancesRequest as Request>::OPERATION;
    type Result = DescribeInstancesResult;
    const UNSUPPORTED: &'static [Unsupported] = <ec2::DescribeInstancesRequest as Request>::UNSUPPORTED;
}

/// Says what [`ec2::DescribeInstancesResult`] says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeInstancesResult {
    pub next_token: Option<String>,
    pub reservations: Vec<Reservation>,
}

/// Says what [`ec2::Reservation`] says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reservation {
    pub reservation_id: Option<String>,
    pub owner_id: Option<String>,
    /// Each is an [`ec2::Instance`].
    pub instances: Vec<Written>,
}

impl Encode for DescribeInstancesResult {
    fn encode(&self, out: &mut Xml) {
        out.string("<nextToken>", &self.next_token);
        out.list("<reservationSet>", "<item>", &self.reservations);
    }

    fn expected_bytes(&self) -> usize {
        self.reservations.iter().map(Encode::expected_bytes).sum()
    }
}

impl Encode for Reservation {
    fn encode(&self, out: &mut Xml) {
        out.string("<reservationId>", &self.reservation_id);
        out.string("<ownerId>", &self.owner_id);
        out.strings("<groupSet>", "<item>", &[]);
        out.list("<instancesSet>", "<item>", &self.instances);
    }

    fn expected_bytes(&self) -> usize {
        // What stands around the instances, and around each of them.
        200 + self.instances.iter().map(|instance| instance.expected_bytes() + "<item></item>".len()).sum::<usize>()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::xml::response;

    #[test]
    fn what_was_written_before_reads_the_same() {
        let instance = |id: &str| ec2::Instance {
            instance_id: Some(id.into()),
            key_name: Some("a&b".into()),
            tags: vec![ec2::Tag { key: Some("Name".into()), value: Some("<web>".into()) }],
            ..Default::default()
        };
        for (next_token, reservations) in [
            (None, vec![]),
            (Some("token".to_owned()), vec![vec![]]),
            (None, vec![vec![instance("i-1"), instance("i-2")], vec![instance("i-3")]]),
        ] {
            let (id, owner) = (Some("r-1".to_owned()), Some("123456789012".to_owned()));
            let plain = ec2::DescribeInstancesResult {
                next_token: next_token.clone(),
                reservations: reservations
                    .iter()
                    .map(|instances| ec2::Reservation {
                        reservation_id: id.clone(),
                        owner_id: owner.clone(),
                        instances: instances.clone(),
                        ..Default::default()
                    })
                    .collect(),
            };
            let written = DescribeInstancesResult {
                next_token,
                reservations: reservations
                    .iter()
                    .map(|instances| Reservation {
                        reservation_id: id.clone(),
                        owner_id: owner.clone(),
                        instances: instances.iter().map(Written::of).collect(),
                    })
                    .collect(),
            };
            let text = response::<DescribeInstancesRequest>("id", &written);
            assert_eq!(text, response::<ec2::DescribeInstancesRequest>("id", &plain));
            assert!(text.len() <= 1024 + written.expected_bytes(), "{} bytes", text.len());
        }
    }
}
