### Texts in plain English. The keys are those of es.ftl.

## The application

app-name = Mesa
crash-title = Something went wrong on this page
crash-body = The mistake is ours, not yours. What you were writing was kept in this browser. Go back to this page and, if it happens again, tell the service desk what you were doing.
crash-again = Back to this page
crash-restart = Go to the start
skip-to-content = Skip to content
language = Language
theme = Appearance
theme-auto = Like my system
theme-light = Light
theme-dark = Dark
foot-hours = The service desk is open Monday to Friday, 7:30 to 17:00.

nav-main = Portal
nav-faces = Parts of the application
nav-home-page = Mesa: go to the start
nav-home = Home
nav-my-tickets = My cases
nav-register = Register a case
nav-console = Console
nav-portal = Portal
nav-new-ticket = New case

not-found = Page not found
not-found-title = This address leads to no page
not-found-body = It may be misspelt, or the page may have moved.
not-found-home = Go to the start

## Pieces of the screens

ui-optional = (optional)
ui-required = This is needed.
ui-yes = Yes
ui-no = No
ui-back = Back
ui-cancel = Do not do it
ui-close = Close
ui-save = Save
ui-retry = Try again
ui-loading = Loading…
ui-choose = Choose…
ui-none-to-choose = Nothing to choose
ui-preview = See how it looks
ui-preview-empty = You have not written anything yet.
ui-write = Go on writing
ui-markdown-hint = Hyphens make lists; addresses make links.
ui-choose-files = Choose files
ui-drop-files = or drop them here
ui-take-off = Remove { $file }
ui-faults =
    { $count ->
        [one] There is one thing to correct
       *[other] There are { $count } things to correct
    }
ui-pages = Pages
ui-shown = { $shown } shown
ui-shown-of = { $shown } of { $total }
ui-first-page = To the beginning
ui-next-page = Next
ui-step-done = (done)
ui-step-current = (under way)
ui-step-ahead = (to be done)
ui-step-stopped = (ended here)
ui-remove = Remove { $what }
ui-select-row = Select { $row }
ui-select-all = Select all rows
ui-date = Date
ui-time = Time
ui-sending = Uploading { $file }
ui-sent = (uploaded)
ui-chart-data = See the figures
ui-chart-none = There is nothing in this period.
ui-than-before = than the period before
ui-sort = Sort by { $column }
ui-offers =
    { $count ->
        [0] Nothing matches what you typed.
        [one] There is 1 option.
       *[other] There are { $count } options.
    }

duration-moment = less than 1 min
duration-minutes = { $minutes } min
duration-hours = { $hours } h
duration-hours-minutes = { $hours } h { $minutes } min
duration-days =
    { $days ->
        [one] 1 day
       *[other] { $days } days
    }
time-now = just now
time-ago = { $duration } ago
time-in = in { $duration }

failure-title = It could not be done
failure-offline-title = No connection to the desk
failure-offline = The server could not be reached. Check your connection; what you wrote is still here.
failure-unreadable = The server gave an unexpected answer ({ $status }). Try again in a moment.
failure-signed-out = Your session ended before this was done.
failure-request = If you ask for help, quote this code: { $id }

## Signing in

welcome-line = One place to ask for help with technology
welcome-more = Register your case, know who looks after it and until when, and tell us whether it was solved well.
sign-in-title = Sign in to the service desk
sign-in-about = Use the same user name and password as for your computer.
sign-in-username = User name
sign-in-username-missing = Write your user name.
sign-in-password = Password
sign-in-password-missing = Write your password.
sign-in-code = Verification code
sign-in-code-hint = The one that your authenticator app shows, or a recovery code.
sign-in-code-missing = Write the code.
sign-in-submit = Sign in
sign-in-help = Forgot your password? Call the service desk or come by: we will never ask for it by mail.
sign-in-elsewhere = Other ways to sign in
sign-in-or = or
sign-in-with = Sign in with { $name }
sign-in-apart = It opens in another tab; come back to this one when you are done.
sign-in-why-conflict = The desk has another account with that user name. Call the service desk to find out which one is yours.
sign-in-why-denied = The sign-in was not completed. Try again whenever you like.
sign-in-why-disabled = Your account is disabled. Call the service desk to have it enabled.
sign-in-why-expired = The sign-in took too long, or was begun in another browser. Begin again.
sign-in-why-failed = We could not make sure who you are. Try again; if it happens again, call the service desk.
sign-in-why-no-role = Your account has no role at the desk yet. Ask an administrator to give you one.
sign-in-why-unreachable = The service you wanted to sign in with does not answer. Try again in a few minutes.
sign-out = Sign out
expired-title = Your session has expired
expired-about = { $name }, sign in again to go on. What you were writing is not lost.
expired-leave = Leave without going on

## Portal: home

home-title = How can we help you?
home-line = Look for the service you need, or tell us what is happening in your own words.
home-search = Search for a service
home-search-example = For example: password, printer, mail…
home-found =
    { $count ->
        [0] No service matches
        [one] One service matches
       *[other] { $count } services match
    }
