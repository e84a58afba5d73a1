use proptest::prelude::*;

use super::pattern::Pattern;
use super::*;

/// An object with everything a filter can look at.
struct Thing<'a> {
    id: &'a str,
    encrypted: bool,
    size_gib: u32,
    address: std::net::Ipv4Addr,
    description: Option<&'a str>,
    groups: &'a [&'a str],
    tags: &'a [(&'a str, &'a str)],
}

impl<'a> Thing<'a> {
    const FILTERS: &'a [FilterSpec<Self>] = &[
        FilterSpec::field("id", |thing, values| values.text(thing.id)),
        FilterSpec::field("encrypted", |thing, values| values.flag(thing.encrypted)),
        FilterSpec::field("size", |thing, values| values.show(thing.size_gib)),
        FilterSpec::field("address", |thing, values| values.show(thing.address)),
        FilterSpec::field("description", |thing, values| values.maybe(thing.description)),
        FilterSpec::field("group", |thing, values| values.each(thing.groups)),
        FilterSpec::field("long", |_, values| values.show("x".repeat(SHOWN_BYTES + 1))),
        FilterSpec::never("product-code"),
        FilterSpec::tags(|thing, tags| thing.tags.iter().for_each(|(key, value)| tags.tag(key, value))),
    ];
}

const THING: Thing<'static> = Thing {
    id: "vol-0a",
    encrypted: true,
    size_gib: 80,
    address: std::net::Ipv4Addr::new(10, 0, 1, 5),
    description: None,
    groups: &["sg-1", "sg-2"],
    tags: &[("Name", "db-1"), ("empty", ""), ("a:b", "*"), ("Owner", "Ann")],
};

/// A request's filters as tests write them: a name (`null` stands for a missing one) and its values.
type Asked<'a> = &'a [(&'a str, &'a [&'a str])];

fn compile<'a>(asked: Asked<'_>) -> Result<Filters<Thing<'a>>, FilterError> {
    let owned: Vec<(Option<&str>, Vec<String>)> = asked
        .iter()
        .map(|(name, values)| ((*name != "null").then_some(*name), values.iter().map(ToString::to_string).collect()))
        .collect();
    Filters::compile(Thing::FILTERS, owned.iter().map(|(name, values)| (*name, values.as_slice())))
}

#[test]
fn filters_narrow_as_ec2_does() {
    let check = |asked: Asked<'_>, expected: bool| {
        let filters = compile(asked).expect("the filters are valid");
        assert_eq!(filters.matches(&THING), expected, "{filters:?}");
    };
    check(&[], true);
    check(&[("id", &["vol-0a"])], true);
    check(&[("id", &["vol-0A"])], false);
    check(&[("id", &["vol-1", "vol-0a"])], true);
    check(&[("id", &["vol-*", "x"])], true);
    check(&[("id", &["snap-*", "vol-0a"])], true);
    // A filter without values matches nothing; one with the empty text matches the empty text.
    check(&[("id", &[])], false);
    check(&[("id", &[""])], false);
    check(&[("encrypted", &["true"])], true);
    check(&[("encrypted", &["True"])], false);
    check(&[("encrypted", &["false"])], false);
    check(&[("encrypted", &["false", "true"])], true);
    check(&[("size", &["80"])], true);
    check(&[("size", &["8"])], false);
    check(&[("size", &["8?"])], true);
    check(&[("address", &["10.0.*"])], true);
    check(&[("address", &["10.0.1.5"])], true);
    check(&[("long", &["x*"])], true);
    // What has no value matches no pattern.
    check(&[("description", &["*"])], false);
    check(&[("product-code", &["*"])], false);
    check(&[("group", &["sg-2"])], true);
    check(&[("group", &["sg-3"])], false);
    // Several filters are joined with AND, also two of one name.
    check(&[("group", &["sg-1"]), ("group", &["sg-2"])], true);
    check(&[("group", &["sg-1"]), ("group", &["sg-3"])], false);
    check(&[("id", &["vol-0a"]), ("size", &["1"])], false);
    check(&[("tag:Name", &["db-*"])], true);
    check(&[("tag:name", &["db-*"])], false);
    check(&[("tag:Name", &["web", "db-1"])], true);
    check(&[("tag:N*", &["db-1"])], false);
    check(&[("tag:empty", &[""])], true);
    check(&[("tag:empty", &["*"])], true);
    check(&[("tag:Name", &[""])], false);
    check(&[("tag:a:b", &["\\*"])], true);
    check(&[("tag:Name", &["Ann"])], false);
    check(&[("tag-key", &["Owner"])], true);
    check(&[("tag-key", &["own*"])], false);
    check(&[("tag-key", &["Ann"])], false);
    check(&[("tag-value", &["Ann"])], true);
    check(&[("tag-value", &["Owner"])], false);
}

