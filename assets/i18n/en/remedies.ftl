### Things to try, step by step. $system is windows, macos or linux; $browser is chrome, edge, firefox or safari.

remedy-reload-without-copy-title = Reload without the stored copy
remedy-reload-without-copy-about = The browser asks the site anew instead of showing what it kept.
remedy-reload-without-copy-1 = Open { $host } in your browser.
remedy-reload-without-copy-2 = { $system ->
    [macos] { $browser ->
        [safari] Press Option, Command and R.
       *[other] Press Shift, Command and R.
    }
   *[other] Press Ctrl, Shift and R.
}

remedy-private-window-title = Open it in a private window
remedy-private-window-about = A private window has no cookies, no stored copies and mostly no extensions. If the page loads there, one of these is the reason.
remedy-private-window-1 = { $system ->
    [macos] { $browser ->
        [firefox] Press Shift, Command and P.
       *[other] Press Shift, Command and N.
    }
   *[other] { $browser ->
        [firefox] Press Ctrl, Shift and P.
       *[other] Press Ctrl, Shift and N.
    }
}
remedy-private-window-2 = Open { $host } there.

remedy-other-browser-title = Try another browser
remedy-other-browser-about = This program has asked like a fresh browser. A second one shows whether only yours has the trouble.
remedy-other-browser-1 = Start another browser on this device.
remedy-other-browser-2 = Open { $host } there.

remedy-sign-in-to-network-title = Sign in to this network
remedy-sign-in-to-network-about = The network shows its sign-in page in the place of every other.
remedy-sign-in-to-network-1 = Open the sign-in page of the network.
remedy-sign-in-to-network-2 = Sign in, or accept its terms.

remedy-clear-site-data-title = Clear what the browser keeps of this site
remedy-clear-site-data-about = Only of this site: you stay signed in everywhere else. Here you have to sign in again.
remedy-clear-site-data-1 = { $browser ->
    [firefox] Open { $host } and click the lock left of the address.
    [safari] Open Safari, Settings, Privacy, and then Manage Website Data.
    [edge] Open { $host }, click the lock left of the address, and then Cookies and site data.
   *[other] Open { $host }, click the icon left of the address, and then Cookies and site data.
}
remedy-clear-site-data-2 = { $browser ->
    [firefox] Choose Clear cookies and site data, and confirm.
    [safari] Search for { $host }, and choose Remove.
   *[other] Choose Manage on-device site data, and delete the entry of { $host }.
}
remedy-clear-site-data-3 = Load the page again.

remedy-extensions-off-title = Find out whether an extension does it
remedy-extensions-off-about = By halves: with twenty extensions that takes five tries, not twenty. Browsers have no plug-ins such as Flash or Java any more.
remedy-extensions-off-1 = { $browser ->
    [firefox] Open about:addons and turn off half of the extensions. Write down which.
    [safari] Open Safari, Settings, Extensions and turn off half of them. Write down which.
    [edge] Open edge://extensions and turn off half of the extensions. Write down which.
   *[other] Open chrome://extensions and turn off half of the extensions. Write down which.
}
remedy-extensions-off-2 = Load the page. If it still fails, turn off the other half instead.
remedy-extensions-off-3 = Go on with the half that makes the difference, until one extension is left.
remedy-extensions-off-undo = Turn the others on again.

remedy-restart-browser-title = Close the browser and start it again
remedy-restart-browser-about = All windows of it, so that it begins a new session.
remedy-restart-browser-1 = Close all windows of the browser.
remedy-restart-browser-2 = Start it again, and open { $host }.

remedy-set-clock-title = Let the clock set itself
remedy-set-clock-about = With a wrong date every certificate looks expired, or not yet valid.
remedy-set-clock-1 = { $system ->
    [windows] Open Settings, Time and language, Date and time.
    [macos] Open System Settings, General, Date and Time.
   *[other] Open Settings, System, Date and Time.
}
remedy-set-clock-2 = { $system ->
    [windows] Turn on Set time automatically, and choose Sync now.
    [macos] Turn on Set time and date automatically.
   *[other] Turn on Automatic Date and Time.
}

remedy-hosts-line-title = Take the line out of the hosts file
remedy-hosts-line-about = This file on your device names an address of its own for { $host }, and that wins over every DNS server.
remedy-hosts-line-1 = { $system ->
    [windows] Start the editor as administrator with this file.
   *[other] Open the file in a terminal.
}
remedy-hosts-line-2 = Put a # at the beginning of the line that names { $host }.
remedy-hosts-line-3 = Save the file.
remedy-hosts-line-undo = Take the # away again.

remedy-proxy-off-title = Turn the proxy off
remedy-proxy-off-about = Your device sends its requests through another computer, and that one fails.
remedy-proxy-off-1 = { $system ->
    [windows] Open Settings, Network and internet, Proxy, and note what stands there.
    [macos] Open System Settings, Network, your connection, Details, Proxies, and note what stands there.
   *[other] Open Settings, Network, Proxy, and note what stands there.
}
remedy-proxy-off-2 = Turn it off. In a company, ask first: it may be there for a reason.
remedy-proxy-off-undo = Enter what you noted.

remedy-vpn-off-title = Turn the VPN off
remedy-vpn-off-about = Some sites turn away the shared addresses of VPNs. If you use none, skip this step.
remedy-vpn-off-1 = Open your VPN program, and disconnect.
remedy-vpn-off-2 = Wait until the device is back on its own connection.
remedy-vpn-off-undo = Connect the VPN again.