home-catalogue = Services
home-describe = I would rather describe it
home-describe-about = If you are not sure about the service, we will classify it.
home-nothing = No service matches what you wrote. Describe it and we will take care.
home-open = My open cases
home-all-mine = See all
home-none = You have no open cases
home-none-body = When you register one, you will see here how it goes.
service-needs-authorisation = The Technology Office must authorise it before work starts. We will ask for that.

## Portal: my cases

mine-title = My cases
mine-which = Which cases
mine-open = Open
mine-closed = Closed
mine-changed = Last change
mine-none-open = You have no open cases
mine-none-closed = You have no closed cases yet
mine-none-body = If something does not work or you need a service, tell us.

told-registered = We have received it. An agent will open it before { $date }.
told-registered-late = We have received it, but we are taking longer than agreed to open it. The supervisor has been told.
told-in-attention = An agent is reading it to make sure that we can take care of it.
told-in-analysis = We are analysing it to find the solution.
told-with-specialist = A specialist is looking at it.
told-reopened = We have taken up your case again because the last solution did not help.
told-in-progress = We are working on the solution.
told-waits-for-you = We are waiting for an answer from you to go on.
told-waits-for-authorisation = We are waiting for the Technology Office to authorise it.
told-waits = It waits for a third party or a spare part. We will tell you when it goes on.
told-resume = It is on hold. We will take it up again by { $date }.
told-due = We expect to have it solved before { $date }.
told-resolved = We have solved it. Tell us whether it is right; without an answer before { $date } we will take it as accepted.
told-resolved-late = We have solved it. Tell us whether it is right.

closed-accepted = Closed: you accepted the solution.
closed-auto_accepted = Closed: the time to answer passed and the solution was taken as accepted.
closed-rejected = Closed: what you asked for is not the service desk's to do.
closed-redirected = Closed here: we handed it over to the area in charge.
closed-to = Area in charge: { $area }.
closed-cancelled = Closed: the case was cancelled.
closed-duplicate = Closed: it is the same matter as another case, and goes on there.

stage-registered = Received
stage-in_attention = Opened
stage-in_analysis = Analysed
stage-in_progress = Worked on
stage-resolved = Solved
stage-closed = Closed

## Portal: registering

register-title = Register a case
register-about = Tell us what is happening or what you need. The essentials are enough: if something is missing, we will ask.
register-requester = Whose case is it?
register-requester-missing = Choose whose case it is.
register-channel = How did they tell us?
register-project = Which desk is it for?
register-service = Service
register-service-hint = If yours is not here, go on without choosing: we will classify it.
register-service-none = I am not sure; I will just describe it
register-kind = What do you need?
register-kind-desk = Kind of case
register-kind-missing = Tell us whether something fails or you want to ask for something.
register-kind-incident = Something does not work
register-kind-incident-hint = It fails, is slow or shows an error
register-kind-request = I want to ask for something
register-kind-request-hint = An access, a machine, an installation…
register-subject = What is happening, in one sentence?
register-subject-hint = For example: “I cannot print on the 3rd floor”.
register-subject-missing = Write in one sentence what is happening.
register-description = Tell us more
register-description-hint = Since when, what you were doing, which message appears.
register-description-missing = Tell us a little more so that we can help.
register-impact = How many people does it affect?
register-impact-low = Only me
register-impact-medium = My group or area
register-impact-high = Many people or the whole entity
register-urgency = Can you go on working?
register-urgency-low = Yes, without trouble
register-urgency-medium = Yes, with difficulty
register-urgency-high = No, my work has stopped
register-more = Add the machine or the system
register-asset = Machine
register-asset-hint = The tag is on a label on the machine.
register-information_system = Information system
register-files = Files
register-files-hint = Screenshots or documents, up to 25 MB each. You can also paste a screenshot into the description.
register-submit = Register the case
register-sending = Registering…
register-kept = What you write is kept in this browser. Files are not.
register-confidential = This is a confidential case
register-confidential-hint = Tick it if it is about something that not everybody at the desk should read: health, harassment, personal data. Only you, whoever attends to it, the people who are named and the desk's administrators will see it. Each reading is recorded.
register-confidential-hint-desk = Only the requester, you, whoever is put in charge, the people who are named and the administrators will see it. Each reading is recorded.
draft-kept = Here is what you had begun to write.
draft-discard = Start afresh

registered-title = Case { $number } registered
registered-heading = We have registered your case
registered-next = What comes next
registered-attention = An agent will open it before
registered-attention-soon = An agent will open it very soon.
registered-mail = We will write to { $email } whenever there is news. You can also follow it here.
registered-follow = You can follow it here whenever you like.
registered-word = When we have solved it we will ask whether it is right. You have the last word.
registered-see = See my case
registered-home = Back to the start
registered-files-lost = The case was registered, but a file could not be attached. Attach it on the page of the case.

