//! Descriptions of instances, kept as text from one DescribeInstances to the next.
//!
//! ```text
//!   the view's revision is the one it was last found good at? ── yes ─▶ the kept text
//!        │ no
//!        ▼
//!   Parts, their revisions ── as when it was written? ── yes ─▶ the kept text, good at this view's revision too
//!        │ no
//!        ▼
//!   shown, written, kept
//! ```
//! A description is a function of its `Parts` alone, so the text is never older than the view that is asked. It is soft
//! state: all of it may be forgotten at any time.

use std::collections::HashMap;

use model::{InstanceId, facts::regions::Region, records::Instance};
use parking_lot::Mutex;
use store::Revision;
use wire::written::Written;

use super::{parts::Parts, shown};
use crate::view::{AccountView, Row};

/// Bytes of text that are kept, some 8,000 instances; beyond that all are forgotten.
const MAX_BYTES: usize = 32 << 20;

#[derive(Default)]
pub struct WrittenInstances(Mutex<Texts>);

#[derive(Default)]
struct Texts {
    kept: HashMap<InstanceId, Kept, foldhash::fast::RandomState>,
    bytes: usize,
}

struct Kept {
    text: Written,
    /// Of all parts, when it was written.
    revisions: Box<[Revision]>,
    /// A view's revision at which the parts were found to be those.
    good_at: Revision,
}

impl WrittenInstances {
    /// The description of an instance of this region, which must be the view's own. Nothing is locked while it is
    /// written.
    pub fn get(&self, view: &AccountView, region: &'static Region, instance: &Row<Instance>) -> Written {
        let now = view.revision();
        let still_good =
            |texts: &Texts| texts.kept.get(&instance.id).filter(|k| k.good_at == now).map(|k| k.text.clone());
        if let Some(text) = still_good(&self.0.lock()) {
            return text;
        }
        let parts = Parts::of(view, instance);
        let revisions = parts.revisions();
        if let Some(known) = self.0.lock().kept.get_mut(&instance.id)
            && *known.revisions == *revisions
        {
            known.good_at = now;
            return known.text.clone();
        }
        let text = Written::of(&shown::of_parts(&parts, region));
        let kept = Kept { text: text.clone(), revisions: revisions.into(), good_at: now };
        self.0.lock().keep(instance.id.clone(), kept);
        text
    }
}

impl Texts {
    fn keep(&mut self, id: InstanceId, kept: Kept) {
        if self.bytes + kept.text.bytes() > MAX_BYTES {
            self.kept.clear();
            self.bytes = 0;
        }
        self.bytes += kept.text.bytes();
        if let Some(before) = self.kept.insert(id, kept) {
            self.bytes -= before.text.bytes();
        }
    }
}
