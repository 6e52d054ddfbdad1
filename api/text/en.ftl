# What the server says. Keys as in es.ftl.

## Problems: title (what happened) and detail (what to do)
problem-malformed-title = The request is not understood
problem-malformed-detail = The body must be valid JSON in UTF-8. Check commas, quotes and braces.
problem-unauthenticated-title = Please sign in
problem-unauthenticated-detail = Sign in again: there is no session, or it has expired.
problem-invalid_credentials-title = Wrong user name or password
problem-invalid_credentials-detail = Use the user name and password of your computer. If you forgot them, or if your account was locked after several tries, call the service desk.
problem-account_disabled-title = Your account is disabled
problem-account_disabled-detail = The password is right, but the account is disabled. Call the service desk to have it enabled.
problem-account_expired-title = Your account has expired
problem-account_expired-detail = The password is right, but the account was valid until a date that has passed. Call the service desk to have it extended.
problem-account_locked-title = Your account is locked
problem-account_locked-detail = The directory has locked the account, usually after several wrong passwords. Wait some minutes, or call the service desk to have it unlocked.
problem-account_restricted-title = Your account cannot be used right now
problem-account_restricted-detail = The directory limits at what hours or from which computers this account is used. If you should be able to come in, call the service desk.
problem-account_conflict-title = That user name belongs to another account
problem-account_conflict-detail = The password is right, but the desk has another account with that user name. Call the service desk to find out which one is yours.
problem-password_expired-title = Your password has expired
problem-password_expired-detail = Change it on your computer and come in with the new one. If you cannot change it, call the service desk.
problem-no_role-title = Your account has no role at the desk yet
problem-no_role-detail = The password is right, but none of your groups lets you in. Ask an administrator of the desk to give you a role.
problem-second_factor_required-title = The code of the second factor is missing
problem-second_factor_required-detail = Enter the code that your authenticator app shows, or a recovery code.
problem-invalid_code-title = The code is not right
problem-invalid_code-detail = The code is wrong, has run out or has been used. Wait for the next one, or use a recovery code.
problem-session_revoked-title = The session was closed for safety
problem-session_revoked-detail = This session was used from somewhere else and was closed. Sign in again.
problem-forbidden-title = Your role does not allow this
problem-forbidden-detail = Ask somebody with the role it needs to do it, or an administrator to give it to you.
problem-password_change_required-title = First change your password
problem-password_change_required-detail = Your password is a provisional one. Choose one of your own to go on.
problem-second_factor_enrolment_required-title = First add a second factor
problem-second_factor_enrolment_required-detail = Your role takes a second factor. Add one to go on.
problem-privacy_notice_required-title = First read and accept the privacy notice
problem-privacy_notice_required-detail = The desk may not use your data without your consent. Accept the version of the notice in force to go on.
problem-insufficient_scope-title = The API key does not allow this
problem-insufficient_scope-detail = Use an API key with the scope it takes. Sessions, passwords, factors and API keys are changed by people who have signed in themselves.
problem-only_in_person-title = Only the person may do this
problem-only_in_person-detail = While you act in somebody's place you cannot change their password, API keys or sessions, nor answer for them. Stop acting in their place first.
problem-source_inactive-title = This source takes nothing at present
problem-source_inactive-detail = An administrator switched it off, or the account in whose name it registers is no longer in use. Ask them to switch it on.
problem-not_found-title = It does not exist or is out of your reach
problem-not_found-detail = Check the number or address. A case of somebody else may not be visible to you.
problem-gone-title = That part of the changes is no longer kept
problem-gone-detail = Changes are kept for 90 days. Read the list of cases anew and go on from the present end, which you get without “after”.
problem-method_not_allowed-title = That method is not used here
problem-method_not_allowed-detail = At this address you can use: { $methods }.
problem-wrong_state-title = The state of the case does not allow this
problem-wrong_state-detail = The case { $number } is “{ $status }”, so you cannot { $action }. Now you can: { $allowed }.
problem-wrong_state-none = nothing more on your side
problem-wrong_state-pending = { $status }, waiting
problem-exists-title = It exists already
problem-exists-detail = There is a record with these data. Use another name or change the existing one.
problem-cannot_merge-title = These cases cannot be merged
problem-cannot_merge-detail = A case is merged into another one that is open and of the same project; confidential ones are not merged.
problem-wrong_level-title = It cannot be escalated like this
problem-wrong_level-detail = A case goes up exactly one level: from 1 to 2 and from 2 to 3. Choose a group, person or provider of the next level.
problem-no_local_password-title = This account has no password here
problem-no_local_password-detail = Your password is that of your computer, and is changed there, in the organisation's directory.
problem-not_a_service_account-title = The account is a person's
problem-not_a_service_account-detail = People make their own API keys, in their profile. Here only those of service accounts are made.
problem-shown_once-title = It has been done, and the secret was shown only once
problem-shown_once-detail = The first answer was not kept, since it held a secret. If you have not got it, revoke what was made and make it again; a program, with another Idempotency-Key.
problem-last_admin-title = They are the last administrator of the project
problem-last_admin-detail = Make somebody else of the project an administrator first.
problem-in_charge-title = Open cases are still in its charge
problem-in_charge-detail = { $count ->
    [one] 1 open case is in its charge. Reassign it and try again.
   *[other] { $count } open cases are in its charge. Reassign them and try again.
}
problem-merged-title = The case is merged into another
problem-merged-detail = It is read from the case it was merged into: make that one confidential and this one will be too.
problem-already_decided-title = What becomes of this mail is decided already
problem-already_decided-detail = Somebody else has accepted or discarded it: load the list again.
problem-open_tickets-title = This person has open cases
problem-open_tickets-detail = First close or reassign the cases they asked for or are in charge of.
problem-anonymised-title = This person is anonymous already
problem-anonymised-detail = There is nothing left to do: it is for ever.
problem-no_mail_server-title = The desk sends no mail
problem-no_mail_server-detail = Whoever runs the desk must first say which mail server it is to use.
problem-no_address-title = Your account has no mail address
problem-no_address-detail = Ask an administrator to write it in your account, then try again.
problem-limit_reached-title = The project cannot have any more
problem-limit_reached-detail = It has { $limit } already, which is the most. Remove what is not used and try again.
problem-replayed-title = This delivery was taken before
problem-replayed-detail = A delivery with the same webhook-id came less than a day ago; it was not processed again.
problem-stale-title = Somebody changed it meanwhile
problem-stale-detail = Read the current version, apply your change again and send it with the new ETag.
problem-precondition_required-title = Which version is to be changed?
problem-precondition_required-detail = Send in If-Match the ETag you got when reading.
problem-too_large-title = It is too large
problem-too_large-detail = The most is { $limit }.
problem-unsupported_media_type-title = That type of content is not taken here
problem-unsupported_media_type-detail = Send Content-Type: application/json; files as multipart/form-data.
problem-invalid-title = Some data need correcting
problem-invalid-detail = { $count ->
    [one] Correct the field named in “errors” and send it again.
   *[other] Correct the { $count } fields named in “errors” and send it again.
}
problem-key_reused-title = This was sent before with other content
problem-key_reused-detail = See whether what you sent before was saved; if not, load the page again and send it again. A program must use another Idempotency-Key for each different request.
problem-too_many-title = Too many tries
problem-too_many-detail = { $seconds ->
    [one] Wait one second and try again.
   *[other] Wait { $seconds } seconds and try again.
}
problem-directory_unavailable-title = The directory of users does not answer
problem-directory_unavailable-detail = We cannot check your password right now. Try again in a few minutes; whoever is signed in can go on working.
problem-unavailable-title = The service is not available right now
problem-unavailable-detail = Try again in a few seconds. What got no answer was not saved.
problem-internal-title = Something failed on our side
problem-internal-detail = Try again. If it happens again, report it to the desk with the request id.

