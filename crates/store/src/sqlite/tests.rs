//! What the embedded engine promises beyond the suite: files, locks, crashes, full disks, groups.

mod suite;
