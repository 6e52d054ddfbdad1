## API keys
keys-new = Make an API key
keys-name = What it is for
keys-name-hint = For example: monthly report.
keys-writes = May change data too
keys-writes-hint = Unless this is ticked, it only reads.
keys-projects = Projects that it reaches
keys-all-projects = All of mine
keys-all-theirs = All those of the account
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
keys-revoke-one = Revoke the API key { $name }
keys-revoke-about = The programs that use it will no longer get in. This cannot be undone.
keys-revoked = API key revoked.
secret-copy = Copy
secret-copied = Copied.
secret-by-hand = Your browser does not let us copy: select the text and copy it.

## Sessions
sessions-own = Where you are signed in
sessions-unknown = Unknown program
sessions-current = This session
sessions-since = Since
sessions-seen = in use
sessions-end = End
sessions-end-one = End the session of { $client }
sessions-end-others = End all others
sessions-end-about =
    { $count ->
        [one] One session ends: whoever is there signs in anew.
       *[other] { $count } sessions end: whoever is there signs in anew.
    }
sessions-ended = Session ended.
sessions-theirs = Where they are signed in
sessions-end-all = End all
