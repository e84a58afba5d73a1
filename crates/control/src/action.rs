//! The way of one request through a region: plan, authorize, dry run, commit; a conflict repeats all of it.
//!
//! ```text
//!   settled view ─▶ ClientToken known? ── yes ─▶ render its ids as they are now
//!        │ no
//!        ▼
//!   prepare (keys …) ─▶ plan(call, input) ─▶ authorize ─▶ DryRun? ─▶ commit ─▶ render at own revision
//!                          ▲                                          │ conflict
//!                          └────────── newer view; after three: the fair lane ─┘
//! ```

use std::{any::Any, sync::Arc, time::Duration};

use futures::future::BoxFuture;
use model::{AccountId, ApiError, records::ClientToken};
use store::CommitError;
use wire::Request;

use crate::{
    cell::commit_failed,
    cloud::Cloud,
    edit::{Edit, undo},
    region::Region,
    view::{AccountView, View},
    world::World,
};

/// Conflicts after which a request waits its turn in the fair lane.
const IMPATIENT_TRIES: u32 = 3;
/// Conflicts after which a request is given up (`RequestLimitExceeded`).
const TRIES: u32 = 64;

/// One action of EC2. Its file is named after it.
pub trait Action: Send + Sync + 'static {
    type Input: Request<Result: Send> + Send + Sync;

    /// Whether the action takes a ClientToken; it must then implement `repeat`.
    const TOKEN: bool = false;

    /// What takes long or can't be repeated, such as making a key: run once before planning, away from the
    /// executor's threads. What it answers is `Call::prepared`.
    fn prepare(_input: &Self::Input) -> Option<Prepare> {
        None
    }

    /// What has to be asked of another region before planning: run once, in place of `prepare`. No transaction spans
    /// regions, so a copy from one into another is decided from what the source said then.
    fn gather(_call: &Call, _input: &Self::Input) -> Option<Gather> {
        None
    }

    /// Decides, without doing anything. Called again after a conflict.
    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError>;

    /// The answer for what an earlier request with the same ClientToken made.
    fn repeat(_call: &Call, _ids: &[String]) -> Result<Output<Self>, ApiError> {
        Err(ApiError::internal("the action does not answer repeated requests"))
    }
}

pub type Output<A> = <<A as Action>::Input as Request>::Result;
pub type Prepare = Box<dyn FnOnce() -> Result<Box<dyn Any + Send + Sync>, ApiError> + Send>;
pub type Gather = BoxFuture<'static, Result<Box<dyn Any + Send + Sync>, ApiError>>;

/// One request as an action sees it.
pub struct Call {
    pub cloud: Arc<Cloud>,
    pub region: Arc<Region>,
    pub account: AccountId,
    /// The region as this account sees it.
    pub view: AccountView,
    /// One time for the whole request, milliseconds since 1970.
    pub now_ms: i64,
    /// The parameters as they were sent.
    pub form: wire::Form,
    /// Hash of the parameters without ClientToken, DryRun, MaxResults and NextToken.
    pub fingerprint: [u8; 32],
    pub client_token: Option<String>,
    pub prepared: Option<Box<dyn Any + Send + Sync>>,
}

impl Call {
    pub fn world(&self) -> &dyn World {
        &*self.cloud.world
    }

    /// Nine random bytes, as ids are made of.
    pub fn random(&self) -> [u8; 9] {
        self.world().random()
    }

    /// What `Action::prepare` or `Action::gather` made.
    pub fn prepared<T: 'static>(&self) -> &T {
        self.prepared.as_deref().and_then(|any| any.downcast_ref()).expect("the action prepares what it asks for")
    }
}