new-title = Register somebody else's case
new-about = For whoever calls or comes by. The attention clock starts when you register it.
new-done = Case { $number } registered.

person-search-hint = Name, user name or mail.

## A case

case-now = How it goes
case-stages = Stages of the case
case-description = Description
case-solution = Solution
case-conversation = Conversation
case-facts = About the case
case-cancel-about = No longer needed? You can cancel it as long as nobody has begun to work on it.
case-again = Register a case that takes it up
case-again-about = A closed case is not reopened. If the matter goes on, register another and both will be linked.

ticket-saved = { $number }: { $state }.

survey-closed = The case was closed because the time to answer passed. Your answer does not reopen it any more, but it helps us do better.
survey-title = Is it solved?
survey-satisfied = Did the solution help?
survey-satisfied-missing = Tell us whether the solution helped.
survey-satisfied-true = Yes, it is solved
survey-satisfied-true-hint = We close the case
survey-satisfied-false = No, the problem is still there
survey-satisfied-false-hint = We take it up again under the same number
survey-score = How do you rate the service?
survey-comment = Anything else you want to tell us?
survey-comment-why = What is missing or still failing?
survey-comment-missing = Tell us what is still failing, so that we can take it up again.
survey-submit-yes = Send my answer
survey-submit-no = Ask to take it up again
survey-thanks = Thank you for your answer.
score-1 = Very bad
score-2 = Bad
score-3 = Fair
score-4 = Good
score-5 = Very good

comment-label = Write to whoever looks after your case
comment-label-desk = Message to the person
comment-label-internal = Note to the desk's team
comment-who-reads = Who may read it?
comment-as-public = Reply to the person
comment-as-internal = Internal note
comment-submit = Send message
comment-submit-internal = Keep internal note
comment-sent = Message sent.
comment-noted = Internal note kept.
comment-share = Share this note with { $provider }
comment-share-hint = The provider will be able to read it; the requester will not.
note-shared = Shared with the provider
comment-blank = Write something before sending.

attachments = Files
attachments-none = There are no files.
attachments-add = Add files
attachments-add-hint = Up to 25 MB each.
attachments-internal = Only for the desk's team
attachments-added = Files added.
attachments-send =
    { $count ->
        [one] Upload 1 file
       *[other] Upload { $count } files
    }
attachments-fetch = Download { $file }

timeline = History of the case
event-system = The system
event-of-other = of { $number }
event-register = registered the case
event-open = opened the case: attention began
event-accept = confirmed that it is the desk's
event-reject = closed the case because it is not the desk's
event-classify = classified the case
event-escalate = escalated the case to the next level
event-assign = assigned the case
event-diagnose = recorded the diagnosis
event-work = recorded work
event-pause = put the case on hold
event-resume = took the case up again
event-verify = verified the solution
event-verify-yes = verified that the solution was effective
event-verify-no = verified that the solution was not effective: back to analysis
event-resolve = documented the solution
event-survey = answered the survey
event-survey-yes = accepted the solution
event-survey-no = said that the problem is still there
event-close = closed the case
event-cancel = cancelled the case
event-merge = merged the case with another
event-merge-into = merged this case into { $number }, where it goes on
event-merge-merged = merged { $number } into this case
event-comment = wrote
event-attach = attached a file
event-attach-named = attached { $file }
event-confidential = changed who may read the case
event-confidential-on = made the case confidential
event-confidential-off = made the case confidential no longer
event-auto_accept = took the solution as accepted, as the time to answer passed
event-warn = warned that time runs short ({ $clock })
event-breach = marked the time as run out ({ $clock })

## Facts

fact-status = State
fact-kind = Kind
fact-priority = Priority
fact-impact-urgency = impact: { $impact } · urgency: { $urgency }
fact-level = Level
fact-channel = Channel
fact-project = Project
fact-requester = Requester
fact-registered = Registered
fact-registered-by = Registered by { $name }
fact-reopened = Taken up again
fact-times =
    { $count ->
        [one] once
       *[other] { $count } times
    }
fact-assignee = In charge
fact-group = Group
fact-provider = Provider
fact-service = Service
fact-information_system = System
fact-component = Component
fact-asset = Machine
fact-satisfaction = Satisfaction
fact-tags = Tags
fact-cause = Cause
fact-planned_actions = Planned actions
fact-minutes = Time spent
fact-score = Rating
fact-none = (nothing)
satisfied-yes = Satisfied
satisfied-no = Not satisfied
nobody = Not assigned
watch = Tell me of changes
watch-stop = Stop telling me

field-status = State
field-pending = On hold for
field-kind = Kind
field-impact = Impact
field-urgency = Urgency
field-priority = Priority
field-level = Level
field-assignee = In charge
field-group = Group
field-provider = Provider
field-service = Service
field-information_system = System
field-component = Component
field-asset = Machine
field-subject = Subject
field-solution = Solution
field-closure = Closure
field-confidential = Confidential
field-confidential-true = Yes
field-confidential-false = No
field-readers = Readers

