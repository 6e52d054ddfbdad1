## A case, for those who solve it

case-description = Description
ticket-saved = { $number }: { $state }.
fact-impact-urgency = impact: { $impact } · urgency: { $urgency }
fact-registered-by = Registered by { $name }
fact-reopened = Reopened
fact-times =
    { $count ->
        [one] once
       *[other] { $count } times
    }
fact-provider = Provider
fact-component = Component
fact-satisfaction = Satisfaction
fact-tags = Tags
satisfied-yes = Yes, it is solved
satisfied-no = No, the problem is still there
watch = Tell me of changes
watch-stop = Stop telling me
clocks = Times
clocks-why = How is the time counted?
clocks-why-late = Why did it run out?
procedure = Procedure
procedure-activities = Activities of the procedure
procedure-actions = What can be done now
procedure-none = There is nothing for you to do in this case for now.
procedure-closed = The case is closed: it does not change any more.
readers-edit = Change
readers-everybody = Everybody at the desk sees it.
readers-confidential = Only those concerned by the case, the administrators and the people named.
way = Way through the list
way-place = { $place } of { $total }
way-next = Next case in the list: { $number }
way-previous = Previous case in the list: { $number }
way-end = There are no more cases in this list.
facts-edit = Change
others-none = They have no other cases.
others-all = See all { $count }
similar-none = None yet.
