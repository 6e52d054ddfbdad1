## Supervision

supervision-between = { $from } to { $to }
supervision-taken = Figures from
supervision-refresh = Refresh the figures
supervision-explain = How each figure is measured
supervision-figures = Figures of the period
supervision-compared = Arrows compare with the same number of days just before the period.
supervision-period = Period
supervision-days = { $days } days
supervision-custom = Other dates
supervision-all-projects = All projects
supervision-show = Show
supervision-days-wrong = Choose two dates in order, at most a year apart.

supervision-attention = Attended on time
supervision-attention-about = Of the cases registered in the period, those opened within the agreed time. Those with time left do not count.
supervision-resolution = Resolved on time
supervision-resolution-about = Of the cases registered in the period whose agreement promises a time to resolution, those resolved within it. Those with time left do not count.
supervision-csat = Satisfaction
supervision-csat-about = Of the surveys answered with a score in the period, those that gave 4 or 5.
supervision-backlog = Unresolved now
supervision-backlog-about = The cases unresolved at this moment, whatever the period.
supervision-registered = Registered
supervision-registered-about = The cases registered in the period.
supervision-resolved = Resolved
supervision-resolved-about = The cases resolved in the period and not reopened since.
supervision-first-level = Resolved by level 1
supervision-first-level-about = Of the cases resolved in the period, those that level 1 resolved without escalating them.
supervision-escalated = Escalated
supervision-escalated-about = Of the cases registered in the period, those that went to level 2 or 3.
supervision-reopened = Reopened
supervision-reopened-about = Of the cases registered in the period that were ever resolved, those reopened because the solution did not work.
supervision-rejected = Not for the desk
supervision-rejected-about = Of the cases registered in the period, those that were not the desk's or were redirected to another area.
supervision-responses = Answer the survey
supervision-responses-about = Of the cases resolved in the period, those with an answer about their last solution.
supervision-auto-accepted = Accepted without an answer
supervision-auto-accepted-about = Of the cases resolved in the period and accepted since, those accepted without an answer.
supervision-questions-about = What was answered in the period to each question of the survey. The mean is that of the scores from 1 to 5; a survey without a score for the question does not count in it.

supervision-of = { $count } of { $of }
supervision-met = { $count } on time
supervision-breached =
    { $count ->
        [one] 1 late
       *[other] { $count } late
    }
supervision-mean = { $duration } on average
supervision-mean-score = { $score } of 5 on average
supervision-unassigned = { $count } unassigned
supervision-pending = { $count } waiting
supervision-points = { $points } pts
supervision-growth = { $percent }%

supervision-cases = Cases
supervision-volume = What comes in
supervision-by-day = Cases by day
supervision-day = Day
supervision-by-kind = Cases by kind
supervision-by-channel = Cases by channel
supervision-when = When they are registered
supervision-tab-hour = By hour
supervision-tab-weekday = By day of the week
supervision-by-hour = Cases registered by hour
supervision-hour = Hour
supervision-by-weekday = Cases registered by day of the week
supervision-weekday = Day of the week
supervision-waiting = What waits, and what people say
supervision-by-age = Unresolved, by age
supervision-by-age-about = Since they were registered, at this moment.
supervision-age = Age
age-under =
    { $to ->
        [one] Under 1 day
       *[other] Under { $to } days
    }
age-between = { $from } to { $to } days
age-over = Over { $from } days
supervision-by-status = Unresolved, by status
supervision-by-status-about = Where they are at this moment.
supervision-by-score = Scores
supervision-answers =
    { $count ->
        [one] 1 answer in the period.
       *[other] { $count } answers in the period.
    }
supervision-answers-head = Answers
supervision-top-services = Services most asked for
supervision-questions = What they say to each question
supervision-questions-none = Nobody answered the survey in this period.
supervision-question-gone = { $question } (no longer asked)
supervision-question-mean =
    { $count ->
        [one] { $score } of 5 on average, from 1 answer.
       *[other] { $score } of 5 on average, from { $count } answers.
    }
supervision-solved =
    { $count ->
        [one] 1 says it was solved.
       *[other] { $count } say it was solved.
    }
supervision-unsolved =
    { $count ->
        [one] 1 says the problem remains.
       *[other] { $count } say the problem remains.
    }
supervision-comments =
    { $count ->
        [one] 1 has a comment.
       *[other] { $count } have a comment.
    }
