//! Alerts of monitoring systems: what each of them sends (`alertmanager.rs`, `zabbix.rs`) becomes a report
//! of one form (`report.rs`), of which `intake.rs` makes incidents and notes, in the words of `words.rs`.

mod alertmanager;
mod intake;
mod report;
mod words;
mod zabbix;

pub(super) use intake::take;
pub(super) use report::Report;

use crate::error::Result;
use crate::http::Raw;
use contract::inbound::{AlertmanagerReport, ZabbixReport};

/// A report in whichever form it has come.
pub(super) fn understood(body: &Raw) -> Result<Report> {
    if body.has("alerts") {
        return body.understood::<AlertmanagerReport>().map(alertmanager::report);
    }
    body.understood::<ZabbixReport>().map(zabbix::report)
}
