//! From a received request to an answer: who signed it, which service and region it is for, which action.

use std::sync::Arc;

use bytes::Bytes;
use control::{accounts::Signer, cloud::Cloud};
use hyper::http::request::Parts;
use model::ApiError;
use wire::{
    Error, Form, Timestamp, operations,
    services::{self, Protocol},
    sigv4::{self, AuthError, KeyCache, RequestParts, Style},
};

use crate::{dispatch, ebs, other_services, rbin, ssm};

/// A request, read whole.
pub struct Received {
    pub head: Parts,
    pub body: Bytes,
}

/// An answer, all but the headers that every answer gets.
pub struct Answer {
    pub status: u16,
    pub content_type: &'static str,
    pub headers: Vec<(&'static str, String)>,
    pub body: Vec<u8>,
}

pub struct Front {
    cloud: Arc<Cloud>,
    keys: KeyCache,
}

/// What a request is for, known before it is believed.
struct Target {
    service: String,
    protocol: Protocol,
    request_id: String,
}

impl Front {
    pub fn new(cloud: Arc<Cloud>) -> Self {
        Self { cloud, keys: KeyCache::default() }
    }

    /// Answers one request. Never fails: refusals are answers.
    pub async fn answer(&self, received: Received) -> Answer {
        let Received { head, body } = received;
        let headers: Vec<(&str, &[u8])> =
            head.headers.iter().map(|(name, value)| (name.as_str(), value.as_bytes())).collect();
        let parts = RequestParts {
            method: head.method.as_str(),
            path: head.uri.path(),
            query: head.uri.query().unwrap_or_default(),
            headers: &headers,
            body: &body,
        };
        let request_id = self.request_id();
        let claim = match sigv4::parse(&parts) {
            Ok(claim) => claim,
            Err(error) => {
                let target = guess(&parts, request_id);
                return target.refuse(error.to_error(target.protocol.auth_style(&target.service)));
            }
        };
        let service = claim.scope.service.clone();
        let protocol =
            services::protocol_of(&service, parts.header("content-type"), parts.header("x-amz-target").is_some());
        // EC2 has one protocol, also for requests without a body.
        let protocol = if service == "ec2" { Protocol::Ec2 } else { protocol };
        let target = Target { service, protocol, request_id };
        let signer = match self.believe(&claim, &parts) {
            Ok(signer) => signer,
            Err(error) => return target.refuse(error.to_error(target.protocol.auth_style(&target.service))),
        };
        match target.service.as_str() {
            "ec2" => match self.ec2(&signer, &claim.scope.region, &parts, &target.request_id).await {
                Ok(xml) => target.xml(xml),
                Err(error) => target.refuse(to_wire(error)),
            },
            "sts" => match other_services::sts(&signer.account, &parts, &target.request_id) {
                Ok(xml) => target.xml(xml),
                Err(error) => target.refuse(error),
            },
            "ebs" => match self.ebs(&signer, &claim.scope.region, &parts).await {
                Ok(answer) => target.with_id(answer),
                Err(error) => target.refuse(to_wire(error)),
            },
            "rbin" => match self.rbin(&signer, &claim.scope.region, &parts).await {
                Ok((status, body)) => target.json(status, body),
                Err(error) => target.refuse(to_wire(error)),
            },
            "ssm" => match self.ssm(&signer, &claim.scope.region, &parts).await {
                Ok(answer) => target.with_id(answer),
                Err(error) => target.refuse(to_wire(error)),
            },
            // A request to EC2 that is signed for another service: its words are EC2's.
            other if is_ec2(&parts) => {
                let target = Target { protocol: Protocol::Ec2, service: "ec2".into(), request_id: target.request_id };
                let why = format!("Credential should be scoped to correct service: 'ec2', not '{other}'.");
                target.refuse(AuthError::Scope(why).to_error(Style::Ec2))
            }
            other => target.refuse(services::not_served(other, target.protocol)),
        }
    }

    /// The answer to a request whose body could not be read.
    pub fn unreadable(&self, head: &Parts, too_large: bool) -> Answer {
        let headers: Vec<(&str, &[u8])> =
            head.headers.iter().map(|(name, value)| (name.as_str(), value.as_bytes())).collect();
        let parts = RequestParts {
            method: head.method.as_str(),
            path: head.uri.path(),
            query: head.uri.query().unwrap_or_default(),
            headers: &headers,
            body: &[],
        };
        let target = guess(&parts, self.request_id());
        target.refuse(if too_large {
            Error::with_status(413, "RequestEntityTooLarge", "The request is larger than 1048576 bytes.")
        } else {
            Error::new("IncompleteBody", "The request's body ended early.")
        })
    }