/// What an action decided.
pub enum Plan<O> {
    /// The answer is there; nothing is changed.
    Answer(O),
    /// Change this, then answer from the view at the change's own revision.
    Change(Box<Change<O>>),
    /// Ask a host something that changes nothing.
    Query(BoxFuture<'static, Result<O, ApiError>>),
}

/// Renders the answer from the view that first holds a change, or where a host was waited for, from the one after that.
pub type Answer<O> = Box<dyn FnOnce(&AccountView) -> Result<O, ApiError> + Send>;

pub struct Change<O> {
    pub edit: Edit,
    /// Ids that a repeated request with the same ClientToken is answered with.
    pub made: Vec<String>,
    pub answer: Answer<O>,
    /// What the answer waits for once the change is committed; it is given all the same when that takes too long.
    pub after: Option<Until>,
}

/// Whether something is so in a view.
pub type Until = Box<dyn Fn(&View) -> bool + Send + Sync>;

/// How long an answer waits for what a host has to do first.
const HOST_DEADLINE: Duration = Duration::from_secs(5);

impl<O> Plan<O> {
    /// Changes `edit` and answers by `answer` from the view that first holds it.
    pub fn change(
        edit: Edit,
        answer: impl FnOnce(&AccountView) -> Result<O, ApiError> + Send + 'static,
    ) -> Result<Self, ApiError> {
        Self::make(edit, Vec::new(), answer)
    }

    /// The answer waits until something is so, on hosts that take their time.
    pub fn and_wait(self, call: &Call, until: impl Fn(&View) -> bool + Send + Sync + 'static) -> Self {
        match self {
            // Where hosts settle at once, every later read finds it so without a wait.
            Self::Change(mut change) if call.cloud.ledger.is_limited() => {
                change.after = Some(Box::new(until));
                Self::Change(change)
            }
            other => other,
        }
    }

