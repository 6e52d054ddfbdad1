## Mails that come in
mails-title = Received mails
mails-about = What comes into the desk's mailbox. What is in quarantine waits for you to decide.
mails-one = Mail
mails-none = No mails here
mails-none-body = When one comes that the desk cannot place by itself, it will be in quarantine.
mails-all = All
mails-sender = Sender
mails-subject = Subject
mails-state = State
mails-received = Received
mails-read = Read
mails-open = Read { $subject }
mails-to = To { $addresses }
mails-files =
    { $count ->
        [one] One file
       *[other] { $count } files
    }
mails-handled-by = Decided by { $name }
mails-no-text = It has no text that can be shown.
mails-folded = Show what is quoted
mails-ticket = Number of the case
mails-ticket-hint = If it answers a case. Empty, a new one is registered.
mails-requester = User name of whoever asks
mails-requester-hint = For a new case. Empty, whoever has the sender's address, or you.
mails-accept = Accept
mails-discard = Discard
mails-discard-one = Discard “{ $subject }”
mails-discard-about = What { $sender } wrote will reach no case. This cannot be undone.
mails-accepted = It is in case { $number } now
mails-discarded = Mail discarded
inbound-state-quarantined = In quarantine
inbound-state-registered = New case
inbound-state-commented = Comment
inbound-state-noted = Internal note
inbound-state-ignored = No effect
inbound-state-discarded = Discarded
mail-reason-unknown_sender = Unknown sender
mail-reason-not_allowed = Whoever writes has no part in that case or project
mail-reason-unproven = The mail server does not vouch for the sender
mail-reason-internal = It may answer an internal note
mail-reason-bulk = Bulk mail
mail-reason-too_many = Too many mails in an hour
mail-reason-too_large = Too large
mail-reason-unfetched = It could not be fetched: it is still unread in the mailbox
mail-reason-unreadable = It could not be read
mail-reason-failed = It could not be processed
