## Administration

admin-people-about = The accounts of the whole desk, and what each is in its projects.
admin-people-none = No account fits
admin-people-none-body = Try another name or clear the filters.
admin-new-person = New person
admin-new-person-about = They will sign in with the password you give here, or with that of their computer if the desk uses a directory.
admin-make-person = Make the account
admin-person-made = The account was made.
admin-details = Details
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
admin-password = Provisional password
admin-password-hint = At least 8 characters. Hand it over in person or by telephone; they must change it when they sign in.
admin-groups-hint = Everybody in a group sees the group's cases.
admin-saved = Your changes were saved.
admin-since = Account made on
admin-local = With a password of the desk
admin-not-local = Without a password of the desk
admin-work = Groups and cases
admin-no-groups = In no group.
admin-open-tickets =
    { $count ->
        [one] 1 open case in charge
       *[other] { $count } open cases in charge
    }
admin-roles-save = Save the roles
admin-roles-saved = The roles were saved.
admin-roles-elsewhere = In other projects
admin-role-requester = Registers and follows their own cases
admin-role-agent = Attends and resolves at the desk, level 1
admin-role-specialist = Resolves what is escalated, level 2
admin-role-provider = Sees only what their company has, level 3
admin-role-supervisor = Sees all of the project and its figures
admin-role-admin = Configures the project and keeps accounts

admin-activated = The account is active again.
admin-deactivated = The account is inactive and its cases are in other hands.
admin-deactivate-title = Deactivate { $name }
admin-deactivate-about = They will not be able to sign in, and their sessions end. What they did stays in the history of each case.
admin-deactivate-open =
    { $count ->
        [one] 1 open case is in their charge.
       *[other] { $count } open cases are in their charge.
    }
admin-heir = Who goes on with their cases?
admin-heir-group = The group of each case
admin-heir-group-hint = They return to their group, with nobody in charge
admin-heir-person = Another person
admin-heir-person-hint = Takes charge of all that they can take
admin-heir-other = Another group
admin-heir-other-hint = For the cases of its own level
admin-heir-who = Person
admin-set-password = Reset the password
admin-password-about = { $name } will sign in once with this password and choose their own. Their sessions end.
admin-password-submit = Reset
admin-password-another = Propose another
admin-password-set = Done. Hand this password to { $name } in person or by telephone: it is not shown again.
admin-stand-in = Act in their place
admin-stand-in-about = You will see and do what { $name } does, for 15 minutes, to support them.
admin-stand-in-limits = Everything is recorded with your name in the audit log. You cannot change passwords, API keys or sessions, nor answer surveys for the person.
admin-stand-in-start = Begin
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
admin-groups-about = Who cases are assigned and escalated to, level by level.
admin-groups-none = There are no groups yet
admin-groups-none-body = Make the first: without a group of level 1 nobody gets the cases.
admin-new-group = New group
admin-make-group = Make the group
admin-group-made = The group was made. Add its members.
admin-group-name = Name of the group
admin-key = Identifier
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

admin-providers-about = The companies that attend level 3. Their people see only what is in the company's charge.
admin-providers-none = There are no providers yet
admin-providers-none-body = Make one when a third party attends part of the cases.
admin-new-provider = New provider
admin-company-name = Name of the company
admin-edit = Change
admin-edit-what = Change { $what }

admin-stakeholders-about = Who has a stake in each service, and is told of its major incidents. Of confidential ones only who may see them.
admin-stakeholders-none = There are no stakeholders yet
admin-stakeholders-none-body = Add the people and areas that should hear of a major incident.
admin-new-stakeholder = New stakeholder
admin-remove-stakeholder = Take out
admin-remove-stakeholder-about = { $who } will no longer be told of major incidents.
admin-stakeholder = Stakeholder
admin-stakeholder-who = Who it is
admin-stakeholder-person = Person
admin-stakeholder-area = Area
admin-stakeholder-area-hint = As accounts have it. Everybody of it who belongs to the project is told.
admin-whole-project = The whole project
admin-interest = Level of interest
admin-influence = Level of influence
admin-told-of = They are told when
admin-told-of-hint = Without any mark they stay on record, and are told of nothing.
admin-told-of-nothing = They are told of nothing
admin-from-priority = From priority
admin-from-priority-hint = Of incidents of this priority and of more urgent ones; 1 is the most urgent.
admin-from-priority-short = From priority { $priority }
degree-high = High
degree-medium = Medium
degree-low = Low

