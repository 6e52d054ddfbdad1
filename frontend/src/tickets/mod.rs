//! A ticket, as both the portal and the console show it: its words, clocks, timeline, files, and
//! the form of each action.

mod actions;
mod attachments;
mod badges;
mod category_icon;
mod changed;
mod clock;
mod composer;
mod draft;
mod explained;
mod people_control;
mod person_picker;
mod register;
#[cfg(test)]
pub(crate) mod sample;
mod sources;
mod survey;
mod ticket_picker;
mod timeline;
mod use_ticket;

#[cfg(test)]
pub(crate) use actions::bodies;
pub(crate) use actions::{ActionForm, ActionFormProps, Command, CommandForm, fields_for_many, is_immediate};
pub(crate) use attachments::Attachments;
pub(crate) use badges::{ClosureLine, ConfidentialMark, PriorityMark, StatusMark};
pub(crate) use category_icon::category_icon;
pub(crate) use changed::Changed;
pub(crate) use clock::{ClockChip, LeadingClock};
pub(crate) use composer::Composer;
pub(crate) use draft::Shelter;
pub(crate) use explained::{ExplainedClocks, ExplainedClocksProps};
pub(crate) use person_picker::PersonPicker;
pub(crate) use register::{RegisterForm, Registered};
pub(crate) use sources::{Source, SourceSelect, use_source};
pub(crate) use survey::{SurveyFields, SurveyForm, SurveyFormProps};
pub(crate) use ticket_picker::TicketPicker;
pub(crate) use timeline::{TicketTimeline, icon as icon_of};
pub(crate) use use_ticket::{TicketData, use_ticket};
