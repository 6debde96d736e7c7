### Things to try, step by step. $system is windows, macos or linux; $browser is chrome, edge, firefox or safari.

remedy-reload-without-copy-title = キャッシュを使わずに再読み込み
remedy-reload-without-copy-about = ブラウザーが保存したものを表示せず、サイトから読み込み直します。
remedy-reload-without-copy-1 = ブラウザーで{ $host }を開きます。
remedy-reload-without-copy-2 = { $system ->
    [macos] { $browser ->
        [safari] Option+Command+Rキーを押します。
       *[other] Shift+Command+Rキーを押します。
    }
   *[other] Ctrl+Shift+Rキーを押します。
}

remedy-private-window-title = プライベートウィンドウで開く
remedy-private-window-about = プライベートウィンドウ（Chromeでは「シークレット」、Edgeでは「InPrivate」）では、Cookieやキャッシュが使われず、拡張機能もほとんど動きません。そこでページが表示されれば、このどれかが理由です。
remedy-private-window-1 = { $system ->
    [macos] { $browser ->
        [firefox] Shift+Command+Pキーを押します。
       *[other] Shift+Command+Nキーを押します。
    }
   *[other] { $browser ->
        [firefox] Ctrl+Shift+Pキーを押します。
       *[other] Ctrl+Shift+Nキーを押します。
    }
}
remedy-private-window-2 = そこで{ $host }を開きます。

remedy-other-browser-title = 別のブラウザーで試す
remedy-other-browser-about = このプログラムは、何も保存していないブラウザーと同じ方法で確認しました。別のブラウザーで試すと、お使いのブラウザーだけの問題かどうかがわかります。
remedy-other-browser-1 = この端末で別のブラウザーを起動します。
remedy-other-browser-2 = そこで{ $host }を開きます。

remedy-sign-in-to-network-title = このネットワークにログイン
remedy-sign-in-to-network-about = このネットワークは、どのページの代わりにもログインページを表示します。
remedy-sign-in-to-network-1 = ネットワークのログインページを開きます。
remedy-sign-in-to-network-2 = ログインするか、利用規約に同意します。

remedy-clear-site-data-title = このサイトの保存データを削除
remedy-clear-site-data-about = このサイトの分だけです。ほかのサイトではログインしたままです。このサイトでは、もう一度ログインが必要です。
remedy-clear-site-data-1 = { $browser ->
    [firefox] { $host }を開き、アドレスの左の鍵アイコンをクリックします。
    [safari] Safariの「設定」、「プライバシー」、「Webサイトデータを管理」の順に開きます。
    [edge] { $host }を開き、アドレスの左の鍵アイコン、「Cookieとサイトデータ」の順にクリックします。
   *[other] { $host }を開き、アドレスの左のアイコン、「Cookieとサイトデータ」の順にクリックします。
}
remedy-clear-site-data-2 = { $browser ->
    [firefox] 「Cookieとサイトデータを消去」を選び、確定します。
    [safari] { $host }を検索し、「削除」を選びます。
   *[other] 「デバイス上のサイトデータを管理」を選び、{ $host }の項目を削除します。
}
remedy-clear-site-data-3 = ページを再読み込みします。

remedy-extensions-off-title = 拡張機能が原因かどうかを調べる
remedy-extensions-off-about = 半分ずつ調べます。拡張機能が20個あっても、20回ではなく5回で済みます。FlashやJavaのようなプラグインは、今のブラウザーにはもうありません。
remedy-extensions-off-1 = { $browser ->
    [firefox] about:addonsを開き、拡張機能の半分をオフにします。どれをオフにしたか書き留めます。
    [safari] Safariの「設定」、「機能拡張」の順に開き、半分をオフにします。どれをオフにしたか書き留めます。
    [edge] edge://extensionsを開き、拡張機能の半分をオフにします。どれをオフにしたか書き留めます。
   *[other] chrome://extensionsを開き、拡張機能の半分をオフにします。どれをオフにしたか書き留めます。
}
remedy-extensions-off-2 = ページを読み込みます。まだエラーになる場合は、代わりに残りの半分をオフにします。
remedy-extensions-off-3 = 結果が変わる側の半分で同じことを繰り返し、1個に絞ります。
remedy-extensions-off-undo = ほかの拡張機能をオンに戻します。

remedy-restart-browser-title = ブラウザーを再起動
remedy-restart-browser-about = すべてのウィンドウを閉じて、新しいセッションを始めます。
remedy-restart-browser-1 = ブラウザーのウィンドウをすべて閉じます。
remedy-restart-browser-2 = もう一度起動し、{ $host }を開きます。