level-short = L{ $level }
level-title =
    { $level ->
        [1] Level 1: desk
        [2] Level 2: specialists
       *[other] Level { $level }: providers
    }

priority-1 = Critical
priority-2 = High
priority-3 = Medium
priority-4 = Low
priority-5 = Planned

## Clocks

clocks = Times
clocks-why = How is the time counted?
clocks-why-late = Why did it run out?
clocks-none = No times are agreed for this case.
clocks-counted = { $counted } of service time so far, { $target } agreed.
clocks-rules = Agreement: { $agreement }. Calendar: { $calendar }.
clock-attention = Attention
clock-resolution = Solution
clock-met = in time
clock-missed = out of time
clock-paused = on hold
clock-running = running
clock-due = due in { $duration }
clock-due-at = due { $date }
clock-due-title = Due: { $date }
clock-overdue = overdue
clock-overdue-since = overdue for { $duration }
clock-accepts = accepted in { $duration }
clock-state-running = Running
clock-state-warning = Running short
clock-state-paused = On hold
clock-state-met = In time
clock-state-breached = Run out
interval-counted = Counted: service hours
interval-closed = Not counted: closed
interval-holiday = Not counted: holiday
interval-holiday-named = Not counted: { $holiday }
interval-paused = Not counted: on hold
interval-paused-by = Not counted: { $reason } ({ $who })
interval-stopped = Not counted: it was solved
interval-late = after it was due

## Console

queues = Queues
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
filter-clear = Remove filters
filter-sort = Order

procedure = Procedure
procedure-activities = Activities of the procedure
procedure-actions = What can be done now
procedure-none = There is nothing for you to do in this case for now.
procedure-closed = The case is closed: it does not change any more.
activity-short = Act. { $number }
activity-3 = Registration
activity-4 = Attention
activity-5 = Competence
activity-6 = Analysis
activity-7 = Escalate?
activity-8 = Escalation
activity-9 = Diagnosis
activity-10 = Execution
activity-11 = Verification
activity-12 = Solution
activity-13 = Satisfaction
activity-14 = Closure

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

form-open = Open
form-open-about = Attention begins and its clock stops.
form-open-submit = Open
form-accept = Accept the case
form-accept-about = Confirms that it is the desk's (activity 5).
form-accept-submit = Accept the case
form-accept-note = Note
form-reject = Reject or hand over
form-reject-about = Closes the case because it is not the desk's (activity 5). The person is told the reason.
form-reject-submit = Reject and close
form-reject-reason = Reason, for the person
form-reject-redirect_to = Area in charge
form-reject-redirect_to-hint = If you hand it over to another area, say which.
form-classify = Classify
form-classify-about = What it is, how many it affects and how soon it hurts (activity 6). Impact and urgency give the priority.
form-classify-submit = Save classification
form-classify-kind = Kind
form-classify-impact = Impact
form-classify-urgency = Urgency
form-classify-service = Service
form-classify-information_system = Information system
form-classify-component = Component
form-classify-asset = Machine
form-escalate = Escalate
form-escalate-about = Hands the case exactly one level up (activities 7 and 8).
form-escalate-submit = Escalate
form-escalate-reason = Why this level cannot solve it
form-escalate-group = Group
form-escalate-group-hint = If you choose nobody, the group of that level takes it.
form-escalate-assignee = Person
form-escalate-provider = Provider
form-assign = Assign
form-assign-about = Puts a group or a person of the same level in charge. Choose at least one.
form-assign-submit = Assign
form-assign-group = Group
form-assign-assignee = Person
form-assign-note = Note
form-diagnose = Diagnose
form-diagnose-about = Cause, analysis and what is to be done (activity 9). You can record several.
form-diagnose-submit = Save diagnosis
form-diagnose-cause = Cause
form-diagnose-analysis = Analysis
form-diagnose-planned_actions = Planned actions
form-work = Record work
form-work-about = An action carried out and the time it took (activity 10).
form-work-submit = Save work
form-work-description = What was done
form-work-minutes = Minutes
form-pause = Put on hold
form-pause-about = While it waits, the clock stops if the agreement says so.
form-pause-submit = Put on hold
form-pause-reason = What it waits for
form-pause-note = Note
form-pause-until = Take up again on
form-pause-until-hint = If you say so, it goes on by itself at that time (of Bogotá).
form-resume = Take up again
form-resume-about = The case goes on where it was.
form-resume-submit = Take up again
form-verify = Verify the solution
form-verify-about = If it was not effective, the case goes back to analysis (activity 11).
form-verify-submit = Save verification
form-verify-effective = Was the solution effective?
form-verify-note = Note
form-resolve = Resolve
form-resolve-about = Document the solution: the person will read it and say whether it is right (activity 12). They have 48 hours.
form-resolve-submit = Resolve and tell them
form-resolve-solution = Solution, for the person
form-survey = Rate
form-survey-about = The person's word on the solution (activity 13).
form-survey-submit = Send
form-close = Close the case
form-close-about = For cases that need not be solved. It is final.
form-close-submit = Close for good
form-close-reason = Reason
form-close-note = Explanation
form-cancel = Cancel the case
form-cancel-about = We will stop looking after it. It is final: if you need it later, register another.
form-cancel-submit = Cancel the case
form-cancel-note = Why do you no longer need it?
form-merge = Merge with another case
form-merge-about = Closes this case as a duplicate; the conversation goes on in the other.
form-merge-submit = Merge and close this one
form-merge-into = Case that goes on
form-merge-into-hint = Type its number or words of it. It must be open.
form-confidential = Who may read this case
form-confidential-about = Only the requester, whoever registered it, whoever is in charge, the people you name and the administrators know of a confidential case. For others it does not exist: not in lists, nor in searches, nor in files. Each reading is recorded.
form-confidential-submit = Save
form-confidential-confidential = Is it confidential?
form-confidential-readers = People who may read it too
form-confidential-readers-hint = Search by name or user name. A group cannot read it: name each person.
form-confidential-note = Reason, for the history
people-none = Nobody else.
confidential = Confidential
confidential-about = Only the requester, whoever registered it, whoever is in charge, the people named and the administrators see it.
readers = Who may read it
readers-edit = Change
readers-everybody = Everybody at the desk sees it.
readers-confidential = Only those concerned by the case, the administrators and the people named.
readers-confidential-own = Only you, whoever registered it, whoever is in charge and the desk's administrators.
readers-named = Also: { $people }

