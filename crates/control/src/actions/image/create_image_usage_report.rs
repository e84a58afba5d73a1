//! CreateImageUsageReport: how many instances other accounts have of an image, at this moment.

use model::{ApiError, ImageUsageReportId, records::ImageUsageReport};
use wire::ec2;

use super::usage;
use crate::{
    action::{Action, Call, Output, Plan},
    actions::snapshot::owners,
    edit::Edit,
    tagging::TagsToSet,
};

pub struct CreateImageUsageReport;

impl Action for CreateImageUsageReport {
    type Input = ec2::CreateImageUsageReportRequest;
    const TOKEN: bool = true;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let image = super::own(&call.view, input.image_id.as_deref())?;
        let tags = TagsToSet::parse(&input.tag_specifications, &["image-usage-report"])?;
        let resource_types = usage::resource_types(&input.resource_types)?;
        let accounts = input.account_ids.iter().map(|id| owners::account(id)).collect::<Result<Vec<_>, _>>()?;
        let report = ImageUsageReport {
            id: ImageUsageReportId::from_random(call.random()),
            account: call.account.clone(),
            created_ms: call.now_ms,
            image: image.id.clone(),
            entries: usage::count(call, &image, &resource_types, &accounts)?,
            resource_types,
            accounts,
            rest: Default::default(),
        };
        let mut edit = Edit::new();
        edit.create(&report);
        tags.set(&mut edit, &call.account, &report.id, "image-usage-report");
        let id = report.id.to_string();
        Plan::make(edit, vec![id.clone()], move |_| Ok(ec2::CreateImageUsageReportResult { report_id: Some(id) }))
    }

    fn repeat(_call: &Call, ids: &[String]) -> Result<Output<Self>, ApiError> {
        Ok(ec2::CreateImageUsageReportResult { report_id: ids.first().cloned() })
    }
}
