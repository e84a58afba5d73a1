//! Names and descriptions of groups, and descriptions of rules: what EC2 takes of them.

use model::ApiError;

const MAX_CHARS: usize = 255;
const MARKS: &[u8] = b" ._-:/()#,@[]+=&;{}!$*";
/// EC2's own sentence has two spaces before the set.
const SET: &str = "strings less than 256 characters from the following set:  a-zA-Z0-9. _-:/()#,@[]+=&;{}!$*";

fn is_plain(text: &str) -> bool {
    text.len() <= MAX_CHARS && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || MARKS.contains(&byte))
}

fn check_ascii(parameter: &str, text: &str) -> Result<(), ApiError> {
    if text.is_ascii() {
        return Ok(());
    }
    Err(ApiError::invalid_value(parameter, text, "Character sets beyond ASCII are not supported."))
}

/// The name of a new group. Spaces at its end are dropped.
pub fn group_name(text: Option<&str>) -> Result<&str, ApiError> {
    let name = text.map(|text| text.trim_end_matches(' ')).filter(|text| !text.is_empty());
    let name = name.ok_or_else(|| ApiError::missing("GroupName"))?;
    check_ascii("GroupName", name)?;
    if !is_plain(name) {
        return Err(ApiError::invalid_parameter(format!("Invalid security group name. Valid names are {SET}")));
    }
    if name.eq_ignore_ascii_case("default") {
        return Err(ApiError::invalid_parameter(format!("Cannot use reserved security group name: {name}")));
    }
    if name.get(..3).is_some_and(|start| start.eq_ignore_ascii_case("sg-")) {
        return Err(ApiError::invalid_parameter(format!(
            "Invalid value '{name}' for groupName. Group names may not be in the format sg-*."
        )));
    }
    Ok(name)
}

/// The description of a new group.
pub fn group_description(text: Option<&str>) -> Result<&str, ApiError> {
    let text = text.filter(|text| !text.is_empty()).ok_or_else(|| ApiError::missing("GroupDescription"))?;
    check_ascii("GroupDescription", text)?;
    if is_plain(text) {
        return Ok(text);
    }
    Err(ApiError::invalid_parameter(format!("Invalid security group description. Valid descriptions are {SET}")))
}

/// The description of a rule; an empty one is none.
pub fn rule_description(text: Option<&str>) -> Result<Option<String>, ApiError> {
    let text = text.unwrap_or_default();
    if !is_plain(text) {
        return Err(ApiError::invalid_parameter(format!("Invalid rule description. Valid descriptions are {SET}")));
    }
    Ok((!text.is_empty()).then(|| text.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names() {
        let longest = "n".repeat(255);
        for good in ["web", "My group (1) [a]+=&;{}!$*#,@/:._-", "Default-2", "sgx", "sg", &longest] {
            assert_eq!(group_name(Some(good)), Ok(good));
        }
        assert_eq!(group_name(Some("web  ")), Ok("web"));
        let (long, set) = (format!("{longest}n"), format!("Invalid security group name. Valid names are {SET}"));
        for (bad, message) in [
            ("", "The request must contain the parameter GroupName"),
            ("default", "Cannot use reserved security group name: default"),
            ("Default ", "Cannot use reserved security group name: Default"),
            ("sg-web", "Invalid value 'sg-web' for groupName. Group names may not be in the format sg-*."),
            ("SG-web", "Invalid value 'SG-web' for groupName. Group names may not be in the format sg-*."),
            ("a'b", &set),
            ("a\tb", &set),
            (&long, &set),
            ("ä", "Value (ä) for parameter GroupName is invalid. Character sets beyond ASCII are not supported."),
        ] {
            assert_eq!(group_name(Some(bad)).expect_err(bad).message, message);
        }
    }

    #[test]
    fn descriptions() {
        assert_eq!(group_description(None).expect_err("missing").code, "MissingParameter");
        assert_eq!(rule_description(None), Ok(None));
        assert_eq!(rule_description(Some("")), Ok(None));
        assert_eq!(rule_description(Some("ssh")), Ok(Some("ssh".into())));
        assert_eq!(
            rule_description(Some("a < b")).expect_err("refused").message,
            "Invalid rule description. Valid descriptions are strings less than 256 characters from the following set:  a-zA-Z0-9. _-:/()#,@[]+=&;{}!$*"
        );
    }
}