admin-projects-about = Each with its own numbers, people, catalogue and agreements.
admin-new-project = New project
admin-new-project-about = It begins with the procedure's hours and agreement and a group of level 1. You administer it.
admin-make-project = Make the project
admin-project-made = The project was made.
admin-project-about = What you change holds for what happens from now on; what was promised stays.
admin-project-name = Name of the project
admin-project-key = Prefix
admin-project-key-hint = Its cases begin with it, like TIC in TIC-1042. It cannot be changed later.
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
admin-matrix-hint = Open cases keep theirs until they are classified again.
admin-matrix-cell = Priority with impact { $impact } and urgency { $urgency }
admin-matrix-impact = Impact { $impact }
admin-matrix-urgency = Urgency { $urgency }

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
audit-word-told_on_call = Got a letter on call, outside service hours
audit-word-webhook_disabled = Webhook switched off by the desk
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
audit-fault-at = It is at link { $position }.
audit-fault-outside = It has no link in the chain.
audit-fault-entry = Entry { $entry }.

user-action-reset_second_factor = Take the second factor off
user-action-manage_api_keys = Manage its API keys
user-action-revoke_access = See and end their sessions and API keys
user-action-anonymise = Make anonymous
user-kind-person = Person
user-kind-service = Service account
admin-kind = Kind of account
admin-kind-person = Signs in with a password of the desk or of their computer
admin-kind-service = For a program: it has no password and comes in by API keys
admin-by-keys = Comes in by API keys
admin-second-factor = With a second factor
admin-keys-about = By them the program comes in. Each is good for what you say, until the date you choose.
admin-keys-none = The account has no API keys: the program cannot come in yet.
admin-sessions-about = End the one that its owner does not recognise: it stops working at once.
admin-sessions-none = They are not signed in anywhere.
admin-person-keys-about = Those they made for a program to act in their name. Everybody makes their own; here they are only revoked.
admin-person-keys-none = They have no API keys.
admin-factor-title = Take the second factor off
admin-factor-about = { $name } will sign in with the password alone until they add another second factor. Their recovery codes cease to be good.
admin-factor-sure = Make sure first, in person or by a call that you make, that it is they who ask.
admin-factor-submit = Take it off
admin-factor-reset = The second factor is off.
admin-anonymise-title = Make { $name } anonymous
admin-anonymise-forever = It is for ever: nobody can undo it.
admin-anonymise-goes = Their name, user name, mail, telephone, area, sessions and API keys are erased, and nobody can sign in with the account any more.
admin-anonymise-stays = The cases, their times and the audit log stay, in the name of an anonymous person.
admin-anonymise-reason = Reason
admin-anonymise-reason-hint = Without personal data. For example: request for erasure, file 2027-118.
admin-anonymise-also = Also
admin-anonymise-texts = Erase what they wrote in their cases
admin-anonymise-texts-hint = Subjects, descriptions, answers, comments and files.
admin-anonymise-type = To confirm, type the user name { $username }
admin-anonymise-mistyped = That is not the user name of this account.
admin-anonymised = The person is anonymous now.

admin-privacy-about = The notice that everybody accepts, and for how long data are kept.
admin-notice = Privacy notice
admin-notice-versions = Versions of the notice
admin-notice-version = Version
admin-notice-published = Published
admin-notice-entity = Entity that answers for the data
admin-notice-entity-hint = Stands in the text in place of the word entidad in braces.
admin-notice-contact = Where questions and claims go
admin-notice-contact-hint = Stands in the text in place of the word contacto in braces.
admin-notice-acceptances = Acceptances
admin-notice-in-force = In force
admin-notice-first = The one that the desk brings along
admin-notice-read = Read the version in force
admin-notice-write = Write a new version
admin-notice-everybody = Once it is published, everybody, you too, will have to read and accept it to go on.
admin-notice-es = Text in Spanish
admin-notice-en = Text in English
admin-notice-publish = Publish
admin-periods = How long records are kept
admin-periods-about = When the time is over, a nightly job makes cases anonymous and removes files. What is removed does not come back.
admin-period-hint = Days since the close: 30 or more; 0 for ever.
admin-period-forever = for ever
admin-period-days =
    { $count ->
        [one] 1 day
       *[other] { $count } days
    }
