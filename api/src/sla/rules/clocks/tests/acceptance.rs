use super::*;

fn due(window: AcceptanceWindow, resolved_at: &str) -> Option<DateTime<Utc>> {
    acceptance_due(&desk(), window, ACCEPTANCE_HOURS, bogota(resolved_at))
}

#[test]
fn by_the_wall_clock_a_friday_solution_is_accepted_on_sunday() {
    let window = AcceptanceWindow::WallClock;

    assert_eq!(window, AcceptanceWindow::default());
    assert_eq!(due(window, "2026-11-13 16:45:30"), Some(bogota("2026-11-15 16:45:30")));
}

#[test]
fn not_before_the_next_service_day_has_ended() {
    for (resolved_at, expected) in [
        ("2026-11-10 10:00", "2026-11-12 10:00"),
        ("2026-11-05 10:00", "2026-11-07 10:00"),
        ("2026-11-06 16:45", "2026-11-09 17:00"),
        ("2026-11-13 16:45", "2026-11-17 17:00"),
        ("2026-11-13 06:00", "2026-11-17 17:00"),
        ("2026-11-15 18:00", "2026-11-17 18:00"),
    ] {
        assert_eq!(
            due(AcceptanceWindow::NotBeforeNextServiceDayEnd, resolved_at),
            Some(bogota(expected)),
            "{resolved_at}"
        );
    }
}

#[test]
fn in_service_hours_48_hours_are_five_days_and_half_an_hour() {
    assert_eq!(due(AcceptanceWindow::ServiceHours, "2026-11-13 16:45"), Some(bogota("2026-11-24 07:45")));
}

#[test]
fn the_hours_are_the_projects() {
    let resolved_at = bogota("2026-11-13 16:45");

    let due = acceptance_due(&desk(), AcceptanceWindow::WallClock, 24, resolved_at);

    assert_eq!(due, Some(bogota("2026-11-14 16:45")));
}

#[test]
fn only_the_wall_clock_does_without_service_days() {
    let due = |window| acceptance_due(&never(), window, 48, bogota("2026-11-13 16:45"));

    assert_eq!(due(AcceptanceWindow::WallClock), Some(bogota("2026-11-15 16:45")));
    assert_eq!(due(AcceptanceWindow::NotBeforeNextServiceDayEnd), None);
    assert_eq!(due(AcceptanceWindow::ServiceHours), None);
}
