//! The columns of an Eco-Counter export: the site, its flows, their status; which flow counts what, and which way.
//! `100020113 (Wolbecker Straße)`, `101020113 (FR stadteinwärts)`, `100020113-status`.

use crate::domain::Mode;
use crate::domain::fold::fold;
use csv::StringRecord;

/// A column of counts: the site, or a flow of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Channel {
    /// The number by which it is known whatever its name is; the whole heading where there is none.
    pub id: String,
    pub name: String,
    pub column: usize,
    pub status: Option<usize>,
    /// What the name says that it counts.
    pub mode: Option<Mode>,
    pub way: Way,
}

/// Which way a flow goes, as its name says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Way {
    In,
    Out,
    /// Anything else, folded: "richtung zentrum".
    Named(String),
}

/// Columns by what they hold; the first one is the site.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Channels {
    pub site: Option<Channel>,
    pub flows: Vec<Channel>,
}

impl Channels {
    /// The channels of a header, whose first column is the time.
    #[must_use]
    pub fn of(header: &StringRecord) -> Self {
        let mut channels: Vec<Channel> = Vec::new();
        for (column, heading) in header.iter().enumerate().skip(1) {
            let heading = heading.trim();
            if heading.is_empty() {
                continue;
            }
            if let Some(id) = heading.strip_suffix("-status") {
                if let Some(channel) = channels.iter_mut().find(|c| c.id == id.trim()) {
                    channel.status = Some(column);
                }
                continue;
            }
            let (id, name) = id_and_name(heading);
            channels.push(Channel {
                id: id.to_owned(),
                name: name.to_owned(),
                column,
                status: None,
                mode: None,
                way: Way::Named(String::new()),
            });
        }
        let mut rest = channels.into_iter();
        let site = rest.next();
        let site_name = site.as_ref().map_or("", |s| s.name.as_str());
        let flows = rest
            .map(|mut flow| {
                flow.mode = mode_of(&flow.name);
                flow.name = own_name(&flow.name, site_name).to_owned();
                flow.way = way_of(&flow.name);
                flow
            })
            .collect();
        Self { site, flows }
    }

    /// Channels of a file without a header: the site, then flows in and out where they are there.
    #[must_use]
    pub fn without_header(id: &str, columns: usize) -> Self {
        let channel = |column: usize, name: &str, way: Way| Channel {
            id: id.to_owned(),
            name: name.to_owned(),
            column,
            status: None,
            mode: None,
            way,
        };
        let flows = [channel(2, "IN", Way::In), channel(3, "OUT", Way::Out)];
        Self {
            site: Some(channel(1, id, Way::Named(String::new()))),
            flows: flows.into_iter().filter(|f| f.column < columns).collect(),
        }
    }

    /// The two ways of the flows of a mode: left and right, with their names; `None` where there are
    /// not exactly two. In goes left and out right; other ways by the lowest number of a flow.
    #[must_use]
    pub fn sides(
        &self,
        mode: Mode,
        usual: Mode,
        has_values: &dyn Fn(&Channel) -> bool,
    ) -> Option<[(&Way, &str); 2]> {
        let own = || {
            self.flows
                .iter()
                .filter(|f| f.mode.unwrap_or(usual) == mode)
        };
        // Empty columns are flows of another month, unless one of two directions has fallen out.
        let filled = own().filter(|f| has_values(f)).collect();
        two_ways(filled).or_else(|| two_ways(own().collect()))
    }
}

fn two_ways(mut flows: Vec<&Channel>) -> Option<[(&Way, &str); 2]> {
    flows.sort_by_key(|f| (f.id.parse::<u64>().unwrap_or(u64::MAX), f.column));
    let mut ways: Vec<(&Way, &str)> = Vec::new();
    for flow in flows {
        if !ways.iter().any(|(way, _)| *way == &flow.way) {
            ways.push((&flow.way, &flow.name));
        }
    }
    match ways.as_slice() {
        [a, b] if *a.0 == Way::Out && *b.0 == Way::In => Some([*b, *a]),
        [a, b] => Some([*a, *b]),
        _ => None,
    }
}

/// `100020113 (Wolbecker Straße)` as number and name.
fn id_and_name(heading: &str) -> (&str, &str) {
    let parts = heading
        .split_once(" (")
        .filter(|(id, _)| !id.is_empty() && id.bytes().all(|b| b.is_ascii_digit()));
    match parts {
        Some((id, name)) => (id, name.strip_suffix(')').unwrap_or(name)),
        None => (heading, heading),
    }
}

/// Words for what is counted, folded.
const WORDS: [(Mode, &[&str]); 3] = [
    (
        Mode::Bike,
        &[
            "bike",
            "bikes",
            "bicycle",
            "bicycles",
            "cyclist",
            "cyclists",
            "fahrrad",
            "fahrrader",
            "radfahrer",
            "rader",
            "fietser",
            "fietsers",
            "fietsen",
            "velo",
            "velos",
            "cyclistes",
        ],
    ),
    (
        Mode::Pedestrian,
        &[
            "pedestrian",
            "pedestrians",
            "fussganger",
            "voetganger",
            "voetgangers",
            "pieton",
            "pietons",
        ],
    ),
    (
        Mode::Car,
        &[
            "car", "cars", "pkw", "kfz", "auto", "autos", "voiture", "voitures",
        ],
    ),
];

