//! A chart as a table.

use crate::chart::Table;
use leptos::prelude::*;

#[component]
pub fn ChartTable(table: Table) -> impl IntoView {
    let caption = table.caption.clone();
    view! {
        // Scrolls on its own where it is wide; keys must reach it to scroll it.
        <div class="chart-table" role="region" tabindex="0" aria-label=caption>
            <table>
                <caption>{table.caption}</caption>
                <thead>
                    <tr>
                        {table
                            .columns
                            .into_iter()
                            .map(|column| view! { <th scope="col">{column}</th> })
                            .collect_view()}
                    </tr>
                </thead>
                <tbody>
                    {table
                        .rows
                        .into_iter()
                        .map(|row| {
                            view! {
                                <tr>
                                    <th scope="row">{row.header}</th>
                                    {row
                                        .cells
                                        .into_iter()
                                        .map(|cell| view! { <td>{cell}</td> })
                                        .collect_view()}
                                </tr>
                            }
                        })
                        .collect_view()}
                </tbody>
            </table>
        </div>
    }
}