remedy-set-clock-title = 時計を自動で合わせる
remedy-set-clock-about = 日付が違うと、どの証明書も期限切れか、まだ有効でないと判断されます。
remedy-set-clock-1 = { $system ->
    [windows] 「設定」、「時刻と言語」、「日付と時刻」の順に開きます。
    [macos] 「システム設定」、「一般」、「日付と時刻」の順に開きます。
   *[other] 「設定」、「システム」、「日付と時刻」の順に開きます。
}
remedy-set-clock-2 = { $system ->
    [windows] 「時刻を自動的に設定する」をオンにし、「今すぐ同期」を選びます。
    [macos] 「時刻と日付を自動的に設定」をオンにします。
   *[other] 日付と時刻の自動設定をオンにします。
}

remedy-hosts-line-title = hostsファイルの行を無効にする
remedy-hosts-line-about = この端末のhostsファイルが、{ $host }に独自のアドレスを指定しています。この指定は、どのDNSサーバーよりも優先されます。
remedy-hosts-line-1 = { $system ->
    [windows] エディターを管理者として起動し、このファイルを開きます。
   *[other] ターミナルでファイルを開きます。
}
remedy-hosts-line-2 = { $host }が書かれた行の先頭に#を付けます。
remedy-hosts-line-3 = ファイルを保存します。
remedy-hosts-line-undo = #を取り除きます。

remedy-proxy-off-title = プロキシをオフにする
remedy-proxy-off-about = この端末はリクエストを別のコンピューター経由で送っており、そのコンピューターがエラーになっています。
remedy-proxy-off-1 = { $system ->
    [windows] 「設定」、「ネットワークとインターネット」、「プロキシ」の順に開き、現在の内容を書き留めます。
    [macos] 「システム設定」、「ネットワーク」、使用中の接続、「詳細」、「プロキシ」の順に開き、現在の内容を書き留めます。
   *[other] 「設定」、「ネットワーク」、「プロキシ」の順に開き、現在の内容を書き留めます。
}
remedy-proxy-off-2 = オフにします。会社では、必要があって設定されている場合があるため、先に確認してください。
remedy-proxy-off-undo = 書き留めた内容を入力します。

remedy-vpn-off-title = VPNをオフにする
remedy-vpn-off-about = VPNの共用アドレスを拒否するサイトがあります。VPNを使っていなければ、該当しません。
remedy-vpn-off-1 = VPNのプログラムを開き、切断します。
remedy-vpn-off-2 = 端末が通常の接続に戻るまで待ちます。
remedy-vpn-off-undo = VPNに再接続します。

remedy-security-software-title = セキュリティソフトの検査を一時的にオフにする
remedy-security-software-about = セキュリティソフトが暗号化された通信の中身を読んでおり、そのためにこの通信が壊れています。
remedy-security-software-1 = セキュリティソフトを開き、Web保護やHTTPSスキャンの項目を探します。
remedy-security-software-2 = その項目だけをオフにします。保護全体はオフにしません。
remedy-security-software-undo = 効果があってもなくても、オンに戻します。効果があった場合は、{ $host }を例外に登録します。

remedy-flush-dns-title = 端末に古いアドレスを忘れさせる
remedy-flush-dns-about = 端末はアドレスをしばらく保存します。今回は保存が長すぎます。
remedy-flush-dns-1 = { $system ->
    [windows] 「ターミナル」でこのコマンドを実行します。
   *[other] ターミナルでこのコマンドを実行します。
}
remedy-flush-dns-2 = ブラウザーもアドレスを保存しているため、いったん閉じて、もう一度起動します。

remedy-change-dns-title = 正しく応答するDNSサーバーを使う
remedy-change-dns-about = DNSサーバーは、サイトのアドレスを端末に教えるサーバーです。{ $server }（{ $address }）が返すアドレスではページが表示されることを、ここから確認しました。変更されるのはこの端末だけです。
remedy-change-dns-1 = { $system ->
    [windows] 「設定」、「ネットワークとインターネット」、使用中の接続の順に開き、「DNSサーバーの割り当て」の横の「編集」を選びます。
    [macos] 「システム設定」、「ネットワーク」、使用中の接続、「詳細」、「DNS」の順に開きます。
   *[other] 「設定」、「ネットワーク」、使用中の接続の横の歯車、「IPv4」の順に開きます。
}
remedy-change-dns-2 = { $old ->
    [none] 元に戻せるように、現在の内容を書き留めます。
   *[other] 元に戻せるように、現在の内容（{ $old }、または自動）を書き留めます。
}
remedy-change-dns-3 = { $system ->
    [windows] 「手動」を選び、「IPv4」をオンにして、「優先DNS」に{ $address }を入力し、保存します。
    [macos] 「+」を押して{ $address }を入力し、「OK」で確定します。
   *[other] 「DNS」の横の「自動」をオフにして{ $address }を入力し、適用してから、接続をいったん切って入れ直します。
}
remedy-change-dns-undo = 同じ場所を開き、自動を選ぶか、書き留めた内容を入力します。

