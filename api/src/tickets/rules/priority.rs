//! Priority from impact and urgency (ITIL 4): 1 critical to 5 planning.

use contract::tickets::{Impact, Urgency};

/// Rows are impact, columns urgency; both high, medium, low. Each project keeps its own.
pub type Matrix = [[u8; 3]; 3];

/// HH = 1; HM, MH = 2; HL, MM, LH = 3; ML, LM = 4; LL = 5.
pub const DEFAULT: Matrix = [[1, 2, 3], [2, 3, 4], [3, 4, 5]];

/// The priority of a ticket.
#[must_use]
pub fn priority(matrix: &Matrix, impact: Impact, urgency: Urgency) -> u8 {
    let row = match impact {
        Impact::High => 0,
        Impact::Medium => 1,
        Impact::Low => 2,
    };
    let column = match urgency {
        Urgency::High => 0,
        Urgency::Medium => 1,
        Urgency::Low => 2,
    };
    matrix[row][column]
}
