//! CreateRouteTable.

use model::{
    ApiError, RouteTableId, limits,
    records::{RouteTable, Vpc},
};
use wire::ec2;

use crate::{
    action::{Action, Call, Output, Plan},
    actions::quota,
    edit::Edit,
    lookup,
    tagging::TagsToSet,
    view::AccountView,
};

pub struct CreateRouteTable;

impl Action for CreateRouteTable {
    type Input = ec2::CreateRouteTableRequest;
    const TOKEN: bool = true;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let vpc = lookup::required::<Vpc>(&call.view, "VpcId", input.vpc_id.as_deref())?;
        let tags = TagsToSet::parse(&input.tag_specifications, &["route-table"])?;
        quota::check(
            call.view.count::<RouteTable>("vpc", &vpc.id),
            limits::ROUTE_TABLES_PER_VPC,
            "RouteTableLimitExceeded",
            "route tables",
        )?;
        let table = RouteTable {
            id: RouteTableId::from_random(call.random()),
            account: call.account.clone(),
            created_ms: call.now_ms,
            vpc: vpc.id.clone(),
            routes: Vec::new(),
            associations: Vec::new(),
            rest: Default::default(),
        };
        let mut edit = Edit::new();
        quota::take_turns(&mut edit, &vpc);
        edit.child(&vpc.id, &table.id);
        edit.create(&table);
        tags.set(&mut edit, &call.account, &table.id, "route-table");
        let token = call.client_token.clone();
        Plan::make(edit, vec![table.id.to_string()], move |view| answer(view, &table.id, token))
    }

    fn repeat(call: &Call, ids: &[String]) -> Result<Output<Self>, ApiError> {
        answer(&call.view, ids.first().map_or("", String::as_str), call.client_token.clone())
    }
}

fn answer(view: &AccountView, id: &str, token: Option<String>) -> Result<ec2::CreateRouteTableResult, ApiError> {
    let table = lookup::one::<RouteTable>(view, id)?;
    Ok(ec2::CreateRouteTableResult { route_table: Some(super::shown(view, &table)), client_token: token })
}
