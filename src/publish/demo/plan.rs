//! Reads the plan of the town, `streets.txt`.

use super::shape::Point;

const PLAN: &str = include_str!("streets.txt");

/// One street as it is drawn up.
#[derive(Clone, Debug)]
pub struct PlannedStreet {
    pub municipality: &'static str,
    pub road_class: &'static str,
    pub limit_kmh: Option<f64>,
    /// Empty where the street has no Dutch name.
    pub dutch: &'static str,
    /// Empty where the street has no French name.
    pub french: &'static str,
    pub aliases: Vec<&'static str>,
    pub points: Vec<Point>,
}

impl PlannedStreet {
    /// The Dutch name, else the French one.
    pub fn name(&self) -> &'static str {
        if self.dutch.is_empty() {
            self.french
        } else {
            self.dutch
        }
    }

    /// A square: its line ends where it starts.
    pub fn is_closed(&self) -> bool {
        self.points.first() == self.points.last()
    }
}

/// All streets of the plan. Lines that cannot be read are left out; a test says there are none.
pub fn streets() -> Vec<PlannedStreet> {
    lines(PLAN).filter_map(street).collect()
}

/// The lines of one of the demonstration's tables, without comments.
pub fn lines(table: &'static str) -> impl Iterator<Item = &'static str> {
    table
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
}

fn street(line: &'static str) -> Option<PlannedStreet> {
    let mut fields = line.split('|').map(str::trim);
    let mut next = || fields.next();
    let municipality = match next()? {
        "W" => "Wolkenbrugge",
        "N" => "Nevelwaarde",
        "Z" => "Zilverdonk",
        _ => return None,
    };
    let road_class = next()?;
    let limit_kmh = match next()? {
        "-" => None,
        limit => Some(limit.parse().ok()?),
    };
    let (dutch, french) = (next()?, next()?);
    let aliases = next()?
        .split(';')
        .map(str::trim)
        .filter(|alias| !alias.is_empty())
        .collect();
    let points: Option<Vec<Point>> = next()?
        .split_whitespace()
        .map(|pair| {
            let (x, y) = pair.split_once(',')?;
            Some(Point {
                x: x.parse().ok()?,
                y: y.parse().ok()?,
            })
        })
        .collect();
    Some(PlannedStreet {
        municipality,
        road_class,
        limit_kmh,
        dutch,
        french,
        aliases,
        points: points?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_plan_is_read() {
        let planned = streets();
        assert_eq!(planned.len(), lines(PLAN).count());
        assert!((115..=140).contains(&planned.len()), "{}", planned.len());
        for street in &planned {
            assert!(!street.name().is_empty(), "{street:?}");
            assert!(street.points.len() >= 2, "{}", street.name());
        }
    }
}
