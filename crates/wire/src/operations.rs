//! Which actions EC2 has.

pub use crate::generated::operations::{API_VERSION, OPERATIONS};

/// One action of the EC2 model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Operation {
    /// The action's name.
    pub name: &'static str,
    /// Whether its types are generated. (Whether it is served is decided by the server's dispatch table.)
    pub generated: bool,
    /// Whether its answers come in pages (`MaxResults`, `NextToken`).
    pub paginated: bool,
}

/// The action of this name, if EC2 has one.
pub fn find(name: &str) -> Option<&'static Operation> {
    OPERATIONS.binary_search_by(|op| op.name.cmp(name)).ok().map(|at| &OPERATIONS[at])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn table() {
        assert_eq!(OPERATIONS.len(), 765);
        assert!(OPERATIONS.is_sorted_by(|a, b| a.name < b.name));
        assert_eq!(find("RunInstances"), Some(&Operation { name: "RunInstances", generated: true, paginated: false }));
        assert_eq!(find("DescribeInstances").map(|op| op.paginated), Some(true));
        assert_eq!(find("CreateFleet").map(|op| op.generated), Some(false));
        assert_eq!(find("FooBar"), None);
    }
}
