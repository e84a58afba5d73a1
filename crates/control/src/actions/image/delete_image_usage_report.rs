//! DeleteImageUsageReport.

use model::{ApiError, records::ImageUsageReport};
use wire::ec2;

use crate::{
    action::{Action, Call, Output, Plan},
    controllers::release,
    edit::Edit,
    lookup,
};

pub struct DeleteImageUsageReport;

impl Action for DeleteImageUsageReport {
    type Input = ec2::DeleteImageUsageReportRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let report = lookup::required::<ImageUsageReport>(&call.view, "ReportId", input.report_id.as_deref())?;
        let mut edit = Edit::new();
        edit.delete(&report);
        release::untag_all(&mut edit, &call.view, &report.id);
        Plan::change(edit, |_| Ok(ec2::DeleteImageUsageReportResult { return_: Some(true) }))
    }
}
