//! The table of all operations, and the module that holds everything.

use super::HEADER;
use super::output::Files;
use super::selection::Selection;
use anyhow::{Result, bail};
use std::fmt::Write;

pub fn generate(selection: &Selection, files: &mut Files, folder: &str) {
    let mut out = format!(
        "{HEADER}use crate::operations::Operation;\n\n/// The only version of the EC2 API that is still published.\n\
         pub const API_VERSION: &str = \"2016-11-15\";\n\n/// Every action EC2 has, sorted by name.\n\
         pub static OPERATIONS: &[Operation] = &[\n"
    );
    for op in &selection.ec2.operations {
        let generated = selection.inputs.operations.contains(&op.name);
        let _ =
            writeln!(out, "Operation {{ name: {:?}, generated: {generated}, paginated: {} }},", op.name, op.paginated);
    }
    out.push_str("];\n");
    files.add(&format!("{folder}/operations.rs"), out);
}

/// `mod.rs`: declares whatever files there are; [`Files`] fills in the names.
pub fn module() -> String {
    format!("{HEADER}//! The EC2 model in Rust.\n\n{{modules}}")
}

/// The signing names of all services, and what they speak.
pub fn services(selection: &Selection, files: &mut Files, folder: &str) -> Result<()> {
    let mut out = format!(
        "{HEADER}use crate::services::{{Protocol, Service}};\n\n/// Every service that can be signed for, sorted by signing name.\n\
         pub static SERVICES: &[Service] = &[\n"
    );
    for (name, services) in selection.services {
        let mut rows = Vec::new();
        for service in services {
            let protocol = match (service.protocol.as_str(), service.json_version.as_deref()) {
                ("ec2", _) => "Ec2",
                ("query", _) => "Query",
                ("json", Some("1.0")) => "Json10",
                ("json", _) => "Json11",
                ("rest-json", _) => "RestJson",
                ("rest-xml", _) => "RestXml",
                ("smithy-rpc-v2-cbor", _) => "Cbor",
                (other, _) => bail!("{}: unknown protocol {other}", service.service),
            };
            let namespace = match protocol {
                "Query" => service.namespace.as_deref().unwrap_or_default(),
                _ => "",
            };
            if !rows.iter().any(|(known, _)| *known == protocol) {
                rows.push((protocol, namespace));
            }
        }
        rows.sort_unstable();
        for (protocol, namespace) in rows {
            let _ = writeln!(
                out,
                "Service {{ signing_name: {name:?}, protocol: Protocol::{protocol}, namespace: {namespace:?} }},"
            );
        }
    }
    out.push_str("];\n");
    files.add(&format!("{folder}/services.rs"), out);
    Ok(())
}