    /// The same, for an action with a ClientToken.
    pub fn make(
        edit: Edit,
        made: Vec<String>,
        answer: impl FnOnce(&AccountView) -> Result<O, ApiError> + Send + 'static,
    ) -> Result<Self, ApiError> {
        Ok(Self::Change(Box::new(Change { edit, made, answer: Box::new(answer), after: None })))
    }
}

/// What the server hands over with a decoded input.
pub struct RequestContext {
    pub account: AccountId,
    pub dry_run: bool,
    pub client_token: Option<String>,
    pub fingerprint: [u8; 32],
    pub form: wire::Form,
}

/// Runs one action.
pub async fn run<A: Action>(
    cloud: Arc<Cloud>,
    region: Arc<Region>,
    context: RequestContext,
    input: A::Input,
) -> Result<Output<A>, ApiError> {
    let RequestContext { account, dry_run, client_token, fingerprint, form } = context;
    let client_token = client_token.filter(|token| A::TOKEN && !token.is_empty());
    if let Some(token) = &client_token
        && (token.len() > 64 || !token.is_ascii())
    {
        return Err(ApiError::invalid_parameter(format!(
            "Invalid client token: '{token}'. It must be at most 64 ASCII characters long."
        )));
    }
    let now_ms = cloud.world.now_ms();
    let mut call = Call {
        view: region.settled_view(&account).await,
        now_ms,
        form,
        fingerprint,
        client_token,
        prepared: None,
        cloud,
        region: region.clone(),
        account,
    };
    if let Some(prepare) = A::prepare(&input) {
        let made = tokio::task::spawn_blocking(prepare).await.map_err(ApiError::internal)??;
        call.prepared = Some(made);
    }
    // The source may be gone when a request is repeated; what it made is answered all the same.
    if token_ids::<A>(&call)?.is_none()
        && let Some(gather) = A::gather(&call, &input)
    {
        call.prepared = Some(gather.await?);
    }
    let mut lane = None;
    for attempt in 0..TRIES {
        if attempt >= IMPATIENT_TRIES && lane.is_none() {
            lane = Some(region.fair_lane().await);
        }
        if attempt > 0 {
            call.view = region.seen_by(&call.account, &region.cell.view());
        }
        if let Some(ids) = token_ids::<A>(&call)? {
            return if dry_run { Err(ApiError::dry_run()) } else { A::repeat(&call, &ids) };
        }
        let change = match A::plan(&call, &input)? {
            Plan::Answer(_) | Plan::Query(_) if dry_run => return Err(ApiError::dry_run()),
            Plan::Answer(output) => return Ok(output),
            Plan::Query(query) => return query.await,
            Plan::Change(change) => change,
        };
        authorize(&call, &change.edit)?;
        if dry_run {
            return Err(ApiError::dry_run());
        }
        match commit::<A, _>(&call, *change).await? {
            Some(output) => return Ok(output),
            None => continue,
        }
    }
    Err(ApiError {
        status: 503,
        code: "RequestLimitExceeded".into(),
        message: "Too many requests change the same resources at once. Please try again.".into(),
    })
}

/// Commits a change; `None` is a conflict.
async fn commit<A: Action, O>(call: &Call, change: Change<O>) -> Result<Option<O>, ApiError> {
    let Change { mut edit, made, answer, after } = change;
    if let Some(token) = &call.client_token {
        let record = ClientToken {
            account: call.account.clone(),
            action: A::Input::OPERATION.to_owned(),
            token: token.clone(),
            created_ms: call.now_ms,
            fingerprint: hex::encode(call.fingerprint),
            ids: made,
        };
        let key = format!("token/{}/{}/{token}", call.account, A::Input::OPERATION);
        edit.compare(store::Compare::Absent { key: key.clone() });
        edit.put_json(key, &record);
    }
    if edit.is_empty() {
        return answer(&call.view).map(Some);
    }
    let _held = edit.take_holds();
    let is_launch = edit.is_launch();
    let parts = edit.transactions();
    let last = parts.len() - 1;
    let mut written = Vec::new();
    for (number, part) in parts.into_iter().enumerate() {
        let back = undo(&part);
        match call.region.cell.commit(part).await {
            Ok(view) if number == last => {
                let view = match after {
                    Some(until) => {
                        let _ = tokio::time::timeout(HOST_DEADLINE, call.region.cell.until(until)).await;
                        call.region.cell.view()
                    }
                    None => view,
                };
                return answer(&call.region.seen_by(&call.account, &view)).map(Some);
            }
            Ok(_) => written.push(back),
            Err(error) => {
                for txn in written.into_iter().filter(|_| is_launch) {
                    // Should this fail too, the launch stays invisible and a controller takes it away later.
                    let _ = call.region.cell.commit(txn).await;
                }
                return match error {
                    CommitError::Conflict { .. } => Ok(None),
                    other => Err(commit_failed(other)),
                };
            }
        }
    }
    Err(ApiError::internal("an empty change was committed"))
}

/// Ids that an earlier request with this token made. Other parameters are refused.
fn token_ids<A: Action>(call: &Call) -> Result<Option<Vec<String>>, ApiError> {
    let Some(token) = &call.client_token else { return Ok(None) };
    let Some(record) = call.view.token(A::Input::OPERATION, token) else { return Ok(None) };
    if record.fingerprint != hex::encode(call.fingerprint) {
        return Err(ApiError::new(
            "IdempotentParameterMismatch",
            format!(
                "The client token '{token}' was used before with other parameters; use another token for another request."
            ),
        ));
    }
    Ok(Some(record.ids.clone()))
}

/// The first policy: the owner may. Every record that an edit touches must be the caller's.
fn authorize(call: &Call, edit: &Edit) -> Result<(), ApiError> {
    match edit.owners().iter().find(|owner| **owner != call.account) {
        None => Ok(()),
        Some(_) => Err(ApiError {
            status: 403,
            code: "UnauthorizedOperation".into(),
            message: "You are not authorized to perform this operation.".into(),
        }),
    }
}

/// A refusal by the wire layer.
pub fn refused(error: wire::Error) -> ApiError {
    ApiError { status: error.status, code: error.code, message: error.message }
}
