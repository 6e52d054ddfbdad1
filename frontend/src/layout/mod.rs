//! What stands around a page: the way in, the shells of portal and console, the brand.

mod bell;
mod brand;
mod console;
mod forward;
mod gate;
mod languages;
mod not_found;
mod portal;
mod stand_in;
mod top_bar;

pub(crate) use brand::{Brand, Landscape};
pub(crate) use console::ConsoleShell;
pub(crate) use forward::Forward;
pub(crate) use gate::{Gate, Splash};
pub(crate) use languages::languages;
pub(crate) use not_found::NotFoundPage;
pub(crate) use portal::PortalShell;
use stand_in::StandIn;