## Fields
field-required = This field is required.
field-unknown_field = There is no such field here.
field-type = The value is not of the expected type.
field-word = The value is not one of those allowed.
field-blank = Write more than spaces.
field-length = The text does not have the length allowed.
field-length-range = It must have { $min } to { $max } characters.
field-length-max = It must have { $max } characters or fewer.
field-range = The value is out of range.
field-range-between = It must be between { $min } and { $max }.
field-invisible = Remove the characters that cannot be seen (tabs, line breaks, marks of direction or of no width): in a name they would make one thing look like another.
field-nul = The text has a null character, which cannot be stored.
field-score = Each answer is a score from 1 to 5.
field-tags = At most 20 tags of 1 to 40 characters each.
field-fields = At most 50 fields and 20,000 characters in all.
field-cursor = The cursor is not of this list. Start from the first page.
field-unknown_reference = There is nothing with that name or id.
field-not_in_project = The person does not belong to the project or lacks the role.
field-wrong_level = It is not of the level that the case goes to.
field-target_required = Choose a group, a person or a provider.
field-on_behalf = Only an agent can register on behalf of somebody else.
field-comment_required = Tell us what is still to be solved.
field-future = It must be in the future.
field-past = It cannot be before today.
field-order = The end must be after the beginning.
field-span = The interval is too long.
field-catch_all = The last target must fit every case: no kind, no priority.
field-not_open = The case must be open.
field-not_closed = The case to be continued must be closed.
field-if_match = If-Match must be the ETag received, in quotes.
field-idempotency_key = Idempotency-Key must have 1 to 255 visible ASCII characters.
field-visibility = Only the desk can write internal notes.
field-not_internal = Only an internal note is shared with the provider; the rest is theirs to read anyway.
field-no_provider = The case is not in the charge of a provider.
field-readers = Name 50 people at most.
field-reminder_hours = Up to five reminders, each between 1 and 720 hours before and none twice.
field-unknown_question = The survey has no such question, or it is not asked any more.
field-questions = A survey has 20 questions at most. Remove one of those there first.
field-not_in_group = The person is not in the group. Add them first.
field-not_confidential = Only a confidential case has readers.
field-not_in_force = That is not the version of the notice in force. Read it again.
field-period = Between 30 and 36,500 days, or 0 to keep for ever.
field-channel = That channel is for the desk and for integrations.
field-file = Attach a file in the field “file”.
field-empty_file = The file is empty.
field-wrong_password = That is not the present password.
field-no_password = A service account has no password: it comes in by API keys.
field-wrong_code = The code is wrong or has been used. Enter the one that the app shows now.
field-password_same = Choose a password other than the present one.
field-password_own_name = Do not use your user name within the password.
field-password_common = It is one of the passwords used most, or resembles one. Choose another.
field-password_pattern = Neighbouring keys, sequences and repeats are easy to guess. Choose another.
field-password_date = Years and dates are easy to guess. Add words that have nothing to do with each other.
field-password_name = Names are easy to guess. Add words that have nothing to do with each other.
field-password_word = A word by itself is easy to guess. Use several that have nothing to do with each other.
field-password_weak = It is easy to guess. Use several words that have nothing to do with each other.
field-severities = At most 50 different severities, of 1 to 60 characters each.
field-attachments = At most 10 addresses that begin with https:// or http://, of 2,000 characters or fewer.
field-count = Name 1 to 100 cases.
field-duplicate = Name each case once.
field-username = Use 2 to 60 letters, figures or the signs . _ - @, beginning with a letter or figure.
field-key = Use small letters, figures or the signs . _ -, at most 60, beginning with a letter or figure.
field-project_key = Use 2 to 10 capital letters or figures, beginning with a letter.
field-priority_matrix = Priorities go from 1 (critical) to 5 (planning), in three rows of three.
field-duplicate_role = Name each role once.
field-email = This does not look like a mail address.
field-time_zone = This is no time zone of the IANA database, such as America/Bogota.
field-webhook_url = The address must begin with https://, without user name or password.
field-webhook_address = That address is in a private network, to which the desk sends nothing.
field-wrong_provider = They do not work for the group's provider.
field-provider_level = Only groups of level 3 are a provider's.
field-company = Say first which provider they work for.
field-one_of = Choose a person or a group, one of them.
field-person_or_area = Choose a person or an area, one of them.
field-other_person = Choose somebody else.
field-taken = There is an account with this user name already.
field-column = The table does not have this column, or has it twice.
field-csv = The table cannot be read as CSV in UTF-8.
field-rows = The table must have between 1 and 2,000 rows.
field-template_text = The first line is the subject; the text below it is missing.
field-template_subject = Line { $line }: the subject is empty, in some cases at least.
field-template_statement = Line { $line }: only if, else and for are taken, short and without sums. It says: “{ $what }”.
field-template_syntax = Line { $line }: an instruction is not understood, or not closed. It says: “{ $what }”.
field-template_undefined = Line { $line }: it names something that does not exist. It says: “{ $what }”.
field-template_unknown = Line { $line }: it uses a function or a filter that there is not. It says: “{ $what }”.
field-template_endless = Line { $line }: it repeats too often. It says: “{ $what }”.
field-template_long = The letter would be too long.
field-template_fault = Line { $line }: it cannot be filled. It says: “{ $what }”.
field-draft = A draft takes 64 KiB at most.
field-draft_key = The key of a draft has 1 to 120 letters without accents, figures, and the signs : . _ -
field-draft_count = There are 200 drafts already: remove one before you begin another.