#[test]
fn bad_filters_are_refused_as_ec2_does() {
    let check = |asked: Asked<'_>, code: &str, message: &str| {
        let error = compile(asked).expect_err("the filters are invalid");
        assert_eq!((error.code(), error.to_string().as_str()), (code, message));
    };
    check(&[("nope", &["x"])], "InvalidParameterValue", "The filter 'nope' is invalid");
    check(&[("ID", &["x"])], "InvalidParameterValue", "The filter 'ID' is invalid");
    check(&[("null", &["x"])], "InvalidParameterValue", "The filter 'null' is invalid");
    check(&[("tag:", &["x"])], "InvalidParameterValue", "The filter 'tag:' is invalid");
    check(
        &[("id", &["x"; MAX_VALUES + 1])],
        "FilterLimitExceeded",
        "The maximum number of filter values specified on a single call is 200",
    );
    check(
        &[("id", &["x"] as &[&str]); MAX_FILTERS + 1],
        "FilterLimitExceeded",
        "The maximum number of filters specified on a single call is 50",
    );
    check(
        &[("id", &[&"é".repeat(MAX_VALUE_CHARS + 1)])],
        "FilterLimitExceeded",
        "The maximum length for a filter value is 255 characters",
    );
    // At the limits all is well, also for the longest patterns.
    assert!(compile(&[("id", &["x"; MAX_VALUES])]).is_ok());
    assert!(compile(&[("id", &["x"] as &[&str]); MAX_FILTERS]).is_ok());
    for longest in ["é", "?", "*"] {
        let filters = compile(&[("id", &[&longest.repeat(MAX_VALUE_CHARS)])]).expect("255 characters are allowed");
        assert_eq!(filters.matches(&THING), longest != "é", "{longest}");
    }
}

#[test]
fn an_action_without_tags_has_no_tag_filters() {
    let table: &[FilterSpec<u32>] = &[FilterSpec::field("n", |n, values| values.show(n))];
    let values = ["x".to_owned()];
    for name in ["tag:Name", "tag-key", "tag-value"] {
        let error = Filters::compile(table, [(Some(name), values.as_slice())]).expect_err("there are no tags");
        assert_eq!(error, FilterError::UnknownName { name: name.to_owned() });
    }
}

