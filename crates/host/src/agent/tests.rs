//! The agent's own: one at a time. What it does with VMs is in `tests/vm_real.rs`.

use super::*;

#[test]
fn one_agent_at_a_time_has_a_data_directory() {
    let data_dir = tempfile::tempdir().unwrap();
    let first = lock(data_dir.path(), data_dir.path()).unwrap();
    let refused = lock(data_dir.path(), data_dir.path()).unwrap_err().to_string();
    let pid = std::process::id();
    assert!(refused.starts_with("another host agent runs for "), "{refused}");
    assert!(refused.contains(&format!("(process {pid})")), "{refused}");
    drop(first);
    lock(data_dir.path(), data_dir.path()).unwrap();
}
