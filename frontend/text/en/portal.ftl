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
told-reopened = We have reopened your case because the last solution did not help.
told-in-progress = We are working on the solution.
told-waits-for-you = We are waiting for an answer from you to go on.
told-waits-for-authorisation = We are waiting for the authorisation that your case needs.
told-waits = It waits for a third party or a spare part. We will tell you when it goes on.
told-resume = It is on hold. We will resume it by { $date }.
told-due = We expect to have it resolved before { $date }.
told-resolved = We have resolved it. Tell us whether it is right; without an answer before { $date } we will take it as accepted.
told-resolved-late = We have resolved it. Tell us whether it is right.

closed-accepted = Closed: you accepted the solution.
closed-auto_accepted = Closed: the solution was taken as accepted without an answer.
closed-rejected = Closed: what you asked for is not the service desk's to do.
closed-redirected = Closed here: it is for another area.
closed-cancelled = Closed: the case was cancelled.
closed-duplicate = Closed: it is the same matter as another case, and goes on there.

## Portal: registering

register-title = Register a case
register-about = Tell us what is happening or what you need. The essentials are enough: if something is missing, we will ask.
registered-title = Case { $number } registered
registered-heading = We have registered your case
registered-next = What comes next
registered-attention = An agent will open it before
registered-attention-soon = An agent will open it very soon.
registered-mail = We will write to { $email } whenever there is news. You can also follow it here.
registered-follow = You can follow it here whenever you like.
registered-word = When we have resolved it we will ask whether it is right. You have the last word.
registered-see = See my case
registered-home = Back to the start

## A case

case-now = How it goes
case-stages = Stages of the case
case-conversation = Conversation
case-cancel-about = No longer needed? You can cancel it as long as nobody has begun to work on it.
case-again = Register a case that continues it
case-again-about = A closed case is not reopened. If the matter goes on, register another and both will be linked.

survey-title = Is it solved?

## Forms of the actions

readers-confidential-own = Only you, whoever registered it, whoever is in charge and the desk's administrators.
readers-named = Also: { $people }

## Portal: what waits for the person

waiting-word = We resolved it: is it all right?
waiting-word-do = Say whether it is
waiting-answer = We need an answer from you to go on
waiting-answer-do = Answer
waiting-do-which = { $do }: { $number }
waiting-until = If you do not answer before { $date }, we will take it as accepted.
home-no-others = You have no other open cases.
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
