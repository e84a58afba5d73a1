//! The house's rules, read from `cargo metadata`: who may depend on whom, and what must not come in.

use std::{collections::BTreeMap, process::Command};

use serde_json::Value;

/// Who may see whom. A crate that is not named here may see nothing of ours.
const MAY_SEE: &[(&str, &[&str])] = &[
    ("fogbank", &["server", "control", "store", "host", "hostlink", "images", "vault", "wire", "model"]),
    ("server", &["control", "wire", "model"]),
    ("control", &["model", "wire", "store", "hostlink", "vault"]),
    ("host", &["model", "hostlink", "vault"]),
    ("images", &["model", "vault"]),
    ("store", &["model"]),
    ("vault", &["model"]),
    ("hostlink", &["model"]),
    ("model", &[]),
    ("wire", &[]),
    ("testkit", &["model", "store", "control", "hostlink", "host", "wire", "server"]),
    ("xtask", &["wire", "model", "server"]),
];

fn metadata(extra: &[&str]) -> Value {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked"])
        .args(extra)
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("cargo metadata is JSON")
}

#[test]
fn crates_see_only_what_they_may() {
    let may: BTreeMap<_, _> = MAY_SEE.iter().copied().collect();
    let metadata = metadata(&["--no-deps"]);
    let packages = metadata["packages"].as_array().expect("packages");
    let ours: Vec<&str> = packages.iter().filter_map(|package| package["name"].as_str()).collect();
    let mut wrong = Vec::new();
    for package in packages {
        let name = package["name"].as_str().expect("a name");
        let allowed = may.get(name).copied().unwrap_or_default();
        for dependency in package["dependencies"].as_array().expect("dependencies") {
            let on = dependency["name"].as_str().expect("a name");
            // What only tests see is not an edge of the design, but for testkit, which is for tests alone.
            let for_tests = dependency["kind"] == "dev";
            if ours.contains(&on) && !allowed.contains(&on) && !for_tests {
                wrong.push(format!("{name} → {on}"));
            }
            if on == "testkit" && !for_tests {
                wrong.push(format!("{name} → testkit outside of its tests"));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn the_model_knows_no_executor_and_nobody_brings_aws_lc() {
    let metadata = metadata(&[]);
    let nodes = metadata["resolve"]["nodes"].as_array().expect("nodes");
    let name_of = |id: &str| {
        let packages = metadata["packages"].as_array().expect("packages");
        packages.iter().find(|package| package["id"] == id).and_then(|p| p["name"].as_str()).map(str::to_owned)
    };
    let everybody: Vec<String> = nodes.iter().filter_map(|node| name_of(node["id"].as_str()?)).collect();
    for banned in ["aws-lc-sys", "aws-lc-rs", "openssl-sys"] {
        assert!(!everybody.iter().any(|name| name == banned), "{banned} came in");
    }
    let model = nodes.iter().find(|node| name_of(node["id"].as_str().unwrap_or_default()).as_deref() == Some("model"));
    let normal =
        model.expect("model")["deps"].as_array().expect("deps").iter().filter(|dep| {
            dep["dep_kinds"].as_array().is_some_and(|kinds| kinds.iter().any(|kind| kind["kind"].is_null()))
        });
    let names: Vec<_> = normal.filter_map(|dep| dep["name"].as_str()).collect();
    assert!(!names.contains(&"tokio"), "the model must not know tokio");
}