    fn believe(&self, claim: &sigv4::Claim, parts: &RequestParts<'_>) -> Result<Signer, AuthError> {
        let signer = self.cloud.accounts.signer(&claim.access_key).ok_or(AuthError::UnknownAccessKey)?;
        // No temporary credentials are given out yet, so no session token is a good one.
        if claim.token.is_some() {
            return Err(AuthError::InvalidToken);
        }
        let key = self.keys.key(&claim.access_key, &signer.secret, &claim.scope);
        sigv4::verify(claim, &key, parts, Timestamp(self.cloud.world.now_ms()))?;
        Ok(signer)
    }

    async fn ec2(
        &self,
        signer: &Signer,
        region: &str,
        parts: &RequestParts<'_>,
        request_id: &str,
    ) -> Result<String, ApiError> {
        let form = Form::parse(parts.query, parts.body).map_err(from_wire)?;
        let name = form.action().map_err(from_wire)?;
        form.check_version().map_err(from_wire)?;
        let Some(handler) = dispatch::find(name) else {
            return Err(from_wire(match operations::find(name) {
                Some(_) => Error::unsupported_action(name),
                None => Error::invalid_action(name),
            }));
        };
        if control::region_facts(region).is_none() {
            return Err(ApiError {
                status: 401,
                code: "AuthFailure".into(),
                message: format!("Credential should be scoped to a valid region, not '{region}'."),
            });
        }
        let region = self.cloud.ensure(&signer.account, region).await?;
        handler(self.cloud.clone(), region, signer.account.clone(), form, request_id.to_owned()).await
    }

    async fn ebs(&self, signer: &Signer, region: &str, parts: &RequestParts<'_>) -> Result<Answer, ApiError> {
        let region = self.cloud.ensure(&signer.account, region).await?;
        ebs::answer(self.cloud.clone(), region, signer.account.clone(), parts).await
    }

    async fn ssm(&self, signer: &Signer, region: &str, parts: &RequestParts<'_>) -> Result<Answer, ApiError> {
        let region = self.cloud.ensure(&signer.account, region).await?;
        ssm::answer(self.cloud.clone(), region, signer.account.clone(), parts).await
    }

    async fn rbin(&self, signer: &Signer, region: &str, parts: &RequestParts<'_>) -> Result<(u16, Vec<u8>), ApiError> {
        let region = self.cloud.ensure(&signer.account, region).await?;
        rbin::answer(self.cloud.clone(), region, signer.account.clone(), parts).await
    }

    fn request_id(&self) -> String {
        let mut bytes = [0u8; 16];
        self.cloud.world.fill(&mut bytes);
        let number = u128::from_le_bytes(bytes);
        let text = format!("{number:032x}");
        format!("{}-{}-4{}-a{}-{}", &text[..8], &text[8..12], &text[13..16], &text[17..20], &text[20..])
    }
}

/// Whether the request speaks EC2's API, whatever it is signed for.
fn is_ec2(parts: &RequestParts<'_>) -> bool {
    Form::parse(parts.query, parts.body).is_ok_and(|form| {
        form.get("Version") == Some(operations::API_VERSION)
            && form.action().is_ok_and(|name| operations::find(name).is_some())
    })
}

/// Which service an unsigned or unreadable request was meant for.
fn guess(parts: &RequestParts<'_>, request_id: String) -> Target {
    let target = parts.header("x-amz-target").is_some();
    let service = if target { "unknown" } else { "ec2" };
    let protocol = match services::protocol_of(service, parts.header("content-type"), target) {
        _ if service == "ec2" => Protocol::Ec2,
        protocol => protocol,
    };
    Target { service: service.to_owned(), protocol, request_id }
}

impl Target {
    fn xml(&self, xml: String) -> Answer {
        Answer {
            status: 200,
            content_type: "text/xml;charset=UTF-8",
            headers: vec![("x-amzn-requestid", self.request_id.clone())],
            body: xml.into_bytes(),
        }
    }

    fn with_id(&self, mut answer: Answer) -> Answer {
        answer.headers.push(("x-amzn-requestid", self.request_id.clone()));
        answer
    }

    fn json(&self, status: u16, body: Vec<u8>) -> Answer {
        Answer {
            status,
            content_type: "application/json",
            headers: vec![("x-amzn-requestid", self.request_id.clone())],
            body,
        }
    }

    fn refuse(&self, error: Error) -> Answer {
        let reply = services::error_reply(&self.service, self.protocol, &error, &self.request_id);
        Answer { status: reply.status, content_type: reply.content_type, headers: reply.headers, body: reply.body }
    }
}

pub(crate) fn from_wire(error: Error) -> ApiError {
    control::action::refused(error)
}

fn to_wire(error: ApiError) -> Error {
    if error.status >= 500 {
        tracing::error!(code = &*error.code, message = error.message, "a request failed");
    }
    Error::with_status(error.status, error.code, error.message)
}