## Connection

offline-title = The service desk cannot be reached.
offline-about = What you see and what you write stays here; we try again every few seconds.
offline-look = Try now
offline-over = The connection is back. If something was not sent, send it again.

## What others have changed

changed-title = Somebody moved this case while you were looking at it
changed-deed = { $who } { $what } ({ $when }).
changed-status = It is now “{ $value }”.
changed-waits = It is now on hold: { $value }.
changed-waits-no-more = It is no longer on hold.
changed-assignee = In charge: { $value }.
changed-priority = Priority: { $value }.
changed-unseen = Something changed that does not show on this page.
changed-way-on = You now see it as it is. What you wrote is still here: look at what can be done and try again.
changed-read = Got it

## Portal: what waits for the person

waiting-title =
    { $count ->
        [one] One case waits for you
       *[other] { $count } cases wait for you
    }
waiting-word = We solved it: is it all right?
waiting-word-do = Say whether it is
waiting-answer = We need an answer from you to go on
waiting-answer-do = Answer
waiting-do-which = { $do }: { $number }
waiting-until = If you do not answer before { $date }, we will take it as accepted.
home-no-others = You have no other open cases.
similar-title = Is it this one?
similar-about = You already have a similar case open. If it is the same, add what is new there and you will not wait twice.
register-service-change = Change
register-follows = This case will continue { $number }.
register-follows-not = It does not
register-sending-files = Uploading the files…
registered-copy = Copy the number
registered-copied = Number copied
afterwards-title = What happens next
afterwards-number = You get a case number at once.
afterwards-open = An agent opens it in service hours; we will tell you before what time.
afterwards-talk = If something is missing, we ask you here and by mail.
afterwards-word = In the end, you say whether it is solved.
cancel-title = Cancel case { $number }?
cancel-yes = Yes, cancel { $number }
cancel-no = No, leave it open
cancel-done = Case cancelled.
profile-meanwhile = These data were changed elsewhere while you were writing. They are now: telephone { $phone }, area { $area }. What you wrote is still here; save again if you want to keep it.

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
sla-warning = Running short
sla-breached = Overdue
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
similar = Similar cases already solved
similar-none = None yet.
form-keys = Ctrl + Enter sends · Esc leaves and keeps what was written
form-keys-send = Ctrl + Enter sends
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

## Profile

