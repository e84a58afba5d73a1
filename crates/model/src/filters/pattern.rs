//! A filter value with wildcards: `*` stands for any text, `?` for no or one character.

use super::MAX_VALUE_CHARS;

/// A value with at least one wildcard that isn't escaped.
#[derive(Debug)]
pub(super) enum Pattern {
    /// Only `*`, which is nearly always so: what the text begins with, then holds in this order, then ends with.
    Stars { start: String, middle: Vec<String>, end: String },
    /// With `?`. Because it may stand for nothing, a text can fit in many ways: see [`fits`].
    General(Vec<Token>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// This very character.
    Char(char),
    /// `?`: no or one character.
    Maybe,
    /// `*`: any text.
    Any,
}

impl Pattern {
    /// The pattern that a value spells, or the plain text that it is, unescaped.
    pub(super) fn parse(value: &str) -> Result<Self, String> {
        if !value.contains(['*', '?', '\\']) {
            return Err(value.to_owned());
        }
        let tokens = tokens(value);
        if tokens.contains(&Token::Maybe) {
            return Ok(Self::General(tokens));
        }
        let mut pieces: Vec<String> = tokens.split(|token| *token == Token::Any).map(plain_text).collect();
        let end = pieces.pop().unwrap_or_default();
        if pieces.is_empty() {
            return Err(end);
        }
        let start = pieces.remove(0);
        pieces.retain(|piece| !piece.is_empty());
        Ok(Self::Stars { start, middle: pieces, end })
    }

    pub(super) fn matches(&self, text: &str) -> bool {
        match self {
            Self::General(tokens) => fits(tokens, text),
            Self::Stars { start, middle, end } => {
                let rest = text.strip_prefix(start.as_str()).and_then(|rest| rest.strip_suffix(end.as_str()));
                let Some(mut rest) = rest else { return false };
                // The first place for each piece leaves the most room for those that follow.
                for piece in middle {
                    let Some(at) = rest.find(piece.as_str()) else { return false };
                    rest = &rest[at + piece.len()..];
                }
                true
            }
        }
    }
}

/// Reads escapes and wildcards. A backslash before any other character is just a backslash.
fn tokens(value: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut chars = value.chars().peekable();
    while let Some(c) = chars.next() {
        tokens.push(match c {
            '*' => Token::Any,
            '?' => Token::Maybe,
            '\\' => Token::Char(chars.next_if(|next| matches!(next, '*' | '?' | '\\')).unwrap_or('\\')),
            plain => Token::Char(plain),
        });
    }
    tokens
}

fn plain_text(tokens: &[Token]) -> String {
    tokens.iter().filter_map(|token| if let Token::Char(c) = token { Some(*c) } else { None }).collect()
}

/// Walks the text once with the set of all places in the pattern that it may have come to: `places[i]` says that the text
/// so far can be what the first `i` tokens stand for. Time is text length × pattern length, whatever the pattern.
fn fits(tokens: &[Token], text: &str) -> bool {
    // A value has at most MAX_VALUE_CHARS characters, and a pattern no more tokens than that.
    let mut places = [false; MAX_VALUE_CHARS + 1];
    let Some(places) = places.get_mut(..=tokens.len()) else { return false };
    places[0] = true;
    skip_optional(tokens, places);
    for c in text.chars() {
        // From the end, so that each place is read before it is overwritten.
        for i in (0..places.len()).rev() {
            let stays = places[i] && tokens.get(i) == Some(&Token::Any);
            let advances = i > 0 && places[i - 1] && [Token::Maybe, Token::Char(c)].contains(&tokens[i - 1]);
            places[i] = stays || advances;
        }
        if !places.contains(&true) {
            return false;
        }
        skip_optional(tokens, places);
    }
    places[tokens.len()]
}

/// `*` and `?` may stand for nothing: who is before one is also behind it.
fn skip_optional(tokens: &[Token], places: &mut [bool]) {
    for (i, token) in tokens.iter().enumerate() {
        if places[i] && matches!(token, Token::Any | Token::Maybe) {
            places[i + 1] = true;
        }
    }
}