record-closed_tickets = Personal data of closed cases
record-attachments = Files of closed cases
record-sessions = Sessions that have ended
record-idempotency_keys = Answers kept for retries
record-notices = Notices, and the letters that carried them
record-inbound_mails = Mails that came in
record-audit = Audit log
admin-nights = Nightly work
admin-nights-none = It has not removed anything or made anything anonymous yet.
admin-night = Night
admin-night-tickets = Cases
admin-night-events = Entries
admin-night-files = Files
admin-night-more = More is left

admin-templates-about = How each letter that the desk sends is worded, in each language.
admin-template-about = The first line is the subject. It counts for letters written after you save it.
admin-template-kind = Letter
admin-template-language = Language
admin-template-whose = Template
admin-template-changed = Last change
admin-template-own = Own
admin-template-built-in = Built in
admin-template-source = Template
admin-template-source-hint = Below the subject comes the text, in Markdown. A link alone in its line is drawn as a button.
admin-template-unsaved = Some changes are not saved; they are kept in this browser.
admin-template-discard = Discard them
admin-template-saved = The template has been saved.
admin-template-overtaken = Somebody saved another version while you were writing. Your text is still here: compare the two. If you save again, yours stays.
admin-template-theirs = See what the other person saved
admin-template-send = Send a test to my address
admin-template-sent = The test is on its way to { $address }.
admin-template-restore = Go back to the built-in one
admin-template-restore-about = The wording of your own is lost and the one that the desk has comes back. What it said stays in the audit log.
admin-template-restored = The built-in template is in force again.
admin-template-variables = What can be written
admin-template-variables-about = Press one to write it where the cursor is. What may be missing comes inside a condition.
admin-template-preview = How it reads
admin-template-sample = It goes to
admin-template-letter = Letter
admin-template-text = Text only
letter-sample-requester = Whoever asked
letter-sample-desk = Somebody of the desk
letter-sample-confidential = Whoever asked, in a confidential case
admin-letters-about = The letters of the last three months: which left, which wait, and which could not leave.
admin-letters-reload = Refresh
admin-letters-none = There are no letters
admin-letters-none-body = They appear here when the desk writes them. If you expect one, check that there is a mail server.
admin-letter = Letter
admin-letter-when = When
admin-letter-next = Next try:
admin-letter-tries =
    { $count ->
        [one] 1 try
       *[other] { $count } tries
    }
admin-letter-bounced = Returned
admin-letter-resend = Send again
admin-letter-resend-what = Send again: { $what }
admin-letter-again = The letter leaves again in a few seconds.
mail-state-waiting = Waiting
mail-state-sending = Being sent
mail-state-sent = Sent
mail-state-dead = Not sent

## On call, reminders and questions of the survey
admin-on-call = On call
admin-on-call-about = Outside service hours only whoever is on call gets letters, and only of cases of priority 1 and 2 and of clocks that ran out. Each letter is in the log.
admin-on-call-none = Nobody is on call.
admin-on-call-person = Person
admin-on-call-choose = Choose somebody of the group
admin-on-call-from = From
admin-on-call-until = Until
admin-on-call-add = Put on call
admin-on-call-missing = Fill this in.
admin-reminder-hours = Reminders
admin-reminder-hours-hint = How many hours before the time is over the person is reminded: for instance, 24, 4. Empty: never.
admin-questions = Questions of the survey
admin-questions-about = They are asked after whether it is solved and how the person rates the attention. Each is answered with 1 to 5, or not at all.
admin-question-es = In Spanish
admin-question-en = In English
admin-question-off = Not asked
admin-question-save = Save { $key }
admin-question-stop = Stop asking it
admin-question-ask = Ask it again
admin-question-new = Another question
admin-question-add = Add the question
admin-question-key-hint = A short word, in small letters, that does not change.