remedy-security-software-title = Let security software look away for a moment
remedy-security-software-about = It reads along in encrypted connections, and that breaks this one.
remedy-security-software-1 = Open your security software, and look for web protection or HTTPS scanning.
remedy-security-software-2 = Turn this one part off, not the whole protection.
remedy-security-software-undo = Turn it on again, whether it helped or not. Where it helped, make an exception for { $host }.

remedy-flush-dns-title = Let the device forget old addresses
remedy-flush-dns-about = Your device keeps addresses for a while, this one for too long.
remedy-flush-dns-1 = { $system ->
    [windows] Run this command in the Terminal.
   *[other] Run this command in a terminal.
}
remedy-flush-dns-2 = Close your browser and start it again: it keeps addresses too.

remedy-change-dns-title = Use a DNS server that is right
remedy-change-dns-about = A DNS server tells your device at which address a site is. { $server } at { $address } gives an address at which the page loads; that was measured from here. It changes this device only.
remedy-change-dns-1 = { $system ->
    [windows] Open Settings, Network and internet, your connection, and Edit beside DNS server assignment.
    [macos] Open System Settings, Network, your connection, Details, DNS.
   *[other] Open Settings, Network, the gear beside your connection, IPv4.
}
remedy-change-dns-2 = { $old ->
    [none] Note what stands there, so that you can go back.
   *[other] Note what stands there ({ $old }, or automatic), so that you can go back.
}
remedy-change-dns-3 = { $system ->
    [windows] Choose Manual, turn IPv4 on, enter { $address } as preferred DNS, and save.
    [macos] Press +, enter { $address }, and confirm with OK.
   *[other] Turn Automatic off beside DNS, enter { $address }, apply, and turn the connection off and on.
}
remedy-change-dns-undo = Go to the same place, and choose automatic, or enter what you noted.

remedy-reconnect-wifi-title = Connect again
remedy-reconnect-wifi-about = A connection that hangs is often back after this.
remedy-reconnect-wifi-1 = Turn Wi-Fi off, or pull the network cable.
remedy-reconnect-wifi-2 = Wait ten seconds, and turn it on again.

remedy-phone-same-wifi-title = Try your phone on the same Wi-Fi
remedy-phone-same-wifi-about = If it fails there too, this device is not the reason.
remedy-phone-same-wifi-1 = Take a phone that is on the same Wi-Fi.
remedy-phone-same-wifi-2 = Open { $host } there.

remedy-phone-mobile-data-title = Try your phone on mobile data
remedy-phone-mobile-data-about = If it loads there, the trouble is in this network or with its provider.
remedy-phone-mobile-data-1 = Turn Wi-Fi off on your phone.
remedy-phone-mobile-data-2 = Open { $host } there.
remedy-phone-mobile-data-undo = Turn Wi-Fi on again.

remedy-restart-computer-title = Restart this computer
remedy-restart-computer-about = Save your work first. Open this check-up again from the first screen afterwards.
remedy-restart-computer-1 = Save your work, and restart the computer.
remedy-restart-computer-2 = Start Gatemend again, open this check-up, and come back to this step: when the computer was started is read then.

remedy-restart-router-title = Restart the router
remedy-restart-router-about = You will be offline for a few minutes. This window keeps its place.
remedy-restart-router-1 = Pull the power plug of the router, and that of the modem if there is one.
remedy-restart-router-2 = Wait 30 seconds.
remedy-restart-router-3 = Plug it in again, the modem first.
remedy-restart-router-4 = Let it start up. Routers take 1 to 3 minutes.

remedy-new-profile-title = Try a new profile in the browser
remedy-new-profile-about = Like a browser that was just installed; your own profile stays as it is. There is no need to install the browser again.
remedy-new-profile-1 = { $browser ->
    [firefox] Open about:profiles, and create a new profile.
    [safari] Open Safari, Settings, Profiles, and add one.
   *[other] Click your picture at the top right, and choose Add profile.
}
remedy-new-profile-2 = Open { $host } there.

# What was tried, in checklists and reports

step-guided-helped = You tried it, and the page loads since then.
step-guided-loads-there = It loads there, you say, while it still fails for this program here.
step-guided-did-not-help = You tried it; the page still fails.
step-guided-page-fails = You tried it; the page still fails ({ $how }).
step-guided-no-line = You tried it; the connection was not back when the page was asked again.
step-guided-not-done = It could not be done.
step-guided-said-not = You tried it; it did not help, you say. For this program the page loads.
step-guided-works = You tried it; the page loads for this program, as it did before.
step-guided-loads-unchanged = The page loads again, and what you meant to change looks as before: it may have come back by itself.
step-guided-unchanged = What you meant to change looks as before, so this was not put to the test.
guided-told = { $title }: { $noticed }
guided-noticed-changed = Before: { $was }. Now: { $now }.
guided-noticed-same = As before: { $is }.
guided-noticed-went-and-came = { $seconds ->
    [one] The router was away for { $seconds } second and answers again.
   *[other] The router was away for { $seconds } seconds and answers again.
}
guided-noticed-never-left = The router answered all the time: it has not been restarted.
guided-noticed-stays-away = The router does not answer.
guided-noticed-restarted = This computer was started after the check-up.
guided-noticed-not-restarted = This computer has not been restarted since the check-up.
