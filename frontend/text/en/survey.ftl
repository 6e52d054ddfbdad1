## The survey

survey-closed = The case was closed without an answer. Yours does not reopen it any more, but it helps us do better.
survey-satisfied = Did the solution help?
survey-satisfied-missing = Tell us whether the solution helped.
survey-satisfied-true = Yes, it is solved
survey-satisfied-true-hint = We close the case
survey-satisfied-false = No, the problem is still there
survey-satisfied-false-hint = We reopen it under the same number
survey-score = How do you rate the service?
survey-comment = Anything else you want to tell us?
survey-comment-why = What is missing or still failing?
survey-comment-missing = Tell us what is still failing, so that we can reopen it.
survey-submit-yes = Send my answer
survey-submit-no = Ask to reopen it