admin-sources-about = By which alerts of monitoring and messages of chats come in and become cases.
admin-sources-none = No sources yet
admin-sources-none-body = Make one for each program that is to tell the desk something.
admin-source = Source
admin-new-source = New source
admin-new-source-about = Once it is made, the secret by which the program proves who it is is shown, this once.
admin-source-chat-hint = The first message of a conversation opens a case; the others are added to it
admin-source-monitoring-hint = Alertmanager or Zabbix: the alerts of a group are one incident
admin-source-name = Name of the source
admin-source-registrar = Registers in the name of
admin-source-no-service = None
admin-source-no-group = None
admin-source-group-hint = The group of level 1 that takes its cases.
admin-source-flap = Minutes in which it is the same alert
admin-source-flap-hint = If it comes back before, it is no new case and is not noted again. 0 to 1,440.
admin-severities = Severities
admin-severities-hint = As the monitoring system writes them. Those that are not here are of medium impact and urgency.
admin-severity = Severity
admin-severity-add = Add a severity
admin-make-source = Make the source
admin-secret-once = Copy the secret now: it is not shown again.
admin-secret = Secret
admin-secret-kept = I have copied it
admin-source-access = Connection
admin-source-access-about = The program signs each delivery with the secret (Standard Webhooks), or sends it as a bearer token or password.
admin-source-address = Address
admin-source-example = Example
admin-source-used = Last delivery
admin-source-unused = Nothing has come yet
admin-source-earlier = The earlier secret is good until
admin-source-rotate = Change the secret
admin-source-rotate-about = The present secret stays good for an hour, so that there is time to change it in the program.
admin-source-delete = Delete
admin-source-delete-title = Delete { $name }?
admin-source-delete-about = The program can send nothing more, and which alerts and conversations it knew is forgotten. The cases stay.
admin-source-deleted = The source is deleted.

## Webhooks

admin-webhook = Webhook
webhooks-about = Other programs that the desk tells what happens to cases, without personal data.
webhooks-none = There are no webhooks
webhooks-none-body = Make one so that another program learns, for example, of every case that is registered.
webhook-new = New webhook
webhook-make = Make the webhook
webhook-description = What it is for
webhook-description-hint = For example, the program that receives it and who looks after it.
webhook-url = Address
webhook-url-hint = Where it is told, with https://. Private networks are out of reach unless whoever operates the desk allows them.
webhook-events = What it is told
webhook-all = Everything
webhook-all-hint = Also what is added later.
webhook-more = Besides
webhook-internal = What is for the desk only
webhook-internal-hint = That there was an internal note, for example; never what it says.
webhook-confidential = Confidential cases
webhook-confidential-hint = Whoever is told will know that those cases exist.
webhook-on = On
webhook-off = Off
webhook-disabled-gone = Switched off: not there any more
webhook-disabled-failing = Switched off: nothing arrives
webhook-secret-about = By it the receiver knows that the desk has sent it. If you change it, the one before signs for another 24 hours.
webhook-secret-until = The secret before ceases to sign
webhook-rotate = Change the secret
webhook-try = Try it
webhook-pinged = A test is being sent. See in a few seconds whether it arrived.
webhook-switch-on = Switch on
webhook-switch-off = Switch off
webhook-remove = Remove
webhook-remove-title = Remove the webhook
webhook-remove-about = “{ $name }” is removed with the log of what it was sent. Whoever received it will know no more of cases.
webhook-removed = The webhook was removed.
webhook-log = Sent in the last 30 days
webhook-log-reload = Refresh
webhook-log-none = Nothing has been sent to it yet.
webhook-event = Message
webhook-ping = Test
webhook-answer = Answer
webhook-attempts = Tries
webhook-again = Send again
webhook-again-one = Send again: { $event }
webhook-again-done = It is being sent again.
webhook-next = Next try
webhook-in-full = In full
webhook-sent = Sent
delivery-waiting = Waiting
delivery-sending = Being sent
delivery-delivered = Delivered
delivery-dead = Not delivered
delivery-fault-address = The address is in a network out of reach
delivery-fault-timeout = It did not answer in time
delivery-fault-connection = It could not be connected to
delivery-fault-status = It did not confirm that it has it
webhook-event-register = A case is registered
webhook-event-open = Attention begins
webhook-event-accept = It is accepted for the desk
webhook-event-reject = It is rejected or redirected
webhook-event-classify = It is classified
webhook-event-escalate = It is escalated
webhook-event-assign = It is assigned
webhook-event-diagnose = It is diagnosed
webhook-event-work = Work is recorded
webhook-event-pause = It waits
webhook-event-resume = It is resumed
webhook-event-verify = The solution is verified
webhook-event-resolve = It is resolved
webhook-event-survey = The survey is answered
webhook-event-close = It is closed without a solution
webhook-event-cancel = It is cancelled
webhook-event-merge = It is merged with another
webhook-event-comment = Something is said
webhook-event-attach = A file is attached
webhook-event-confidential = Its confidentiality changes
webhook-event-auto_accept = It is accepted without an answer
webhook-event-remind = A reminder to answer is sent
webhook-event-warn = A time is about to run out
webhook-event-breach = A time runs out
