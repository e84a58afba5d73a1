//! A table against lists that are searched from end to end.

use std::collections::BTreeMap;

use model::AccountId;
use proptest::{collection::vec, prelude::*};
use serde::{Deserialize, Serialize};

use super::*;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Thing {
    id: String,
    account: AccountId,
    created_ms: i64,
    colours: Vec<String>,
    number: u64,
}

impl Record for Thing {
    const KIND: &'static str = "thing";
    fn id(&self) -> &str {
        &self.id
    }
    fn account(&self) -> &AccountId {
        &self.account
    }
    fn created_ms(&self) -> i64 {
        self.created_ms
    }
    fn index(&self, add: &mut dyn FnMut(&'static str, &str)) {
        self.colours.iter().for_each(|colour| add("colour", colour));
        add("number", &self.number.to_string());
    }
}

/// Owner and time of creation belong to the id: they never change.
fn thing(id: u8, colours: Vec<u8>, number: u64) -> Thing {
    Thing {
        id: format!("thing-{id}"),
        account: AccountId::from_number(u64::from(id % 3)),
        created_ms: i64::from(id % 7),
        colours: colours.iter().map(|colour| format!("colour-{colour}")).collect(),
        number,
    }
}

#[derive(Clone, Debug)]
enum Step {
    Put(u8, Vec<u8>, u64),
    Remove(u8),
}

fn step() -> impl Strategy<Value = Step> {
    let id = 0..40u8;
    let put = (id.clone(), vec(0..4u8, 0..3), 0..5u64).prop_map(|(id, colours, number)| Step::Put(id, colours, number));
    prop_oneof![3 => put, 1 => id.prop_map(Step::Remove)]
}

fn check(table: &Table<Thing>, known: &BTreeMap<String, Thing>) -> Result<(), TestCaseError> {
    let ids =
        |rows: &mut dyn Iterator<Item = &Arc<Row<Thing>>>| -> Vec<String> { rows.map(|r| r.id.clone()).collect() };
    prop_assert_eq!(table.len(), known.len());
    for (id, thing) in known {
        prop_assert_eq!(&table.held(id).unwrap().record, thing);
    }
    prop_assert!(table.get("thing-none").is_none());
    for number in 0..4 {
        let account = AccountId::from_number(number);
        let mut expected: Vec<_> = known.values().filter(|thing| thing.account == account).collect();
        expected.sort_by_key(|thing| (thing.created_ms, &thing.id));
        let expected: Vec<String> = expected.iter().map(|thing| thing.id.clone()).collect();
        prop_assert_eq!(ids(&mut table.owned_after(&account, None)), expected.clone());
        prop_assert_eq!(table.owned_len(&account), expected.len());
        for (at, id) in expected.iter().enumerate() {
            let after = (known[id].created_ms, Arc::from(id.as_str()));
            prop_assert_eq!(ids(&mut table.owned_after(&account, Some(&after))), &expected[at + 1..]);
        }
    }
    for colour in (0..4).map(|colour| format!("colour-{colour}")) {
        let named = known.values().filter(|thing| thing.colours.contains(&colour));
        let expected: Vec<String> = named.map(|thing| thing.id.clone()).collect();
        prop_assert_eq!(ids(&mut table.find("colour", &colour)), expected.clone());
        prop_assert_eq!(table.count("colour", &colour), expected.len());
        prop_assert_eq!(table.count("number", &colour), 0);
    }
    for number in 0..5u64 {
        let expected = known.values().filter(|thing| thing.number == number).count();
        prop_assert_eq!(table.count("number", &number.to_string()), expected);
    }
    Ok(())
}

proptest! {
    #[test]
    fn a_table_finds_what_a_search_finds(steps in vec(step(), 1..120)) {
        let mut table = Table::<Thing>::default();
        let mut known = BTreeMap::new();
        let mut earlier = None;
        for (at, step) in steps.into_iter().enumerate() {
            match step {
                Step::Put(id, colours, number) => {
                    let thing = thing(id, colours, number);
                    known.insert(thing.id.clone(), thing.clone());
                    table.put(thing, at as u64);
                }
                Step::Remove(id) => {
                    let id = format!("thing-{id}");
                    known.remove(&id);
                    table.remove(&id);
                }
            }
            if at == 30 {
                earlier = Some((table.clone(), known.clone()));
            }
        }
        check(&table, &known)?;
        // What a reader holds is as it was.
        if let Some((table, known)) = earlier {
            check(&table, &known)?;
        }
    }
}
