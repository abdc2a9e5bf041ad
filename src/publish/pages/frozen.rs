//! A figure that never changes: for an article, a report, a council's minutes. Its files are named by what is in
//! them – the values and the method – so new data make new files beside the old ones and never another file of the
//! same name. One page that holds all it needs, without a program; the drawing, the values and what they are.

use super::card::up;
use super::street::{About, figure, name_of, say};
use super::{style, theme};
use crate::catalog::Town;
use crate::chart::svg::{self, Mixed};
use crate::chart::{Chart, ChartKind};
use crate::engine::sha256;
use crate::export::Taken;
use crate::publish::local::Asker;
use crate::query::answer::CountedAnswer;
use crate::query::embed::{EmbedAddress, EmbedFigure};
use crate::query::permalink::{Address, Page};
use crate::query::{Answer, Failure, PeriodChoice, Query, StreetQuestion};
use crate::text::html::Html;
use crate::text::{Language, PlainAnswer, Words, answers as plain};
use serde_json::json;
use sha2::{Digest, Sha256};
use std::path::Path;

/// Raised when the same values would be written in another way.
const FORMAT: &str = "straatbeeld-frozen/1";
/// Digits of the hash in a name.
const DIGITS: usize = 20;
/// CSS pixels of the drawing's own file.
const WIDTH: f64 = 760.0;

/// The files of a frozen figure, before they are written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frozen {
    /// `stationsstraat-speeds-3f5a…`, without an ending.
    pub name: String,
    /// `Stationsstraat: cars per hour of the day`
    pub title: String,
    /// Ending and content.
    pub files: [(&'static str, String); 4],
}

/// Why a figure cannot be frozen.
#[derive(Debug, thiserror::Error)]
pub enum FreezeError {
    #[error("the folder does not answer: {0:?}")]
    Answer(Box<Failure>),
    #[error("{street}: nothing is counted here in this period that this figure could show")]
    Nothing { street: String },
}

/// The figure of an address over the folder `data`, of the period's days as they are now.
pub fn freeze(
    data: &Path,
    town: &Town,
    address: &EmbedAddress,
    site: Option<&str>,
) -> Result<Frozen, FreezeError> {
    let nothing = || FreezeError::Nothing {
        street: address.question.street.0.clone(),
    };
    let mut asker = Asker::new(data);
    let mut ask = |question: StreetQuestion| match asker.ask(Query::Street(question)) {
        Ok(Answer::Street(answer)) => Ok(answer),
        Ok(_) => Err(nothing()),
        Err(failure) => Err(FreezeError::Answer(failure.into())),
    };
    // First which days and which counter that is, then those alone: whatever is counted later is not of this figure.
    let now = ask(address.question.clone())?;
    let counted = now.counted.as_ref().ok_or_else(nothing)?;
    let question = StreetQuestion {
        street: address.question.street.clone(),
        segment: Some(counted.segment.clone()),
        period: PeriodChoice::Between {
            start: counted.start,
            end: counted.end,
        },
        mode: counted.mode,
    };
    let answer = ask(question.clone())?;
    let counted = answer.counted.as_ref().ok_or_else(nothing)?;
    let asked = address.language.as_deref().and_then(Language::parse);
    let words = Words::new(asked.unwrap_or_default());
    let (kind, said) = said(address.figure, counted, &words);
    let chart = Chart::of(kind, counted, &words).ok_or_else(nothing)?;
    let taken = Taken {
        street: &answer,
        counted,
        figure: address.figure,
    };
    let themes = theme::themes();
    let about = About {
        town,
        publication: "",
        languages: &[],
        site,
        themes: &themes,
        has_previews: false,
    };
    let language = words.language().tag();
    let title = format!("{}: {}", name_of(&answer, about, &words), chart.title);
    let csv = taken.csv();
    // Of the sources what does not change with other streets and other days: not the hash of the whole file.
    let sources: Vec<_> = answer
        .sources
        .iter()
        .filter(|source| source.device.is_some())
        .map(|source| {
            json!({
                "title": source.title.in_language(language),
                "publisher": source.publisher,
                "license": source.license,
                "licenseUrl": source.license_url,
            })
        })
        .collect();
    let core = json!({
        "format": FORMAT,
        "method": taken.method(),
        "street": answer.header.id.0,
        "segment": counted.segment.0,
        "figure": address.figure.name(),
        "mode": counted.mode.name(),
        "from": counted.start.to_string(),
        "until": counted.end.to_string(),
        "language": language,
        "title": title,
        "question": said.question,
        "answer": said.sentence,
        "certainty": said.certainty,
        "sentence": chart.sentence,
        "sources": sources,
        "csvSha256": sha256(csv.as_bytes()),
    });
    let text = serde_json::to_string_pretty(&core).unwrap_or_default();
    let hash: String = sha256(text.as_bytes()).chars().take(DIGITS).collect();
    let name = format!("{}-{}-{hash}", answer.header.id.0, address.figure.name());
    let permalink = Address {
        language: Some(language.to_owned()),
        page: Page::Street(question),
        sum: None,
    }
    .format();
    let folder = site.map_or_else(|| up(1), str::to_owned);
    let page = FrozenPage {
        about,
        chart: &chart,
        said: &said,
        taken,
        words: &words,
        title: &title,
        hash: &hash,
        link: &format!("{folder}{permalink}"),
    };
    let source = answer
        .sources
        .iter()
        .find(|source| source.device.is_some())
        .map(|source| format!("{}, {} · {hash}", source.publisher, source.license))
        .unwrap_or_default();
    let drawing = svg::document(&chart, &themes.0, WIDTH, &title, &source);
    let page = page.html();
    Ok(Frozen {
        name,
        title,
        files: [
            ("html", page),
            ("svg", drawing),
            ("csv", csv),
            ("json", format!("{text}\n")),
        ],
    })
}

fn said(figure: EmbedFigure, counted: &CountedAnswer, words: &Words) -> (ChartKind, PlainAnswer) {
    match figure {
        EmbedFigure::Day => (ChartKind::DayProfile, plain::busy(counted, words)),
        EmbedFigure::Week => (ChartKind::WeekMap, plain::busy(counted, words)),
        EmbedFigure::Directions => (ChartKind::Directions, plain::busy(counted, words)),
        EmbedFigure::Speeds => (ChartKind::Speeds, plain::speed(counted, words)),
        EmbedFigure::Months => (ChartKind::Months, plain::change(counted, words)),
        EmbedFigure::Split => (ChartKind::Split, plain::who(counted, words)),
    }
}

struct FrozenPage<'a> {
    about: About<'a>,
    chart: &'a Chart,
    said: &'a PlainAnswer,
    taken: Taken<'a>,
    words: &'a Words,
    title: &'a str,
    hash: &'a str,
    link: &'a str,
}

