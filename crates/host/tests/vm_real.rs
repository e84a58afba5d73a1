//! Real VMs under a real agent, as a control plane sees them.
//!
//! The agent is a process of its own (this test binary, run again), so that it can be killed. The first guest needs no
//! image: a firmware that finds nothing to boot is a machine that runs, has disks, and obeys nobody. The second one is
//! the tiny image, if `FOGBANK_TINY_RAW` names it.
//!
//! Needs root, QEMU and network namespaces; says so and is skipped where something is missing.

#[path = "vm_real/bench.rs"]
mod bench;
#[path = "vm_real/firmware_only.rs"]
mod firmware_only;
#[path = "vm_real/lazy.rs"]
mod lazy;
#[path = "vm_real/tiny.rs"]
mod tiny;

/// Not a test: the agent, in a process of its own. See `bench::Agent`.
#[test]
#[ignore = "is run by the other tests as a process of its own"]
fn agent_process() {
    let Some(data_dir) = std::env::var_os(bench::AGENT_DIR) else { return };
    let options = host::agent::AgentOptions {
        data_dir: data_dir.into(),
        egress: host::net::Egress::None,
        host_ports: vec![],
        stream_after: bench::STREAM_AFTER,
    };
    let runtime = tokio::runtime::Runtime::new().unwrap();
    if let Err(error) = runtime.block_on(host::agent::run(options)) {
        panic!("{error}");
    }
}
