## What the console shows when asked

help-next = Next case
help-previous = Previous case
help-open = Open the case
help-search = Search
help-comment = Write a message to the person
help-escalate = Escalate
help-resolve = Resolve
help-this = Show this help
help-off = You can turn shortcuts off in your profile.
saved-save = Save this filter
saved-name = Name of the filter
saved-rename = Rename
saved-drop = Remove from saved
saved-share = Copy link
saved-copied = Link copied. Whoever opens it sees this same filter.
saved-copy-by-hand = Your browser does not allow copying. The link is the address of this page.
saved-full = You can save up to { $most } filters. Remove one to save another.
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
        [one] It could not be done to 1 case. If it is still in the list, it stays selected:
       *[other] It could not be done to { $count } cases. Those still in the list stay selected:
    }
palette-placeholder = Number, words, or an action…
palette-ticket = In { $number }
palette-go = Go to
palette-looks = Appearance and help
palette-tickets = Cases
palette-theme = Appearance: { $theme }
palette-locale = Language: { $locale }
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