profile = My profile
profile-who = Who you are
profile-groups = Groups
profile-details = My data
profile-phone = Telephone or extension
profile-phone-hint = To call you if need be.
profile-area = Area
profile-saved = Data saved.
my-data = My data
my-data-about = Download in a ZIP file everything that the desk keeps of you: your account, your cases and files, your surveys and your sessions.
my-data-download = Download my data
my-data-done = Your data were downloaded.
my-data-notice = Read the privacy notice (version { $version })
privacy-title = Your personal data
privacy-first = Before you begin, read how the service desk uses your data.
privacy-changed = The privacy notice has changed. Read it before you go on.
privacy-accept = I have read it and accept
privacy-leave = I do not accept, sign out
privacy-leave-about = Without your authorisation you cannot be attended to here. You can call or come to the service desk.
profile-looks = How you want the application to look
profile-session = Session
profile-session-about = If the computer is not yours, sign out when you have finished.
password = Password
password-elsewhere = Your password is that of your computer: it is changed there, not here.
password-current = Present password
password-new = New password
password-new-hint = Long and hard to guess: four words, say, that have nothing to do with each other. Without your user name.
password-missing = Write the password.
password-change = Change the password
password-changed = Password changed. All other sessions were ended.
factor = Second factor
factor-on = On
factor-off = Off
factor-on-about = When you sign in you are asked for the code of your authenticator app, beside the password.
factor-off-about = Beside the password, a code of an app on your telephone. So nobody signs in as you, even if they know your password.
factor-start = Turn the second factor on
factor-step-app = Install an authenticator app on your telephone, if you have none.
factor-step-scan = Scan this picture with the app.
factor-picture = QR code with the key of the second factor
factor-step-type = If you cannot scan it, type this key into the app:
factor-secret = Key of the second factor
factor-step-code = Code that the app shows
factor-confirm = Confirm
factor-codes = Recovery codes
factor-codes-about = Keep these codes in a safe place: each is good for one sign-in if you lose your telephone. They are not shown again.
factor-codes-kept = I have kept them
factor-remove = Turn the second factor off
factor-remove-about = You will sign in by the password alone again, and the recovery codes will cease to be good.
factor-removed = Second factor turned off.
sessions = Where you are signed in
sessions-about = If you do not recognise one, end it and change your password.
sessions-unknown = Unknown program
sessions-current = This session
sessions-since = Since
sessions-seen = in use
sessions-end = End
sessions-end-one = End the session of { $client }
sessions-end-others = End all others
sessions-ended = Session ended.
keys = API keys
keys-about = For a program to use the desk in your name. It can do what you can, or less.
keys-none = You have no keys.
keys-new = Make a key
keys-name = What it is for
keys-name-hint = For example: monthly report.
keys-writes = May change data too
keys-writes-hint = Unless this is ticked, it only reads.
keys-projects = Projects that it reaches
keys-all-projects = All of mine
keys-life = How long it is good
keys-days = { $days } days
keys-make = Make
keys-key = API key
keys-once = Copy the key now: it is not shown again.
keys-kept = I have copied it
keys-until = Good until
keys-used = used
keys-unused = never used
keys-revoke = Revoke
keys-revoke-one = Revoke the key { $name }
keys-revoked = Key revoked.
secret-copy = Copy
secret-copied = Copied.
secret-by-hand = Your browser does not let us copy: select the text and copy it.
duty = Before you go on
duty-password = Your password is a provisional one. Choose one that only you know.
duty-factor = Your role takes a second factor. Turn it on to go on.
shortcuts = One-key shortcuts
shortcuts-hint = In the console. Press ? to see them.

## Words of the vocabularies

scope-read = Reads
scope-write = Changes data
role-requester = User
role-agent = Agent
role-specialist = Specialist
role-provider = Provider
role-supervisor = Supervisor
role-admin = Administrator
locale-es = Español
locale-en = English
kind-incident = Incident
kind-request = Request
kind-requirement = Requirement
kind-problem = Problem
kind-change = Change
channel-portal = Portal
channel-email = Mail
channel-phone = Telephone
channel-walk_in = In person
channel-chat = Chat
channel-api = Another program
channel-monitoring = Monitoring
status-registered = Registered
status-in_attention = In attention
status-in_analysis = In analysis
status-in_progress = In progress
status-resolved = Resolved
status-closed = Closed
action-register = Register
action-open = Open
action-accept = Accept
action-reject = Reject
action-classify = Classify
action-escalate = Escalate
action-assign = Assign
action-diagnose = Diagnose
action-work = Record work
action-pause = Put on hold
action-resume = Take up again
action-verify = Verify
action-resolve = Resolve
action-survey = Rate
action-close = Close
action-cancel = Cancel the case
action-merge = Merge
action-comment = Comment
action-attach = Attach
action-confidential = Confidentiality
action-auto_accept = Accept by lapse of time
action-warn = Warn
action-breach = Run out
impact-high = High
impact-medium = Medium
impact-low = Low
impact-high-hint = Many people or a whole service
impact-medium-hint = A group or an area
impact-low-hint = One person
urgency-high = High
urgency-medium = Medium
urgency-low = Low
urgency-high-hint = Work has stopped
urgency-medium-hint = Work is hindered
urgency-low-hint = Work goes on
pause-requester = Waits for the person
pause-third_party = Waits for a third party
pause-parts = Waits for a spare part
pause-authorisation = Waits for authorisation
closure-accepted = Accepted
closure-auto_accepted = Accepted by lapse of time
closure-rejected = Rejected
closure-redirected = Handed over
closure-cancelled = Cancelled
closure-duplicate = Duplicate
close-reason-cancelled = No longer needed
close-reason-duplicate = The same matter as another case
visibility-public = Public
visibility-internal = Internal note
relation-duplicate_of = Duplicate of
relation-duplicated_by = Includes the duplicate
relation-follow_up_of = Takes up
relation-followed_up_by = Taken up by
sort--registered_at = Newest first
sort-registered_at = Oldest first
sort--updated_at = Last change first
sort-updated_at = Longest without change first
sort-attention_due_at = Attention due soonest
sort--attention_due_at = Attention due latest
sort-priority = Most important first
sort--priority = Least important first