impl FrozenPage<'_> {
    /// Everything in one file: its style is allowed by its hash, and nothing else is.
    fn html(&self) -> String {
        let (about, words) = (self.about, self.words);
        let tag = words.language().tag();
        let mut mixed = Mixed::new();
        let mut body = Html::default();
        body.raw("<main class='frozen'>");
        if about.town.is_demonstration {
            body.wrapped(
                "<p class='demonstration'>",
                &say("page-demonstration", words),
                "</p>",
            );
        }
        body.wrapped("<h1>", &name_of(self.taken.street, about, words), "</h1>");
        body.wrapped("<h2>", &self.said.question, "</h2>");
        body.wrapped("<p class='answer'>", &self.said.sentence, "</p>");
        if let Some(line) = &self.said.certainty {
            body.wrapped("<p class='certainty'>", line, "</p>");
        }
        figure(&mut body, self.chart, about, words, &mut mixed);
        let counted = self.taken.counted;
        let period = words.period(counted.start, counted.end);
        body.wrapped("<p class='quiet'>", &period, ". ");
        body.wrapped("", &say("page-frozen", words), " ");
        body.wrapped("<code>", self.hash, "</code></p><ul class='sources'>");
        let counts = self.taken.street.sources.iter();
        for source in counts.filter(|source| source.device.is_some()) {
            super::street::source(&mut body, source, words);
        }
        body.wrapped(
            "</ul><p><a class='whole' target='_blank' rel='noopener' href='",
            self.link,
            "'>",
        );
        body.wrapped("", &say("page-whole", words), "</a></p></main>");
        let sheet = style(about, &mixed);
        let mut out = Html::default();
        out.wrapped(
            "<!DOCTYPE html>\n<html lang='",
            tag,
            "'><head><meta charset='utf-8'>",
        );
        out.raw("<meta name='viewport' content='width=device-width, initial-scale=1'>");
        let digest = base64(&Sha256::digest(sheet.as_bytes()));
        out.wrapped("<meta http-equiv='Content-Security-Policy' content=\"default-src 'none'; style-src 'sha256-", &digest, "'; img-src data:; base-uri 'none'; form-action 'none'\">");
        out.raw("<meta name='color-scheme' content='light dark'><meta name='referrer' content='no-referrer'><link rel='icon' href='data:,'>");
        out.wrapped("<title>", self.title, "</title>");
        out.wrapped(
            "<meta name='description' content='",
            &self.said.sentence,
            "'><style>",
        );
        // Ours from the first letter to the last.
        out.drawn(&sheet);
        out.raw("</style></head><body>");
        out.drawn(&body.finish());
        out.raw("</body></html>\n");
        out.finish()
    }
}

/// RFC 4648, with padding.
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for three in bytes.chunks(3) {
        let byte = |at: usize| u32::from(three.get(at).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for place in 0..4_usize {
            let index = (bits >> (18 - 6 * place)) & 63;
            let letter = LETTERS.get(index as usize).copied().unwrap_or(b'A');
            out.push(if place <= three.len() {
                char::from(letter)
            } else {
                '='
            });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_is_that_of_the_rfc() {
        for (text, expected) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(base64(text.as_bytes()), expected);
        }
    }
}
