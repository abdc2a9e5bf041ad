//! What became of the rows and of the hours of the period.

use super::Ground;
use crate::analysis::civil::CivilDay;
use crate::analysis::hours::Hour;
use crate::domain::State;
use crate::query::answer::{LeftOut, LeftOutReason};
use crate::query::ledger::Account;

/// hours = used + left out + absent, by construction.
pub(super) fn account(ground: &Ground<'_>, is_used: fn(&Ground<'_>, &Hour) -> bool) -> Account {
    let parts = ground.counts.parts;
    let zone = ground.counts.zone;
    let inside = parts.start.iter().filter(|start| {
        let date = zone.local(**start).date;
        ground.days.start <= date && date < ground.days.end
    });
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let (mut used, mut partial, mut off, mut low, mut no_value) = (0, 0, 0, 0, 0);
    let mut incident = 0;
    for hour in ground.hours.list {
        if is_used(ground, hour) {
            used += 1;
            partial += u32::from(hour.state == State::Partial);
        } else if hour.is_incident {
            incident += 1;
        } else if hour.state.is_usable() {
            no_value += 1;
        } else if hour.is_off {
            off += 1;
        } else {
            low += 1;
        }
    }
    let hours: u32 = ground.civil.iter().map(CivilDay::hours).sum();
    let rows = count(parts.len());
    Account {
        rows,
        outside: rows.saturating_sub(count(inside.count())),
        shortest_minutes: parts.minutes.iter().copied().min().unwrap_or(60),
        hours,
        used,
        partial,
        left_out: [
            (LeftOutReason::Off, off),
            (LeftOutReason::LowUptime, low),
            (LeftOutReason::NoValue, no_value),
            (LeftOutReason::Incident, incident),
        ]
        .into_iter()
        .filter(|(_, hours)| *hours > 0)
        .map(|(reason, hours)| LeftOut { reason, hours })
        .collect(),
        absent: hours.saturating_sub(count(ground.hours.list.len())),
    }
}