## Supervision

supervision = Supervision
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
supervision-from = From
supervision-to = To
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
supervision-reopened-about = Of the cases registered in the period that were ever resolved, those taken up again because the solution did not work.
supervision-rejected = Not for the desk
supervision-rejected-about = Of the cases registered in the period, those that were not the desk's or went to another area.
supervision-responses = Answer the survey
supervision-responses-about = Of the cases resolved in the period, those with an answer about their last solution.
supervision-auto-accepted = Accepted by silence
supervision-auto-accepted-about = Of the cases resolved in the period and accepted since, those accepted because the time passed without an answer.

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

## Administration

admin = Administration
admin-people = People
admin-people-about = The accounts of the whole desk, and what each is in its projects.
admin-people-none = No account fits
admin-people-none-body = Try another name or clear the filters.
admin-new-person = New person
admin-new-person-about = They will sign in with the password you give here, or with that of their computer if the desk uses a directory.
admin-make-person = Make the account
admin-person-made = The account was made.
admin-search = Search
admin-search-example = Name, user name or mail
admin-any = All
admin-name = Name
admin-contact = Mail and area
admin-role = Role
admin-roles = Roles
admin-state = State
admin-active = Active
admin-inactive = Inactive
admin-active-many = Active
admin-inactive-many = Inactive
admin-display-name = Full name
admin-username-hint = To sign in with: letters, figures and the signs . _ - @
admin-email = Mail
admin-company = Provider
admin-company-none = None
admin-company-any = Any
admin-with-password = Give them a password for the first sign-in
admin-with-password-hint = If they sign in with that of their computer, they do not need it.
admin-password = One-time password
admin-password-hint = At least 8 characters. Hand it over in person or by telephone; they must change it when they sign in.
admin-groups-hint = Everybody in a group sees the group's tickets.
admin-saved = Your changes were saved.
admin-since = Account made on
admin-local = With a password of the desk
admin-not-local = Without a password of the desk
admin-work = Groups and tickets
admin-no-groups = In no group.
admin-open-tickets =
    { $count ->
        [one] 1 open ticket in charge
       *[other] { $count } open tickets in charge
    }
admin-roles-save = Save the roles
admin-roles-saved = The roles were saved.
admin-roles-elsewhere = In other projects
admin-role-requester = Registers and follows their own tickets
admin-role-agent = Attends and resolves at the desk, level 1
admin-role-specialist = Resolves what is escalated, level 2
admin-role-provider = Sees only what their company has, level 3
admin-role-supervisor = Sees all of the project and its figures
admin-role-admin = Configures the project and keeps accounts

user-action-activate = Activate
user-action-deactivate = Deactivate
user-action-set_password = Reset the password
user-action-impersonate = Act in their place
admin-activated = The account is active again.
admin-deactivated = The account is inactive and its tickets are in other hands.
admin-deactivate-title = Deactivate { $name }
admin-deactivate-about = They will not be able to sign in, and their sessions end. What they did stays in the history of each ticket.
admin-deactivate-open =
    { $count ->
        [one] 1 open ticket is in their charge.
       *[other] { $count } open tickets are in their charge.
    }
admin-heir = Who goes on with their tickets?
admin-heir-group = The group of each ticket
admin-heir-group-hint = They return to their group, with nobody in charge
admin-heir-person = Another person
admin-heir-person-hint = Takes charge of all that they can take
admin-heir-other = Another group
admin-heir-other-hint = For the tickets of its own level
admin-heir-who = Person
admin-set-password = Reset the password
admin-password-about = { $name } will sign in once with this password and choose their own. Their sessions end.
admin-password-submit = Reset
admin-password-another = Propose another
admin-password-set = Done. Hand this password to { $name } in person or by telephone: it is not shown again.
admin-copy = Copy
admin-copied = The password is in the clipboard.
admin-stand-in = Act in their place
admin-stand-in-about = You will see and do what { $name } does, for 15 minutes, to support them.
admin-stand-in-limits = Everything is recorded with your name in the audit log. You cannot change passwords or sessions, nor answer surveys for the person.
admin-stand-in-start = Begin
stand-in = You act in somebody's place
stand-in-about = { $admin }, you are acting in the place of { $person }. Everything is in the audit log.
stand-in-stop = Stop acting

admin-import = Import
admin-import-title = Import people
admin-import-about = Many accounts at once from a spreadsheet saved as CSV. All of them are made, or none.
admin-import-shape = What the table must be like
admin-import-columns = The first row names the columns: username and display_name are needed; email, phone, area, locale, provider, roles and groups where wanted. Several roles or groups are set apart by spaces.
admin-import-file = The file
admin-import-choose = Choose the file
admin-import-none = A CSV file of up to 2,000 rows
admin-import-check = Check
admin-import-sound =
    { $count ->
        [one] The table is sound: it will make 1 account.
       *[other] The table is sound: it will make { $count } accounts.
    }
