//! What requesters say.

use super::share;
use crate::reports::links::Links;
use crate::reports::model::{Answers, Resolved};
use crate::reports::rules::shares::rounded;
use contract::reports::{Count, SatisfactionFigures, ScoreCount};
use contract::tickets::ClosureReason;

/// The scores that count as satisfied (CSAT).
const GOOD: [u8; 2] = [4, 5];

/// The figures of the answers given in the period, and of what was resolved in it.
pub(super) fn figures(links: &Links, answers: &[Answers], resolved: &[Resolved]) -> SatisfactionFigures {
    let said = |like: &dyn Fn(&Answers) -> bool| {
        answers.iter().filter(|row| like(row)).map(|row| row.all).sum::<i64>()
    };
    let of_score = |score: u8| said(&|row| row.score == Some(score.into()));
    let of_resolved = |part: fn(&Resolved) -> i64| resolved.iter().map(part).sum::<i64>();
    let (all, scored) = (said(&|_| true), said(&|row| row.score.is_some()));
    let sum = (1..=5).map(|score| i64::from(score) * of_score(score)).sum();
    let by_score = (1..=5).map(|score| ScoreCount {
        score,
        figure: Count {
            count: of_score(score),
            tickets: links.answered(|filter| filter.score = vec![score]),
        },
    });
    SatisfactionFigures {
        answers: Count { count: all, tickets: links.answered(|_| {}) },
        responses: share(
            of_resolved(|row| row.answered),
            of_resolved(|row| row.all),
            links.resolved(|filter| filter.surveyed = Some(true)),
        ),
        satisfied: share(
            said(&|row| row.satisfied),
            all,
            links.answered(|filter| filter.satisfied = Some(true)),
        ),
        csat: share(
            GOOD.into_iter().map(of_score).sum(),
            scored,
            links.answered(|filter| filter.score = GOOD.to_vec()),
        ),
        mean_score: rounded(sum, scored, 100),
        by_score: by_score.collect(),
        auto_accepted: share(
            of_resolved(|row| row.auto_accepted),
            of_resolved(|row| row.accepted),
            links.resolved(|filter| filter.closure = vec![ClosureReason::AutoAccepted]),
        ),
    }
}