#[test]
fn literal_values_can_be_looked_up() {
    let filters = compile(&[("id", &["b", "a\\*", "b"]), ("size", &["8*"]), ("tag:Name", &["x"]), ("group", &[])])
        .expect("valid");
    assert_eq!(filters.exact("id"), Some(["a*".to_owned(), "b".to_owned()].as_slice()));
    assert_eq!(filters.exact("size"), None);
    assert_eq!(filters.exact("tag:Name"), Some(["x".to_owned()].as_slice()));
    assert_eq!(filters.exact("group"), Some([].as_slice()));
    assert_eq!(filters.exact("encrypted"), None);
    assert!(filters.mentions("size") && !filters.mentions("encrypted") && !filters.is_empty());
    // Of two filters of one name, the one that can be looked up is.
    let filters = compile(&[("id", &["*"]), ("id", &["a"])]).expect("valid");
    assert_eq!(filters.exact("id"), Some(["a".to_owned()].as_slice()));
    assert!(Filters::<Thing<'_>>::none().is_empty());
}

fn matches(value: &str, text: &str) -> bool {
    match Pattern::parse(value) {
        Ok(pattern) => pattern.matches(text),
        Err(literal) => literal == text,
    }
}

#[test]
fn wildcards_match_as_ec2_documents() {
    let yes = [
        ("*", ""),
        ("*", "anything"),
        ("?", ""),
        ("?", "é"),
        ("??", "a"),
        ("prod?", "prod"),
        ("prod?", "prods"),
        ("*amazon*", "my-amazon-ami"),
        ("*amazon*", "amazon"),
        ("a*b*c", "a-b-b-c"),
        ("a**b", "ab"),
        ("a?*b", "ab"),
        ("a*?b", "axxb"),
        ("?a?", "a"),
        // The escapes of the user guide's own example.
        ("\\*amazon\\?\\\\", "*amazon?\\"),
        ("\\", "\\"),
        ("a\\b", "a\\b"),
        ("\\\\*", "\\x"),
        ("\\*?", "*x"),
        ("2021-09-29T*", "2021-09-29T11:04:43.305Z"),
    ];
    let no = [
        ("", "a"),
        ("?", "ab"),
        ("prod?", "production"),
        ("prod?", "pro"),
        ("a*", "ba"),
        ("*a", "ab"),
        ("ab*ba", "aba"),
        ("a*b*c", "a-c-b"),
        ("\\*", "a"),
        ("\\?", ""),
        ("*X*", "x"),
        ("[ab]", "a"),
    ];
    for (value, text) in yes {
        assert!(matches(value, text), "{value:?} matches {text:?}");
    }
    for (value, text) in no {
        assert!(!matches(value, text), "{value:?} does not match {text:?}");
    }
}

/// The definition of a match, one character at a time and without any cleverness.
fn reference(value: &[char], text: &[char]) -> bool {
    match value {
        [] => text.is_empty(),
        ['*', rest @ ..] => (0..=text.len()).any(|n| reference(rest, &text[n..])),
        ['?', rest @ ..] => reference(rest, text) || (!text.is_empty() && reference(rest, &text[1..])),
        ['\\', c @ ('*' | '?' | '\\'), rest @ ..] | [c, rest @ ..] => {
            text.first() == Some(c) && reference(rest, &text[1..])
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    /// Few different characters, so that many of the texts do match.
    #[test]
    fn patterns_agree_with_their_definition(value in r"[ab*?\\é]{0,8}", text in r"[ab*?\\é]{0,8}") {
        let chars = |s: &str| s.chars().collect::<Vec<_>>();
        prop_assert_eq!(matches(&value, &text), reference(&chars(&value), &chars(&text)));
    }

    /// Any text, escaped, matches itself and is literal.
    #[test]
    fn escaped_text_is_itself(text in any::<String>()) {
        let escaped: String = text
            .chars()
            .flat_map(|c| matches!(c, '*' | '?' | '\\').then_some('\\').into_iter().chain([c]))
            .collect();
        prop_assert_eq!(Pattern::parse(&escaped).expect_err("literal"), text);
    }

    /// Filters are all-of any-of, whatever the objects and the request.
    #[test]
    fn filters_agree_with_their_definition(
        groups in prop::collection::vec("[ab]{0,2}", 0..4),
        tags in prop::collection::btree_map("[xy]", "[ab]{0,2}", 0..3),
        asked in prop::collection::vec(
            (prop::sample::select(vec!["group", "tag:x", "tag-key", "tag-value"]),
             prop::collection::vec("[abxy*?]{0,2}", 0..3)),
            0..4,
        ),
    ) {
        let groups: Vec<&str> = groups.iter().map(String::as_str).collect();
        let tags: Vec<(&str, &str)> = tags.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect();
        let thing = Thing { groups: &groups, tags: &tags, ..THING };
        let expected = asked.iter().all(|(name, wanted)| {
            let has: Vec<&str> = match *name {
                "group" => groups.clone(),
                "tag:x" => tags.iter().filter(|tag| tag.0 == "x").map(|tag| tag.1).collect(),
                "tag-key" => tags.iter().map(|tag| tag.0).collect(),
                _ => tags.iter().map(|tag| tag.1).collect(),
            };
            has.iter().any(|has| {
                let has: Vec<char> = has.chars().collect();
                wanted.iter().any(|wanted| reference(&wanted.chars().collect::<Vec<_>>(), &has))
            })
        });
        let filters =
            Filters::compile(Thing::FILTERS, asked.iter().map(|(name, wanted)| (Some(*name), wanted.as_slice())))
                .expect("the filters are valid");
        prop_assert_eq!(filters.matches(&thing), expected);
        for (name, _) in &asked {
            if let Some(literals) = filters.exact(name) {
                prop_assert!(literals.is_sorted());
            }
        }
    }
}