## Statuses
status-registered = Registered
status-in_attention = In attention
status-in_analysis = In analysis
status-in_progress = In progress
status-resolved = Resolved
status-closed = Closed

## Actions
action-register = register
action-open = open
action-accept = accept
action-reject = reject
action-classify = classify
action-escalate = escalate
action-assign = assign
action-diagnose = diagnose
action-work = record work
action-pause = put on hold
action-resume = resume
action-verify = verify the solution
action-resolve = resolve
action-survey = rate
action-close = close
action-cancel = cancel
action-merge = merge
action-comment = comment
action-attach = attach
action-confidential = change its confidentiality
action-auto_accept = accept without an answer
action-remind = remind
action-warn = warn
action-breach = declare overdue

## Words of exports
column-number = Number
column-project = Project
column-kind = Kind
column-channel = Channel
column-subject = Subject
column-status = Status
column-level = Level
column-impact = Impact
column-urgency = Urgency
column-priority = Priority
column-requester = Requester
column-assignee = Assignee
column-group = Group
column-service = Service
column-registered_at = Registered (UTC)
column-opened_at = Opened (UTC)
column-resolved_at = Resolved (UTC)
column-closed_at = Closed (UTC)
column-attention_due_at = Attention due (UTC)
column-attention_state = Attention

