//! A month as a chart: the requests of each day by outcome, above the mean ratings.

use plotters::{coord::Shift, prelude::*};

use comm100_programs::Outcome;

use crate::month::{Day, Month};

type Area<'a> = DrawingArea<SVGBackend<'a>, Shift>;

const SIZE: (u32, u32) = (960, 540);
/// The height of the upper part.
const UPPER: u32 = 360;
const LEFT: u32 = 56;
/// Half a bar's width, in days.
const HALF_BAR: f64 = 0.38;
const INK: RGBColor = RGBColor(51, 60, 71);
const GRID: RGBColor = RGBColor(226, 230, 235);

/// A part of a bar: its name, its colour, and its height for a day.
type Part = (&'static str, RGBColor, fn(&Day) -> f64);

/// The outcomes of a request, from the bottom of a bar up.
const PARTS: [Part; 3] = [
    ("chats", RGBColor(37, 99, 165), |day| day.volume.chats),
    ("missed or refused", RGBColor(214, 98, 65), Day::lost),
    (
        "left the queue",
        RGBColor(176, 186, 197),
        Day::left_the_queue,
    ),
];
const RATING: RGBColor = RGBColor(38, 133, 96);

/// Draws the chart as SVG.
pub(crate) fn svg(month: &Month) -> Outcome<String> {
    let mut svg = String::new();
    {
        let area = SVGBackend::with_string(&mut svg, SIZE).into_drawing_area();
        area.fill(&WHITE)?;
        let (upper, lower) = area.split_vertically(UPPER);
        volume(&upper, month)?;
        rating(&lower, month)?;
        area.present()?;
    }
    Ok(svg)
}

fn text(size: u32) -> TextStyle<'static> {
    ("sans-serif", size).into_font().color(&INK)
}

/// Returns the days with their positions on the axis.
fn days(month: &Month) -> impl Iterator<Item = (f64, &Day)> {
    (1..).map(f64::from).zip(&month.days)
}

/// Returns the range of the axis, from half a day before the first to half a day after the last.
fn width(month: &Month) -> std::ops::Range<f64> {
    0.5..f64::from(month.first.days_in_month()) + 0.5
}

fn volume(area: &Area<'_>, month: &Month) -> Outcome {
    let most = days(month)
        .map(|(_, day)| day.volume.chat_requests)
        .fold(0.0, f64::max);
    let mut chart = ChartBuilder::on(area)
        .caption(format!("Chats of {}", month.name()), text(22))
        .margin(12)
        .margin_bottom(0)
        .x_label_area_size(24)
        .y_label_area_size(LEFT)
        .build_cartesian_2d(width(month), 0.0..(most * 1.25).max(4.0))?;
    chart
        .configure_mesh()
        .disable_x_mesh()
        .light_line_style(TRANSPARENT)
        .bold_line_style(GRID)
        .axis_style(INK)
        .label_style(text(13))
        .axis_desc_style(text(14))
        .x_labels(31)
        .x_label_formatter(&|day| format!("{day:.0}"))
        .y_labels(6)
        .y_label_formatter(&|count| format!("{count:.0}"))
        .y_desc("requests a day")
        .draw()?;
    for (index, (name, color, _)) in PARTS.into_iter().enumerate() {
        let bars = days(month).map(|(at, day)| {
            let below: f64 = PARTS[..index].iter().map(|(.., of)| of(day)).sum();
            let top = below + PARTS[index].2(day);
            Rectangle::new(
                [(at - HALF_BAR, below), (at + HALF_BAR, top)],
                color.filled(),
            )
        });
        chart
            .draw_series(bars)?
            .label(name)
            .legend(move |(x, y)| Rectangle::new([(x, y - 5), (x + 12, y + 5)], color.filled()));
    }
    chart
        .configure_series_labels()
        .position(SeriesLabelPosition::UpperRight)
        .label_font(text(14))
        .background_style(WHITE)
        .legend_area_size(20)
        .draw()?;
    Ok(())
}

fn rating(area: &Area<'_>, month: &Month) -> Outcome {
    let mut chart = ChartBuilder::on(area)
        .margin(12)
        .margin_top(4)
        .x_label_area_size(24)
        .y_label_area_size(LEFT)
        .build_cartesian_2d(width(month), 1.0..5.2)?;
    chart
        .configure_mesh()
        .disable_x_mesh()
        .light_line_style(TRANSPARENT)
        .bold_line_style(GRID)
        .axis_style(INK)
        .label_style(text(13))
        .axis_desc_style(text(14))
        .x_labels(31)
        .x_label_formatter(&|day| format!("{day:.0}"))
        .y_labels(5)
        .y_label_formatter(&|rating| format!("{rating:.0}"))
        .y_desc("mean rating")
        .draw()?;
    let means: Vec<(f64, f64)> = days(month)
        .filter_map(|(at, day)| Some((at, day.mean_rating()?)))
        .collect();
    chart.draw_series(LineSeries::new(
        means.iter().copied(),
        RATING.stroke_width(2),
    ))?;
    chart.draw_series(
        means
            .iter()
            .map(|mean| Circle::new(*mean, 3, RATING.filled())),
    )?;
    Ok(())
}
