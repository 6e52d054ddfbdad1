//! How many cases were registered: when, how and about what.

use crate::catalog;
use crate::db::DbConnection;
use crate::error::Result;
use crate::ids::ServiceId;
use crate::reports::links::Links;
use crate::reports::model::{Registered, Resolved, Scope};
use crate::reports::rules::buckets::{Gathered, Hourly, gathered};
use contract::reference::NamedRef;
use contract::reports::{
    ChannelCount, Count, DayCount, HourCount, KindCount, ServiceCount, Volume, WeekdayCount,
};
use contract::tickets::{Channel, Kind};

/// The figures of what was registered in the period, with what was resolved on each of its days.
pub(super) fn figures(
    connection: &mut DbConnection,
    scope: &Scope,
    links: &Links,
    registered: &[Registered],
    by_hour: &[Hourly],
    services: Vec<(ServiceId, i64)>,
    resolved: &[Resolved],
) -> Result<Volume> {
    let Gathered { days, weekdays, hours } = gathered(by_hour);
    let resolved: Vec<Hourly> =
        resolved.iter().map(|row| Hourly { hour: row.hour, count: row.all }).collect();
    let resolved_days = gathered(&resolved).days;
    let by_day = scope.period.days().map(|(date, from, to)| DayCount {
        date,
        registered: Count {
            count: days.get(&date).copied().unwrap_or_default(),
            tickets: links.registered_between(from, to, |_| {}),
        },
        resolved: Count {
            count: resolved_days.get(&date).copied().unwrap_or_default(),
            tickets: links.resolved_between(from, to, |_| {}),
        },
    });
    let by_weekday = (1..).zip(weekdays).map(|(weekday, count)| WeekdayCount {
        weekday,
        figure: Count {
            count,
            tickets: links.registered(|filter| filter.registered_weekday = Some(weekday)),
        },
    });
    let by_hour = (0..).zip(hours).map(|(hour, count)| HourCount {
        hour,
        figure: Count { count, tickets: links.registered(|filter| filter.registered_hour = Some(hour)) },
    });
    let by_channel = Channel::ALL.iter().map(|&channel| ChannelCount {
        channel,
        figure: Count {
            count: registered.iter().filter(|row| row.channel == channel).map(|row| row.all).sum(),
            tickets: links.registered(|filter| filter.channel = vec![channel]),
        },
    });
    let by_kind = Kind::ALL.iter().map(|&kind| KindCount {
        kind,
        figure: Count {
            count: registered.iter().filter(|row| row.kind == kind).map(|row| row.all).sum(),
            tickets: links.registered(|filter| filter.kind = vec![kind]),
        },
    });
    Ok(Volume {
        by_day: by_day.collect(),
        by_weekday: by_weekday.collect(),
        by_hour: by_hour.collect(),
        by_channel: by_channel.collect(),
        by_kind: by_kind.collect(),
        top_services: top_services(connection, links, services)?,
    })
}

fn top_services(
    connection: &mut DbConnection,
    links: &Links,
    services: Vec<(ServiceId, i64)>,
) -> Result<Vec<ServiceCount>> {
    let ids: Vec<ServiceId> = services.iter().map(|(service, _)| *service).collect();
    let mut names = catalog::named_services(connection, &ids)?;
    let shown = |(id, count): (ServiceId, i64)| {
        let service: NamedRef = names.remove(&id)?;
        // By its id: keys are unique in a project only.
        let tickets = links.registered(|filter| filter.service = vec![service.id.to_string()]);
        Some(ServiceCount { service, figure: Count { count, tickets } })
    };
    Ok(services.into_iter().filter_map(shown).collect())
}
