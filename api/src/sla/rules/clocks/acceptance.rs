//! How long a requester has to answer a solution before silence counts as acceptance.

use chrono::{DateTime, TimeDelta, Utc};

use crate::sla::rules::service_hours::ServiceHours;

/// The hours of the acceptance window when a project does not say otherwise (TC-PD-15 §6,
/// activity 12: "aceptación en 48 horas").
pub const ACCEPTANCE_HOURS: u32 = 48;

/// How the hours of the acceptance window are counted. Each project chooses one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum AcceptanceWindow {
    /// By the clock on the wall, night and Sunday too: the procedure's words.
    #[default]
    WallClock,
    /// By the clock on the wall, but not before the next service day has ended: a solution of
    /// Friday evening is not accepted by Sunday's silence.
    NotBeforeNextServiceDayEnd,
    /// In service time.
    ServiceHours,
}

/// When the silence after a solution becomes its acceptance, `window_hours` (usually
/// [`ACCEPTANCE_HOURS`]) after `resolved_at`; `None` when a window that asks for service days
/// finds none within five years.
#[must_use]
pub fn acceptance_due(
    hours: &ServiceHours,
    window: AcceptanceWindow,
    window_hours: u32,
    resolved_at: DateTime<Utc>,
) -> Option<DateTime<Utc>> {
    let length = TimeDelta::hours(window_hours.into());
    let by_wall_clock = resolved_at.checked_add_signed(length);
    match window {
        AcceptanceWindow::WallClock => by_wall_clock,
        AcceptanceWindow::NotBeforeNextServiceDayEnd => {
            let next_service_day_end = hours.next_service_day_end(resolved_at)?;
            Some(by_wall_clock?.max(next_service_day_end))
        }
        AcceptanceWindow::ServiceHours => hours.due_after(resolved_at, length),
    }
}
