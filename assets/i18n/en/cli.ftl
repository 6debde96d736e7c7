## The command line.

cli-no-verdict = The check ended before a verdict could be given.
cli-because = Why
cli-next = What to do
cli-leave-alone = What to leave alone
cli-alternatives = It may also be
cli-not-tested = Not tested
cli-steps = Steps
cli-who = Who has to act
cli-why = Cause
cli-confirm = How to confirm it
cli-wrote = Written by
cli-status = Status
cli-nobody-named = nobody who names himself
cli-report-hint = No report was saved; add --report report.html (or .md, .txt) to get one to send.
cli-judged-anew = Judged by today's rules
cli-judged-first = Judged from what had been seen

cli-confidence-certain = certain
cli-confidence-strong = almost certain
cli-confidence-likely = likely
cli-confidence-possible = possible

cli-who-visitor = You
cli-who-owner = The site's operators
cli-who-machine = Whoever runs that server
cli-who-host = The hosting provider
cli-who-isp = Your internet provider
cli-who-network-admin = Whoever runs this network
cli-who-nobody = Nobody

cli-watch-up = works
cli-watch-down = fails ({ $what })
cli-watch-back = { $host } is back, after { $took }
cli-watch-over = The time for watching is over
cli-watch-last-up = { $host } works
cli-watch-last-down = { $host } still fails
cli-watch-own-line = Your own connection is down; this look does not count