admin-imported =
    { $count ->
        [one] 1 account was made.
       *[other] { $count } accounts were made.
    }

admin-group = Group
admin-groups = Groups
admin-groups-about = Who tickets are assigned and escalated to, level by level.
admin-groups-none = There are no groups yet
admin-groups-none-body = Make the first: without a group of level 1 nobody gets the tickets.
admin-new-group = New group
admin-make-group = Make the group
admin-group-made = The group was made. Add its people.
admin-group-name = Name of the group
admin-key = Key
admin-key-hint = Short and without spaces, such as n2-network. It cannot be changed later.
admin-level-1 = Gets and attends what comes in
admin-level-2 = Resolves what the desk escalates
admin-level-3 = A provider's people
admin-in-use = In use
admin-not-in-use = Not in use
admin-end-use = Take out of use
admin-begin-use = Use again
admin-in-charge = In charge of
admin-nothing-open = Nothing open
admin-members =
    { $count ->
        [0] People
        [one] 1 person
       *[other] { $count } people
    }
admin-add-member = Add somebody
admin-no-members = Nobody is in this group yet.

admin-providers = Providers
admin-providers-about = The companies that attend level 3. Their people see only what is in the company's charge.
admin-providers-none = There are no providers yet
admin-providers-none-body = Make one when a third party attends part of the tickets.
admin-new-provider = New provider
admin-company-name = Name of the company
admin-edit = Change
admin-edit-what = Change { $what }

admin-projects = Projects
admin-projects-about = Each with its own numbers, people, catalogue and agreements.
admin-new-project = New project
admin-new-project-about = It begins with the procedure's hours and agreement and a group of level 1. You administer it.
admin-make-project = Make the project
admin-project-made = The project was made.
admin-project-about = What you change holds for what happens from now on; what was promised stays.
admin-project-name = Name of the project
admin-project-key = Prefix
admin-project-key-hint = Its tickets begin with it, like TIC in TIC-1042. It cannot be changed later.
admin-time-zone = Time zone
admin-time-zone-hint = Of the IANA database, such as America/Bogota.
admin-acceptance = Time to accept the solution
admin-acceptance-hint = If nobody answers within it, the solution counts as accepted.
admin-acceptance-hours = Hours of it
acceptance-window-wall_clock = Consecutive hours
acceptance-window-wall_clock-hint = Nights and Sundays too, as the procedure says
acceptance-window-not_before_service_day_end = Consecutive hours, to the end of the next service day
acceptance-window-not_before_service_day_end-hint = What was solved on Friday does not run out on Sunday
acceptance-window-service_hours = Service hours
acceptance-window-service_hours-hint = Only those in which the desk is open
admin-matrix = Priority by impact and urgency
admin-matrix-hint = Open tickets keep theirs until they are classified again.
admin-matrix-cell = Priority with impact { $impact } and urgency { $urgency }
admin-matrix-impact = Impact { $impact }
admin-matrix-urgency = Urgency { $urgency }

admin-audit = Audit log
admin-audit-about = Who did what, when and from where. Nobody can change it unnoticed.
admin-audit-export = Export CSV
admin-audit-none = Nothing fits
admin-audit-none-body = Widen the dates or clear the filters.
audit-at = When
audit-actor = Who
audit-actor-name = User name
audit-impersonator = Acted in their place
audit-in-place = in their place, { $name }
audit-nobody = Nobody or the system
audit-operation = Operation
audit-object = Object
audit-more = See
audit-open = See { $operation }
audit-search = Search
audit-entry = Audit entry
audit-address = Address
audit-api-key = API key
audit-request = Request
audit-same-actor = Of this person
audit-same-operation = Of this operation
audit-same-object = Of this object
audit-changes = What changed
audit-field = Field
audit-before = Before
audit-after = After
audit-word-sign_in = Signed in
audit-word-sign_in_failed = Could not sign in
audit-word-sign_out = Signed out
audit-word-session_refresh = Continued the session
audit-word-session_revoked_on_reuse = Session ended for safety
audit-verify = Verify
audit-verify-title = Is it intact?
audit-verify-about = Each entry carries the fingerprint of the one before. To verify, all are computed anew.
audit-intact =
    { $count ->
        [one] It is intact: 1 entry was verified.
       *[other] It is intact: { $count } entries were verified.
    }
audit-waiting =
    { $count ->
        [one] 1 more will be chained within seconds.
       *[other] { $count } more will be chained within seconds.
    }
audit-fault-changed = An entry is not what it was.
audit-fault-missing = An entry is missing.
audit-fault-inserted = Somebody slipped an entry in among the old ones.
audit-fault-at = It is at link { $position }.
audit-fault-outside = It has no link in the chain.
audit-fault-entry = Entry { $entry }.
