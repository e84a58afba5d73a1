//! DeleteKeyPair. Deleting one that does not exist is no error.

use model::{ApiError, records::KeyPair};
use wire::ec2;

use crate::{
    action::{Action, Call, Output, Plan},
    edit::Edit,
    lookup::Named,
    tagging,
};

pub struct DeleteKeyPair;

impl Action for DeleteKeyPair {
    type Input = ec2::DeleteKeyPairRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let given = |text: &Option<String>| text.clone().filter(|text| !text.is_empty());
        let found = match (given(&input.key_name), given(&input.key_pair_id)) {
            (None, None) => return Err(ApiError::missing("KeyName")),
            (Some(_), Some(_)) => {
                return Err(ApiError::combination("The parameter KeyName cannot be used with the parameter KeyPairId"));
            }
            (Some(name), None) => super::named(&call.view, &name),
            (None, Some(id)) => {
                KeyPair::NOUN.check(&id)?;
                call.view.get(&id)
            }
        };
        let mut edit = Edit::new();
        if let Some(row) = &found {
            edit.delete(row);
            edit.release(&super::name_claim(row));
            tagging::remove_all(&mut edit, &call.view, &row.id);
        }
        let id = found.map(|row| row.id.to_string());
        Plan::change(edit, |_| Ok(ec2::DeleteKeyPairResult { return_: Some(true), key_pair_id: id }))
    }
}
