## The window.

window-welcome = Which site does not work?
window-promise = Gatemend follows the path to it, finds where it breaks, and says who has to act.
window-address = Address
window-who = Who are you?
window-role-visitor = I want to see this site
window-role-owner = I run this site
window-saw = What did the browser show? (if you like)
window-check = Check
window-contacts = Who is contacted
window-contacts-own = The site itself, your router, your DNS servers, the domain's own DNS servers, a proxy if one is set, and:
window-starting = Starting…
window-back = Back
window-stop = Stop and show what is known
window-again = Check again
window-looking = Looking…
window-refining = More looks are under way.
window-copy = Copy
window-report = Report for the site or its hosting provider
window-report-hint = .html, .md, .txt or .json by its ending. Your own addresses, queries and names are left out.
window-save = Save report
window-saved = Saved as
