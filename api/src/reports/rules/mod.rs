//! What makes figures of counts, as pure functions.

pub mod buckets;
pub mod period;
pub mod shares;

/// Whose days and hours reports are in: those of the entity, whatever its people's computers say.
pub const ZONE: chrono_tz::Tz = chrono_tz::America::Bogota;
