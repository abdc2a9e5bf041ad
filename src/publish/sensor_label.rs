//! The label of a sensor: its chain of DTPR elements, in our own words (definitions 4.19).

use crate::catalog::record_parts::LabelElement;
use crate::domain::Device;
use crate::text::published;

/// Why, with what, how, what comes of it, who may have it, how long: category and element. An element that DTPR does
/// not have begins with `x_`.
#[must_use]
pub fn chain(device: Device) -> Vec<(&'static str, &'static str)> {
    let sensing: &[(&str, &str)] = match device {
        Device::Telraam => &[
            ("tech", "non_identifiable_video"),
            ("tech", "person_detection"),
            ("process", "computer_vision"),
        ],
        Device::InductionLoop => &[("tech", "induction_loop")],
        Device::PneumaticTube => &[("tech", "x_pneumatic_tube")],
        Device::Overhead => &[("tech", "radar")],
        Device::Unknown => &[("tech", "x_unknown_counter")],
    };
    let mut chain = vec![
        ("purpose", "mobility"),
        ("purpose", "planning_decision_making"),
    ];
    chain.extend(sensing);
    chain.push(("process", "aggregated"));
    // Of a counter of unknown kind nobody knows what it could have seen.
    if device != Device::Unknown {
        chain.push(("process", "de_identified"));
    }
    chain.extend([
        ("data", "values_time"),
        ("data", "tabular"),
        ("data", "spatial"),
        ("access", "available_to_me"),
        ("access", "available_to_download"),
        ("retention", "data_retained"),
    ]);
    chain
}

/// The same with its texts in all languages.
#[must_use]
pub fn label(device: Device) -> Vec<LabelElement> {
    let elements = (1..)
        .zip(chain(device))
        .map(|(position, (category, element))| {
            let key = format!("label-{}", element.replace('_', "-"));
            LabelElement {
                position,
                category: category.to_owned(),
                element: element.to_owned(),
                title: published::text(&key),
                description: published::text(&format!("{key}-text")),
            }
        });
    elements.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn each_device_has_a_label_of_known_categories_with_texts_in_four_languages() {
        let categories = ["purpose", "tech", "process", "data", "access", "retention"];
        let mut titles = BTreeSet::new();
        for device in Device::ALL {
            let label = label(device);
            let elements: BTreeSet<&str> = label.iter().map(|e| e.element.as_str()).collect();
            assert_eq!(elements.len(), label.len(), "{device:?}");
            let mut left = categories.iter();
            for element in &label {
                assert!(categories.contains(&element.category.as_str()));
                assert_eq!(element.title.by_language.len(), 4, "{}", element.element);
                assert_eq!(
                    element.description.by_language.len(),
                    4,
                    "{}",
                    element.element
                );
            }
            // The chain goes on from category to category, never back.
            assert!(
                label.iter().all(|e| {
                    let now = left.clone().find(|c| **c == e.category);
                    while left.clone().next().is_some_and(|c| *c != e.category) {
                        left.next();
                    }
                    now.is_some()
                }),
                "{device:?}"
            );
            let tech = label.iter().find(|e| e.category == "tech").unwrap();
            assert!(titles.insert(tech.title.in_language("nl").to_owned()));
        }
    }
}
