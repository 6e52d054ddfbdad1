## Portal: registering

new-title = Register somebody else's case
new-about = For whoever calls or comes by. The attention clock starts when you register it.
new-done = Case { $number } registered.

## A case

comment-as-public = Reply to the person
comment-as-internal = Internal note

## Facts

fact-priority = Priority

level-short = L{ $level }

## Console

queue-unattended = Unattended
queue-unattended-about = Just registered: what is due first is on top.
queue-mine = In my charge
queue-mine-about = The open cases assigned to you.
queue-my-groups = My groups'
queue-my-groups-about = The open cases of the groups you work in.
queue-escalated = Escalated
queue-escalated-about = In the hands of specialists or providers.
queue-waiting = On hold
queue-waiting-about = Waiting for an answer, a third party, a spare part or an authorisation.
queue-to-be-accepted = To be accepted
queue-to-be-accepted-about = Resolved: the person's word is missing.
queue-breached = Overdue
queue-breached-about = Out of time for attention or solution, and still open.
queue-all = All
queue-all-about = Open and closed, newest first.
queue-other = Cases
queue-refresh = Refresh now
queue-export = Download the list (CSV)
queue-empty = This queue is empty
queue-empty-body = It refreshes by itself: what comes in will show up here.
queue-nothing = No case matches
queue-nothing-body = Try other words or remove filters.
column-number = Number
column-subject = Case
column-priority = Priority
column-status = State
column-clock = Time
column-assignee = In charge
column-registered = Registered
filter = Filters
filter-some = Filters ({ $count })
filter-search = Search in this queue

help-title = Keyboard shortcuts

## Console: lists, keys and palette

queue-new =
    { $count ->
        [one] A new case has come.
       *[other] { $count } new cases have come.
    }
saved = Saved filters
facet-words = Words
facet-open = Situation
facet-open-true = Open
facet-open-false = Closed
facet-pending = Waiting
facet-pending-true = Waiting
facet-pending-false = Not waiting
facet-assignee-me = Me
facet-assignee-none = Nobody
facet-group-mine = My groups
facet-group-none = None
facet-requester-me = Me
facet-sla = Deadline
facet-from = Registered from
facet-until = Registered until
facet-hour = Registered between { $from }:00 and { $to }:00
facet-weekday =
    { $day ->
        [1] Registered on Mondays
        [2] Registered on Tuesdays
        [3] Registered on Wednesdays
        [4] Registered on Thursdays
        [5] Registered on Fridays
        [6] Registered on Saturdays
       *[other] Registered on Sundays
    }
others = Their other cases
palette = Find or do
palette-button = Find or do…
palette-open = Open { $number }
nav-mails = Mails in quarantine
presence-viewing = { $name } is viewing the case
presence-writing = { $name } is writing…
filter-sort = Order
facet-others = More