audit-column-at = When (UTC)
audit-column-actor = Who
audit-column-impersonator = In their place
audit-column-operation = Operation
audit-column-object = Object
audit-column-project = Project
audit-column-address = Address
audit-column-request_id = Request
audit-column-changes = Changes
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
degree-high = High
degree-medium = Medium
degree-low = Low
clock-running = Running
clock-warning = Warning
clock-paused = On hold
clock-met = In time
clock-breached = Breached

## Personal data
redacted = [Text removed to protect personal data]
anonymous-person = Anonymous person { $number }
anonymous-anybody = Anonymous person
archive-readme-name = README.txt
archive-readme =
    This is what the service desk keeps of you (Colombian Law 1581 of 2012).

    perfil.json        Your account: name, user name, mail, telephone, area and roles.
    casos.json         The cases you asked for, with what was said and done in each.
    archivos/          The files of those cases, a folder for each number.
    encuestas.json     Your answers to the satisfaction surveys.
    sesiones.json      Your sessions that are still kept.
    borradores.json    What you began to write and have not sent; only in the copy that you download yourself.
    avisos.json        What the desk told you in the last three months, on the screen and by mail.
    correos.json       The mails that you have sent to the desk in the last three months.
    interesados.json   The services in which you are on record as having a stake, and of what incidents you are told.
    aceptaciones.json  When and from where you accepted the privacy notice.
    actos.json         What you did at the desk, and the letters you got on call outside service hours, by the audit log.

    Instants are in UTC. To correct or remove data, write to the service desk.
