//! What became of the rows and the hours, as sentences that add up.

use crate::query::answer::LeftOutReason;
use crate::query::ledger::Ledger;
use crate::text::words::Words;

pub(super) fn sentences(ledger: &Ledger, words: &Words) -> Vec<String> {
    let account = &ledger.account;
    let mut said = vec![words.with("ledger-rows", &[("rows", account.rows.into())])];
    if account.outside > 0 {
        let outside = ("outside", account.outside.into());
        said.push(words.with("ledger-rows-outside", &[outside]));
    }
    if account.shortest_minutes < 60 {
        let minutes = u32::from(account.shortest_minutes);
        said.push(words.with("ledger-rows-parts", &[("minutes", minutes.into())]));
    }
    said.push(words.with(
        "ledger-hours",
        &[
            ("hours", account.hours.into()),
            ("used", account.used.into()),
        ],
    ));
    let left_out: Vec<String> = account
        .left_out
        .iter()
        .map(|left| {
            let hours = ("hours", left.hours.into());
            match left.reason {
                LeftOutReason::Off => words.with("ledger-hours-off", &[hours]),
                LeftOutReason::LowUptime => words.with("ledger-hours-low-uptime", &[hours]),
                LeftOutReason::Incident => words.with("ledger-hours-incident", &[hours]),
                LeftOutReason::NoValue => words.with(
                    "ledger-hours-no-value",
                    &[
                        hours,
                        ("figure", ledger.figure.name().into()),
                        ("things", words.mode_inline(ledger.mode).into()),
                    ],
                ),
            }
        })
        .collect();
    if !left_out.is_empty() {
        let list = ("list", words.list(&left_out).into());
        said.push(words.with("ledger-hours-left-out", &[list]));
    }
    if account.absent > 0 {
        said.push(words.with("ledger-hours-absent", &[("hours", account.absent.into())]));
    }
    if account.partial > 0 {
        let partial = ("hours", account.partial.into());
        said.push(words.with("ledger-hours-partial", &[partial]));
    }
    said
}

/// `8,411 + 120 + 229 = 8,760`: used, left out by reason, without a row.
pub(super) fn sum(ledger: &Ledger, words: &Words) -> String {
    let account = &ledger.account;
    let left_out = account.left_out.iter().map(|left| left.hours);
    let parts: Vec<String> = std::iter::once(account.used)
        .chain(left_out)
        .chain((account.absent > 0).then_some(account.absent))
        .map(|hours| words.whole(f64::from(hours)))
        .collect();
    format!(
        "{} = {}",
        parts.join(" + "),
        words.whole(f64::from(account.hours))
    )
}
