//! DescribeInstanceCreditSpecifications: of burstable instances only.

use model::{ApiError, filters::FilterSpec, records::Instance};
use wire::ec2;

use super::credit;
use crate::{
    action::{Action, Call, Output, Plan},
    listing::{self, Asked, Item},
    lookup,
};

pub struct DescribeInstanceCreditSpecifications;

struct Credits<'a>(Item<'a, Instance>);

impl<'a> Credits<'a> {
    const FILTERS: &'a [FilterSpec<Self>] =
        &[FilterSpec::field("instance-id", |credits, values| values.text(&*credits.0.row.id))];
}

impl Action for DescribeInstanceCreditSpecifications {
    type Input = ec2::DescribeInstanceCreditSpecificationsRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let asked =
            Asked::new(&input.instance_ids, "instancesSet", &input.filters, input.max_results, &input.next_token);
        let filters = listing::compile(Credits::FILTERS, &input.filters)?;
        let page = asked.page(call, "DescribeInstanceCreditSpecifications")?;
        let named = lookup::many::<Instance>(&call.view, &input.instance_ids)?;
        if let Some(other) = named.iter().find(|instance| instance.credits.is_none()) {
            return Err(credit::not_burstable(&other.id));
        }
        let candidates: Box<dyn Iterator<Item = _>> = if input.instance_ids.is_empty() {
            let burstable = call.view.list_after::<Instance>(page.after());
            Box::new(burstable.filter(|instance| instance.credits.is_some() && instance.ended_ms.is_none()))
        } else {
            Box::new(named.iter().filter_map(|row| call.view.held::<Instance>(&row.id)))
        };
        let passed = candidates.filter(|row| filters.matches(&Credits(Item { row, call })));
        let (instances, next_token) = page.take(call, passed);
        Ok(Plan::Answer(ec2::DescribeInstanceCreditSpecificationsResult {
            instance_credit_specifications: instances
                .iter()
                .map(|instance| ec2::InstanceCreditSpecification {
                    instance_id: Some(instance.id.to_string()),
                    cpu_credits: instance.credits.clone(),
                })
                .collect(),
            next_token,
        }))
    }
}