## Mail
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
confidential-case = Confidential case
mail-instant = { $weekday } { $date } at { $time }
template-test-subject = Test: { $subject }
template-name = Name of whoever gets the letter
template-own = Whether the case is theirs who get the letter
template-actor = Who did it; missing when it was the desk itself
template-internal = Whether it is an internal note
template-note = What was written, if anything was
template-link = Address of the case; missing for stakeholders who may not open it
template-survey_yes = Address to say that it is solved; only for whoever asked, when it is resolved
template-survey_no = Address to say that it is not solved
template-ticket-number = Number of the case
template-ticket-subject = The case in one line
template-ticket-status = State of the case
template-ticket-kind = Kind of case
template-ticket-priority = Priority, from 1 to 5
template-ticket-level = Level of attention, from 1 to 3
template-ticket-solution = The solution, if there is one
template-ticket-attention_due = When attention is due, if it is promised
template-ticket-acceptance_due = Until when the solution can be refused, if there is a time
template-ticket-redirected_to = The competent area, if it was redirected
template-happened = What happened to the major incident; only in what stakeholders are told
template-ticket-service = The service of the case, if it was named
digest-registered = the case was registered
digest-opened = attention began
digest-rejected = it is not for the desk
digest-escalated = it was escalated to the next level
digest-assigned = it is in your charge
digest-commented = somebody wrote
digest-paused = it waits
digest-resolved = it has a solution
digest-reopened = the solution did not help
digest-accepted = the solution was accepted
digest-auto_accepted = it was closed without an answer
digest-closed = it was closed
digest-warned = time is running out
digest-breached = time ran out
digest-acceptance_reminder = it waits for your word on the solution
digest-progressed = there was another step
digest-major = there was a major incident
occasion-registered = it was registered
occasion-breached = an agreed time ran out
occasion-resolved = it has a solution
incident-of-service = { $service }, priority { $priority }
incident-of-priority = Incident of priority { $priority }
## Mail that comes in
inbound-no-subject = (no subject)
inbound-no-text = (no text)
inbound-from = Mail from { $sender }:
inbound-text-cut = The mail was longer than what fits here: all of its text is in the mail that is kept.
inbound-files-refused = These files of the mail were not kept, because of their size: { $names }
inbound-automatic = Automatic answer from { $sender }:
inbound-returned = A notice sent to { $recipient } was not delivered{ $status }: { $what }

## What comes from other programs
alert-from = Alert received from { $source }.
alert-severity = Severity
alert-since = Since
alert-source = See the alert
alert-runbook = What to do
alert-dashboard = See the dashboard
alert-home = Monitoring system
alert-more = { $count ->
    [one] and 1 more alert.
   *[other] and { $count } more alerts.
}
alert-fires = New alert: { $what }.
alert-fires-again = It is back: { $what }.
alert-recovers = { $what } recovered at { $at }.
alert-all-over = All alerts of this case have recovered. The case stays open until its solution is documented.
chat-author = { $author } wrote in { $source }:
chat-attachment = File:
chat-written = Written: { $at }.
