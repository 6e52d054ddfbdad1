## Portal: registering

new-title = Register somebody else's case
new-about = For whoever calls or comes by. The attention clock starts when you register it.
new-done = Case { $number } registered.

## A case

case-description = Description
ticket-saved = { $number }: { $state }.

comment-as-public = Reply to the person
comment-as-internal = Internal note

## Facts

fact-priority = Priority
fact-impact-urgency = impact: { $impact } · urgency: { $urgency }
fact-registered-by = Registered by { $name }
fact-reopened = Taken up again
fact-times =
    { $count ->
        [one] once
       *[other] { $count } times
    }
fact-provider = Provider
fact-component = Component
fact-satisfaction = Satisfaction
fact-tags = Tags
satisfied-yes = Satisfied
satisfied-no = Not satisfied
watch = Tell me of changes
watch-stop = Stop telling me

level-short = L{ $level }

## Clocks

clocks = Times
clocks-why = How is the time counted?
clocks-why-late = Why did it run out?

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
queue-to-be-accepted-about = Solved: the person's word is missing.
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
filter-sort = Order

procedure = Procedure
procedure-activities = Activities of the procedure
procedure-actions = What can be done now
procedure-none = There is nothing for you to do in this case for now.
procedure-closed = The case is closed: it does not change any more.
help-title = Keyboard shortcuts
help-next = Next case
help-previous = Previous case
help-open = Open the case
help-search = Search
help-comment = Write a message to the person
help-escalate = Escalate
help-resolve = Resolve
help-this = Show this help
help-off = You can turn shortcuts off in your profile.

## Forms of the actions

readers-edit = Change
readers-everybody = Everybody at the desk sees it.
readers-confidential = Only those concerned by the case, the administrators and the people named.

## Console: lists, keys and palette

queue-new =
    { $count ->
        [one] A new case has come.
       *[other] { $count } new cases have come.
    }
saved = Saved filters
saved-save = Save this filter
saved-name = Name of the filter
saved-rename = Rename
saved-drop = Remove from saved
saved-share = Copy link
saved-copied = Link copied. Whoever opens it sees this same filter.
saved-copy-by-hand = Your browser does not allow copying. The link is the address of this page.
saved-full = You can save up to { $most } filters. Remove one to save another.
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
facet-others = More
bulk = Actions for the selected cases
bulk-count =
    { $count ->
        [one] 1 case selected
       *[other] { $count } cases selected
    }
bulk-some = of { $total }
bulk-left =
    { $count ->
        [one] Another selected case does not allow this action now and stays as it is.
       *[other] { $count } other selected cases do not allow this action now and stay as they are.
    }
bulk-send =
    { $count ->
        [one] { $action } · 1 case
       *[other] { $action } · { $count } cases
    }
bulk-none = Select none
bulk-done =
    { $count ->
        [0] { $action }: not done to any case.
        [one] { $action }: done to 1 case.
       *[other] { $action }: done to { $count } cases.
    }
bulk-refused =
    { $count ->
        [one] One case could not be done. If it is still in the list, it stays selected:
       *[other] { $count } cases could not be done. Those still in the list stay selected:
    }
way = Way through the list
way-place = { $place } of { $total }
way-next = Next case in the list: { $number }
way-previous = Previous case in the list: { $number }
way-end = There are no more cases in this list.
facts-edit = Change
others = Their other cases
others-none = They have no other cases.
others-all = See all { $count }
similar-none = None yet.
palette = Find or do
palette-button = Find or do…
palette-placeholder = Number, words, or an action…
palette-ticket = In { $number }
palette-go = Go to
palette-looks = Appearance and help
palette-tickets = Cases
palette-theme = Appearance: { $theme }
palette-locale = Language: { $locale }
palette-open = Open { $number }
help-everywhere = Everywhere in the console
help-list = In a list
help-ticket = In a case
help-palette = Find or do anything, also while typing
help-new = Register somebody else's case
help-inbox = Go to “Unattended”
help-mine = Go to “Mine”
help-all = Go to “All”
help-supervision = Go to supervision
help-select = Select the case, or unselect it
help-select-range = Select from the last one to this
help-select-nothing = Select none
help-refresh = Refresh the list
help-take = Open it: it becomes yours
help-accept = Accept it
help-note = Write an internal note
help-diagnose = Diagnose
help-work = Record work
help-next-ticket = Next case in the list
help-previous-ticket = Previous case in the list
help-back = Back to the list
help-send = Send what you write
help-leave = Leave the field without losing what was written
nav-mails = Mails in quarantine
presence-viewing = { $name } is looking
presence-writing = { $name } is writing…