fn mode_of_word(word: &str) -> Option<Mode> {
    let folded = fold(word);
    let found = WORDS
        .iter()
        .find(|(_, words)| words.contains(&folded.as_str()));
    found.map(|(mode, _)| *mode)
}

fn words_of(name: &str) -> impl Iterator<Item = &str> {
    name.split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
}

fn mode_of(name: &str) -> Option<Mode> {
    words_of(name).find_map(mode_of_word)
}

/// A flow's name without the site's, brackets and the word for what is counted: "Stadteinwärts".
fn own_name<'n>(name: &'n str, site: &str) -> &'n str {
    let is_edge = |c: char| c.is_whitespace() || matches!(c, '[' | ']' | '-' | '_' | ',' | ':');
    // Word by word: a site may have got a longer name than its flows, "Promenade (nördl. Salzstraße)".
    let mut own = name.trim_matches(is_edge);
    for (word, known) in words_of(name).zip(words_of(site)) {
        match own.strip_prefix(word).filter(|_| word == known) {
            Some(rest) => own = rest.trim_start_matches(|c: char| !c.is_alphanumeric()),
            None => break,
        }
    }
    if own.is_empty() {
        own = name.trim_matches(is_edge);
    }
    while let Some(word) = words_of(own).next() {
        let is_filler = mode_of_word(word).is_some() || fold(word) == "formel";
        match own.strip_prefix(word).filter(|_| is_filler) {
            Some(rest) => own = rest.trim_start_matches(is_edge),
            None => break,
        }
    }
    own
}

fn way_of(name: &str) -> Way {
    let folded = fold(name);
    match folded.rsplit(' ').next().unwrap_or_default() {
        "in" => Way::In,
        "out" => Way::Out,
        last if last.ends_with("einwarts") => Way::In,
        last if last.ends_with("auswarts") => Way::Out,
        _ => Way::Named(folded),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn channels(header: &[&str]) -> Channels {
        Channels::of(&StringRecord::from(header.to_vec()))
    }

    fn names(channels: &Channels) -> Option<[&str; 2]> {
        let sides = channels.sides(Mode::Bike, Mode::Bike, &|_| true)?;
        Some(sides.map(|(_, name)| name))
    }

    #[test]
    fn a_channel_is_known_by_its_number_and_its_way_by_its_name() {
        let found = channels(&[
            "Datetime",
            "7 (Teststraße, Nord (Brücke))",
            "72 (Teststraße, Nord (Brücke) [Bike Stadtauswärts])",
            "71 (Teststraße, Nord (Brücke) Formel - Fahrräder Stadteinwärts)",
            "73 (Teststraße, Nord (Brücke) PKW Stadteinwärts)",
            "7-status",
            "71-status",
        ]);
        let site = found.site.as_ref().unwrap();
        assert_eq!((site.id.as_str(), site.status), ("7", Some(5)));
        assert_eq!(site.name, "Teststraße, Nord (Brücke)");
        let modes: Vec<_> = found.flows.iter().map(|f| f.mode).collect();
        assert_eq!(modes, [Some(Mode::Bike), Some(Mode::Bike), Some(Mode::Car)]);
        assert_eq!(found.flows[1].status, Some(6));
        assert_eq!(names(&found), Some(["Stadteinwärts", "Stadtauswärts"]));
    }

    #[test]
    fn two_ways_are_left_and_right_and_any_other_number_is_none() {
        for (flows, expected) in [
            (
                vec!["12 (S FR Tor)", "11 (S FR Platz)"],
                Some(["FR Platz", "FR Tor"]),
            ),
            (
                vec!["11 (S IN)", "12 (S OUT)", "13 (S IN)"],
                Some(["IN", "OUT"]),
            ),
            (
                vec!["11 (S FR Tor)", "12 (Sand IN)"],
                Some(["FR Tor", "Sand IN"]),
            ),
            (
                vec!["11 (Channel 1 OUT)", "12 (Channel 2 IN)"],
                Some(["Channel 2 IN", "Channel 1 OUT"]),
            ),
            (vec!["S IN"], None),
            (vec!["11 (S A)", "12 (S B)", "13 (S IN)"], None),
        ] {
            let mut header = vec!["Time", "10 (S (am Platz))"];
            header.extend(flows);
            assert_eq!(names(&channels(&header)), expected, "{header:?}");
        }
        let flows = channels(&["Time", "10 (S)", "11 (S A)", "12 (S B)", "13 (S IN)"]);
        let sides = flows.sides(Mode::Bike, Mode::Bike, &|flow| flow.id != "13");
        assert_eq!(sides.unwrap().map(|(_, name)| name), ["A", "B"]);
    }
}