remedy-reconnect-wifi-title = 接続し直す
remedy-reconnect-wifi-about = 固まった接続は、これで元に戻ることがよくあります。
remedy-reconnect-wifi-1 = Wi-Fiをオフにするか、ネットワークケーブルを抜きます。
remedy-reconnect-wifi-2 = 10秒待ち、元に戻します。

remedy-phone-same-wifi-title = 同じWi-Fiのスマートフォンで試す
remedy-phone-same-wifi-about = そこでもエラーになれば、この端末が理由ではありません。
remedy-phone-same-wifi-1 = 同じWi-Fiに接続したスマートフォンを用意します。
remedy-phone-same-wifi-2 = そこで{ $host }を開きます。

remedy-phone-mobile-data-title = スマートフォンのモバイル通信で試す
remedy-phone-mobile-data-about = そこで表示されれば、問題はこのネットワークかプロバイダーにあります。
remedy-phone-mobile-data-1 = スマートフォンのWi-Fiをオフにします。
remedy-phone-mobile-data-2 = そこで{ $host }を開きます。
remedy-phone-mobile-data-undo = Wi-Fiをオンに戻します。

remedy-restart-computer-title = このコンピューターを再起動
remedy-restart-computer-about = 先に作業を保存してください。再起動後、最初の画面からこの診断をもう一度開いてください。
remedy-restart-computer-1 = 作業を保存し、コンピューターを再起動します。
remedy-restart-computer-2 = Gatemendをもう一度起動し、この診断を開いて、この手順に戻ります。コンピューターがいつ起動されたかをそのとき読み取ります。

remedy-restart-router-title = ルーターを再起動
remedy-restart-router-about = 数分間、インターネットに接続できなくなります。このウィンドウはそのまま残ります。
remedy-restart-router-1 = ルーターの電源プラグを抜きます。モデムがあれば、それも抜きます。
remedy-restart-router-2 = 30秒待ちます。
remedy-restart-router-3 = モデム、ルーターの順に、電源プラグを差し込みます。
remedy-restart-router-4 = 起動を待ちます。ルーターの起動には1～3分かかります。

remedy-new-profile-title = ブラウザーの新しいプロファイルで試す
remedy-new-profile-about = インストール直後のブラウザーと同じ状態です。今のプロファイルはそのまま残ります。ブラウザーの再インストールは必要ありません。
remedy-new-profile-1 = { $browser ->
    [firefox] about:profilesを開き、新しいプロファイルを作成します。
    [safari] Safariの「設定」、「プロファイル」の順に開き、1つ追加します。
   *[other] 右上のプロフィール画像をクリックし、プロファイルの追加を選びます。
}
remedy-new-profile-2 = そこで{ $host }を開きます。

# What was tried, in checklists and reports

step-guided-helped = 実行済みです。その後、ページが表示されています。
step-guided-loads-there = そこでは表示されるとの回答でした。このプログラムでは、ここではまだエラーになります。
step-guided-did-not-help = 実行済みです。ページはまだエラーになります。
step-guided-page-fails = 実行済みです。ページはまだエラーになります（{ $how }）。
step-guided-no-line = 実行済みです。ページを再確認した時点で、接続は戻っていませんでした。
step-guided-not-done = 実行できませんでした。
step-guided-said-not = 実行済みです。効果がなかったとの回答でした。このプログラムではページが表示されます。
step-guided-works = 実行済みです。このプログラムでは、以前と同じくページが表示されます。
step-guided-loads-unchanged = ページはまた表示されますが、変えるはずだったものは前と同じに見えます。自然に直ったのかもしれません。
step-guided-unchanged = 変えるはずだったものが前と同じに見えるため、まだ試したことになりません。
guided-told = { $title }：{ $noticed }
guided-noticed-changed = 前：{ $was }。今：{ $now }。
guided-noticed-same = 前と同じ：{ $is }。
guided-noticed-went-and-came = ルーターは{ $seconds }秒間応答せず、その後また応答しています。
guided-noticed-never-left = ルーターはずっと応答していました。再起動されていません。
guided-noticed-stays-away = ルーターが応答しません。
guided-noticed-restarted = このコンピューターは診断の後に起動されています。
guided-noticed-not-restarted = このコンピューターは診断の後に再起動されていません。
