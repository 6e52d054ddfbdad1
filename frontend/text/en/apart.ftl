## What is accepted before coming in, and the links of letters

privacy-title = Your personal data
privacy-first = Before you begin, read how the service desk uses your data.
privacy-changed = The privacy notice has changed. Read it before you go on.
privacy-accept = I have read it and accept
privacy-leave = I do not accept, sign out
privacy-leave-about = Without your authorisation you cannot be attended to here. You can call or come to the service desk.
invitation-answered = You have answered about this solution. Thank you.
invitation-over = This invitation is over: the case was resolved anew or closed. Sign in to see the case.
invitation-case = See the case
