//! What tasks read from the vault while they are under way, whatever becomes of the images and snapshots meanwhile.

use model::records::ExportTask;

use crate::view::View;

/// Roots of the manifests whose blocks must stay: those of every export that is under way, in no order, some perhaps
/// more than once.
pub fn roots(view: &View) -> impl Iterator<Item = String> {
    view.table::<ExportTask>().iter().filter(|task| task.is_under_way()).filter_map(|task| task.root.clone())
}
