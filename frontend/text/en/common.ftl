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
foot-hours = Cases are attended to in the desk's service hours.

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
ui-cancel = Cancel
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
failure-arrived = What you sent before did arrive. Look at it before sending again: it could be there twice.
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

## Portal: my cases

closed-to = Area in charge: { $area }.
stage-registered = Registered
stage-in_attention = In attention
stage-in_analysis = In analysis
stage-in_progress = In progress
stage-resolved = Resolved
stage-closed = Closed

## Portal: registering

draft-kept = Here is what you had begun to write.

registered-files-lost = The case was registered, but a file could not be attached. Attach it on the page of the case.

person-search-hint = Name, user name or mail.

## A case

case-solution = Solution
case-facts = About the case
survey-thanks = Thank you for your answer.
score-1 = Very bad
score-2 = Bad
score-3 = Fair
score-4 = Good
score-5 = Very good

attachments = Files

timeline = History of the case

## Facts

fact-status = State
fact-kind = Kind
fact-level = Level
fact-channel = Channel
fact-project = Project
fact-requester = Requester
fact-registered = Registered
fact-assignee = In charge
fact-group = Group
fact-service = Service
fact-information_system = System
fact-asset = Machine
fact-score = Rating
fact-none = (nothing)
nobody = Not assigned
field-impact = Impact
field-urgency = Urgency

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

## Console

queues = Queues
filter-clear = Remove filters

## Forms of the actions

people-none = Nobody else.
confidential = Confidential
confidential-about = Only the requester, whoever registered it, whoever is in charge, the people named and the administrators see it.
readers = Who may read it

## Connection

offline-title = The service desk cannot be reached.
offline-about = What you see and what you write stays here; we try again every few seconds.
offline-look = Try now
offline-over = The connection is back. If something was not sent, send it again.

## Portal: what waits for the person

waiting-title =
    { $count ->
        [one] One case waits for you
       *[other] { $count } cases wait for you
    }

## Console: lists, keys and palette

sla-warning = Running short
sla-breached = Overdue
similar = Similar cases already resolved
form-keys = Ctrl + Enter sends · Esc leaves and keeps what was written

## Profile

profile = My profile
profile-who = Who you are
profile-phone = Telephone or extension
profile-area = Area
password = Password
keys = API keys

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
action-resume = Resume
action-verify = Verify
action-resolve = Resolve
action-survey = Rate
action-close = Close
action-cancel = Cancel the case
action-merge = Merge
action-comment = Comment
action-attach = Attach
action-confidential = Confidentiality
action-auto_accept = Accept without an answer
action-remind = Remind
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
closure-auto_accepted = Accepted without an answer
closure-rejected = Rejected
closure-redirected = Redirected
closure-cancelled = Cancelled
closure-duplicate = Duplicate
close-reason-cancelled = No longer needed
close-reason-duplicate = The same matter as another case
visibility-public = Public
visibility-internal = Internal note
relation-duplicate_of = Duplicate of
relation-duplicated_by = Includes the duplicate
relation-follow_up_of = Continues
relation-followed_up_by = Continued by
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
supervision-from = From
supervision-to = To

## Administration

admin = Administration
admin-people = People
user-action-activate = Activate
user-action-deactivate = Deactivate
user-action-set_password = Reset the password
user-action-impersonate = Act in their place
stand-in = You act in somebody's place
stand-in-about = { $admin }, you are acting in the place of { $person }. Everything is in the audit log.
stand-in-stop = Stop acting

admin-groups = Groups
admin-providers = Providers
admin-stakeholders = Stakeholders
admin-projects = Projects
admin-sources = Sources
admin-privacy = Personal data
admin-templates = Letter templates
admin-letters = Letters
admin-webhooks = Webhooks
admin-audit = Audit log
audit-fault-changed = An entry was altered.
audit-fault-missing = An entry is missing.
audit-fault-inserted = An entry was inserted among the earlier ones.

## Notices
bell =
    { $unread ->
        [0] Notices
        [one] Notices: 1 unread
       *[other] Notices: { $unread } unread
    }
bell-title = Notices
bell-desk = The desk
bell-empty = No notices
bell-empty-about = Here you will see what happens to your cases.
bell-unread = (unread)
bell-read-all = Mark all as read
bell-mail = We also send them to you by mail.
notice-registered = Your case was registered
notice-opened = { $actor } began to attend to the case
notice-rejected = The case is not within the desk’s competence
notice-escalated = { $actor } escalated the case
notice-assigned = { $actor } assigned the case to you
notice-commented = { $actor } wrote in the case
notice-paused = { $actor } put the case on hold
notice-resolved = { $actor } resolved the case
notice-reopened = { $actor } said it is not solved
notice-accepted = { $actor } accepted the solution
notice-auto_accepted = The case was closed without an answer
notice-closed = { $actor } closed the case
notice-warned = Time is running out for the case
notice-breached = The time of the case ran out
notice-acceptance_reminder = Your case waits for your word on the solution
notice-progressed = { $actor } took another step in the case
desk-notice-webhook_disabled = The desk switched a webhook off
notice-major = Major incident
occasion-registered = It was registered
occasion-breached = An agreed time ran out
occasion-resolved = It has a solution
