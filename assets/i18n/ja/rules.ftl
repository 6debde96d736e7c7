## What each rule found, in one or two sentences. Keyed by the rule's id.

# What the observations contradict
rule-site-spoke-over-tls = { $status }という応答は、{ $host }の有効な証明書を使った暗号化通信で届きました。この証明書を示せるのはサイト自身だけです。したがって、ルーター、回線、DNSのどれも、この応答を書いていません。
rule-own-request-fails-too = Cookie、キャッシュ、拡張機能を使わないGatemend自身のリクエストも失敗します。したがって、ブラウザーは原因ではありません。
rule-controls-work = ほかの運営者のサイト{ $count }件が正しく応答しています。したがって、インターネット接続は正常です。
rule-others-fail-too = ほかの運営者のサイトも応答しません。したがって、このサイトだけの問題ではありません。
rule-router-answers = ルーター{ $ip }が応答しています（{ $ms ->
    [0] 1 ms未満
   *[other] { $ms } ms
}）。
rule-hosts-file-is-clean = この端末のhostsファイルに、このサイトの記載はありません。
rule-no-proxy-in-force = この端末にプロキシは設定されていません。
rule-clock-is-right = この端末の時計は合っています。
rule-added-certificate = { $host }の証明書は、自分で追加した認証局（{ $issuer }）のものです。したがって、途中にほかの誰も割り込んでいません。
rule-public-certificate = { $host }の証明書は、公的に信頼された認証局（{ $issuer }）のものです。したがって、途中に誰も割り込んでいません。
rule-resolvers-agree = ほかのDNSサーバー{ $count }台が、ここで得たものと同じアドレスを返しています。ほかのアドレスでも、結果は良くなりません。
rule-no-name-needed = アドレスが数字なので、DNSは関係しません。
rule-name-resolves-everywhere = ほかのDNSサーバー{ $count }台で名前が見つかります。
rule-fails-again-and-again = { $count }回続けて確認が失敗しました。
rule-fails-at-every-address = { $count ->
    [1] サイトのただ1つのアドレスがエラーになります。
   *[other] サイトのアドレス{ $count }個がすべてエラーになります。
}
rule-path-to-site-works = サイトに接続できます。したがって、そこまでの経路は正常です。
rule-page-fails-now = Gatemendが確認している今も、ページはエラーになります。

# Nothing wrong, or no longer
rule-page-works-ms = { $ms ->
    [0] 1 ms未満
   *[other] { $ms } ms
}
rule-page-works = { $count ->
    [1] ページは{ $status }で応答しました（{ rule-page-works-ms }）。
   *[other] ページは{ $count }回の確認すべてで応答しました。ステータスは{ $status }、最初の応答時間は{ rule-page-works-ms }です。
}
rule-page-answers-deliberately = サイトは応答しており、意図して{ $status }を返しています。
rule-site-works-from-here = この端末から{ $host }まで、すべて正常です。
rule-error-is-over = エラーが表示されたとのことですが、現在は{ $count ->
    [1] 1回の確認で
   *[other] { $count }回の確認すべてで
}ページは正常です。
rule-browser-warns = ブラウザーは安全な接続について警告しましたが、Gatemend自身の接続に問題はありませんでした。ただし、これはブラウザーについては何も示しません。その端末の時計が合っていないか、通信の中身を読むソフトがある可能性があります。
rule-browser-warned-elsewhere = ブラウザーは安全な接続について警告しました。Gatemendは暗号化なしでページを取得するよう指定されました。それが成功しても、警告については何も示しません。
rule-answer-is-about-what-was-sent = 表示された応答（{ $status }）は、ブラウザーが送信した内容（フォーム、ファイル、Cookie、長いアドレス）に関するものです。Gatemendはこれらを送信しないため、Gatemendでページが正常でも、それについては何も示しません。
rule-failed-then-worked = 最初の{ $bad }回の確認は失敗し、その後は{ $good ->
    [1] 1回
   *[other] { $good }回続けて
}正常です。

# This device
rule-hosts-file-names-the-site = { $file }の{ $line }行目が、サイトの名前を{ $ip }に向けており、そこではエラーになります。DNSが返すアドレス{ $other }では、ページは正常です。
rule-hosts-file-may-matter = { $file }の{ $line }行目が、サイトの名前を{ $ip }に向けています。ほかのアドレスでページが正常かどうかは不明です。
rule-clock-is-wrong = この端末の時計は{ $minutes }分進んでいます。正しい時刻では、サイトの証明書は有効です。
rule-clock-is-behind = この端末の時計は{ $minutes }分遅れています。正しい時刻では、サイトの証明書は有効です。
rule-cookies-are-too-large = Cookieがなければページは正常です。{ $kilobytes } kBのCookieを付けると、サイトは{ $status }を返します。
rule-request-is-too-large = サイトは、リクエストが大きすぎるとして拒否しています（{ $status }）。

# Proxy
rule-proxy-is-dead = この端末にはプロキシ{ $proxy }が設定されていますが、そこで待ち受けるものがありません。プロキシなしでは、ページは正常です。
rule-proxy-refuses = この端末にはプロキシ{ $proxy }が設定されていますが、そこで待ち受けるものがありません。
rule-proxy-is-silent = この端末にはプロキシ{ $proxy }が設定されていますが、応答しません。
rule-proxy-refuses-the-tunnel = プロキシ{ $proxy }が、サイトへの接続を開くことを拒否しています（{ $status }）。
rule-proxy-answers-instead-of-server = エラー{ $status }を書いたのは、この端末が経由している{ $proxy }の{ $name }です。それを通さなければ、ページは正常です。
rule-direct-request-works = プロキシを通さない同じリクエストは、{ $ip }で正常です。

# The visitor's network
rule-router-is-silent = ルーター{ $ip }が応答せず、その先も何も応答しません。
rule-line-is-dead = 外部のサイトもDNSサーバーも、運営者がそれぞれ異なるのに、どれも応答しません。
rule-no-route = この端末は、どのネットワークにも接続されていません。
rule-portal-wants-a-sign-in = このネットワークは、すべてのリクエストを{ $to }に転送し、先にログインを求めています。
rule-portal-answers-for-others = このネットワークは、ほかのサイトに代わって応答し、先にログインを求めています。
rule-everything-answers-alike = ほかの運営者のサイト{ $count }件が、まったく同じ{ $status }を返します。近くにある1台の機器が、すべてに代わって応答しています。
rule-same-foreign-issuer = このサイトもほかのサイトも、{ $issuer }が署名した証明書を示しています。これは公的に信頼された認証局ではありません。途中で何者かが通信の中身を読んでいます。

# The DNS server in use
rule-internal-address = お使いのネットワークは、サイトの内部サーバー{ $ip }を案内しており、そこではエラーになります。公開アドレス{ $other }は正常です。
rule-resolver-gives-another-address = お使いのDNSサーバーは{ $ip }を返し、そこではページがエラーになります。ほかのDNSサーバー{ $count }台は{ $other }を返し、同じ時刻にそこではページが正常です。
rule-resolver-fails = お使いのDNSサーバー{ $server }はエラーになっていますが、ほかの{ $count }台ではサイトが見つかります。
rule-resolver-distrusts-all-names = お使いのDNSサーバー{ $server }は、どの名前の署名も誤りと判断していますが、ほかの{ $count }台ではサイトが見つかります。検証しないよう指定すると、アドレスを返します。検証に使う鍵が古くなっています。
rule-resolver-is-silent = お使いのDNSサーバー{ $server }は応答しませんが、ほかの{ $count }台ではサイトが見つかります。
rule-resolver-is-slow = お使いのDNSサーバーは、サイトの名前の応答に{ $ms } msかかりました。ほかの{ $count }台は、その4分の1以下の時間で同じ種類の応答を返しました。
rule-lookup-is-slow = サイトの名前が見つかるまでに{ $ms } msかかりました。
rule-dns-is-intercepted = 途中の何かが、すべてのDNSサーバーになりすまして応答しています。また、{ $ip }で見つかったものには、サイトの署名がありません。したがって、別の相手に誘導されている可能性があります。
rule-resolver-denies-the-name = お使いのDNSサーバーは、サイトが存在しないと応答していますが、ほかの{ $count }台では見つかります。
rule-another-address-works = ここで得られるアドレス{ $ip }ではページがエラーになり、{ $other }では正常です。
rule-public-dns-works = ほかのDNSサーバー{ $count }台でサイトが見つかり、{ $ip }では正常です。

# The domain's own DNS
rule-name-does-not-exist = ほかのDNSサーバー{ $count }台が、{ $host }という名前は存在しないと応答しています。
rule-name-is-unknown-here = ここでは、{ $host }という名前が見つかりません。
rule-name-has-no-address = ほかのDNSサーバー{ $count }台では、{ $host }という名前は見つかりますが、アドレスがありません。
rule-only-the-twin-has-an-address = ほかのDNSサーバー{ $count }台によると、{ $host }にはアドレスがありません。{ $twin }にはあります。
rule-signatures-are-bogus = ほかのDNSサーバー{ $count }台が、{ $host }の署名を検証して拒否しています。検証しなければ、アドレスを返します。
rule-name-servers-fail = ほかのDNSサーバー{ $count }台が、{ $host }についてドメイン自身のネームサーバーから応答を得られません。ほかの名前は正常です。

# The domain's own servers
rule-own-servers-disagree = ドメイン自身のDNSサーバーの間で応答が食い違っています。{ $server }が返す{ $bad }ではページがエラーになり、{ $other }が返す{ $good }では正常です。
rule-own-servers-have-two-states = ドメイン自身のDNSサーバーが、ゾーンの2つの版を持っています。{ $server }（{ $serial }）が返す{ $bad }ではページがエラーになり、{ $other }（{ $latest }）が返す{ $good }では正常です。

# In clear
rule-only-the-clear-text-fails = 暗号化なし（http）の応答は{ $status }ですが、httpsではサイトのエラーは表示されません。途中の機器がこの応答を返した可能性があります。

# The way
rule-trail-ends-on-the-way = サイト宛てのパケットは{ $hop }（途中の{ $count }番目のルーター）まで届き、その先には届きません。
rule-site-does-not-answer = { $ip }のポート{ $port }では何も応答しません。ほかのサイトは応答しています。
rule-one-port-is-blocked = ポート{ $port }は反応がありませんが、同じアドレスのポート{ $other }は応答しています。

# TLS
rule-certificate-has-expired = { $host }の証明書は{ $date }に期限が切れました。
rule-certificate-ends-soon = { $host }の証明書はまだ有効ですが、{ $date }に期限が切れます。通常はかなり前に更新されるため、更新の仕組みが動いているか確認してください。
rule-certificate-behind-ends-soon = ゲートウェイの背後のサーバーが{ $address }で示す証明書はまだ有効ですが、{ $date }に期限が切れます。それ以降、証明書を検証するゲートウェイは接続しません。更新の仕組みが動いているか確認してください。
rule-certificate-is-for-another-name = { $host }として示された証明書は、別の名前のものです：{ $names }。
rule-certificate-is-trusted-by-nobody = { $host }の証明書の発行者は{ $issuer }です。公的に信頼された認証局が保証したものではありません。
rule-tls-handshake-fails = { $ip }は接続を受け付けた後、暗号化通信の開始手続きを打ち切ります（{ $detail }）。
rule-other-certificates-are-fine = ほかのサイト{ $count }件は、ここで公的に信頼された認証局の証明書を示しています。したがって、途中で証明書を差し替えているものはありません。

# One of several
rule-one-address-fails = サイトには複数のアドレスがあります。{ $bad }ではページがエラーになり、{ $good }では正常です（全アドレスの確認は合計{ $tries }回）。
rule-ipv6-fails = IPv6（{ $bad }）ではサイトに到達できず、IPv4（{ $good }）では正常です。
rule-ipv6-fails-everywhere = IPv6では、このサイト（{ $bad }）にも、ほかのどのサイトにも、ここから到達できません。IPv4（{ $good }）では正常です。
rule-every-other-request-fails = { $ip }の確認{ $tries }回のうち{ $bad }回が失敗し、成功と失敗が入り交じっています。

# Still waiting
rule-no-answer-yet = { $ip }ではまだ何も応答しません。ほかのサイトは応答しており、お使いの接続は正常です。
rule-connected-and-waiting = { $ip }のサイトは接続を受け付けましたが、まだ応答していません。

# The gateway
rule-gateway-refuses-connections = { $ip }はポート{ $port }への接続を拒否しています。ほかのサイトは応答しています。
rule-both-ports-refuse = { $ip }はポート{ $port }でも{ $other }でも接続を拒否しています。そこではWebサーバーが動いていません。
rule-redirects-go-in-circles = { $count }回のリダイレクトの後、サイトはブラウザーを、すでに通った{ $to }に戻します。
rule-gateway-turns-away = 403という応答を返したのは{ $name }です。このリクエストを拒否しています。
rule-too-many-requests = 最初のリクエストへの応答が429でした。サイトは、お使いのネットワークからのリクエストを制限しています。
rule-our-requests-may-be-too-many = サイトは別のページを返した後、待つよう求めました（429）。Gatemend自身のリクエストが多すぎた可能性があります。
rule-http2-fails-where-http1-works = HTTP/2では接続が途切れ、HTTP/1.1では同じページが正常です。
rule-http2-gets-an-error = HTTP/2では毎回{ $status }が返り、HTTP/1.1では同じページが正常です。
rule-gateway-closes-without-a-word = サイトは接続を受け付けますが、応答せずに閉じます。
rule-answer-is-not-http = サイトは接続を受け付けますが、Webサーバーの応答ではないものを送ります。
rule-answer-head-is-too-large = サイトは接続を受け付けますが、ブラウザーが受け付けないほど大きなヘッダーを送ります。
rule-site-keeps-silent = サイトは接続を受け付けましたが、{ $seconds }秒たっても応答していません。
rule-error-comes-from-a-store = このエラーは今書かれたものではありません。キャッシュが保存しているものです{ $age ->
    [0] {""}
   *[other] （{ $age }秒経過）
}。
rule-error-has-an-old-date = このエラーは今書かれたものではありません。数秒おいた2つの応答の時刻が同じです（{ $date }）。したがって、キャッシュが保存しているものです。

rule-store-keeps-an-error = サイトの手前のキャッシュが、エラー{ $status }を保存しています。同じページを別の方法（{ $ip }）で求めると正常です。
rule-store-keeps-an-error-past-it = サイトの手前のキャッシュが、エラー{ $status }を保存しています。同じページを、キャッシュを使わずに求める（{ $ip }）と正常です。
rule-store-keeps-an-error-beside-others = サイトの手前のキャッシュが、エラー{ $status }を保存しています。その背後の別のページ（{ $page }）は、新しい内容が返ります。
rule-store-keeps-an-error-for-long = サイトの手前のキャッシュが、エラー{ $status }を{ $age }秒間保存しています。そのように設定されない限り、これほど長くは保存されません。
rule-fails-past-the-store = 途中のキャッシュを使わずに求めても、ページは失敗します（{ $status }）。エラーは保存されたものではなく、今のものです。

# The servers behind the gateway
rule-answer-names-its-cause = 応答に原因が示されています。
rule-status-alone = サイトのゲートウェイは{ $status }を返しました（応答時間：{ $ms ->
    [0] 1 ms未満
   *[other] { $ms } ms
}）。理由は示していません。
rule-failures-agree-on-a-time = { $count }回の失敗が、どれも約{ $seconds }秒後に起きました。偶然ではなく、どこかのタイムアウトです。
rule-failures-agree-on-its-timer = { $count }回の失敗が、どれも約{ $seconds }秒後に起きました。特に設定されていなければ、{ $name }が背後のサーバーを待つ時間と同じです。
rule-status-in-text = 文面は{ $status }を示していますが、理由は示していません。
rule-other-pages-work = 同じゲートウェイの別のページ（{ $page }）は応答しています。したがって、ゲートウェイ自体は動作しています。
rule-page-works-without-compression = 圧縮ありでは毎回{ $status }が返り、圧縮なしでは同じページが正常です。
rule-body-breaks-off = ページは正常なステータスで始まりましたが、{ $bytes }バイトで途切れました。

# What server logs say
rule-log-shows-a-status = ログ{ $file }に、ステータス{ $status }の応答が{ $count }件あります。失敗したことは分かりますが、理由は分かりません。
rule-log-names-the-cause = ログ{ $file }に、その記録が{ $count }件あります{ $last ->
    [none] {""}
   *[other] （最後は{ $last }）
}：「{ $quote }」。
rule-log-follows-from-it = { $file }の{ $count }行は、その結果として記録されたものです：「{ $quote }」。
rule-log-names-another = { $file }の{ $count }行は、別の理由を示しています：「{ $quote }」。
rule-log-ipv6-loopback = ゲートウェイは、IPv6（[::1]）でこのマシンに接続しています。多くのプログラムは、そこでは待ち受けません。

# The server behind the gateway, asked without it
rule-origin-works-without-gateway = ゲートウェイの背後のサーバーは、{ $address }に直接問い合わせるとページを返しますが、ゲートウェイは{ $status }を返します。
rule-origin-works-but-log-differs = { $address }のサーバーは、直接問い合わせるとページを返します。しかし、ゲートウェイのログには、ゲートウェイの問い合わせ先のサーバーでの失敗が記録されています。ゲートウェイの設定にあるアドレスと、このアドレスを比べてください。
rule-origin-home-page-works = ゲートウェイの背後のサーバーは、{ $address }で応答します。誰のサーバーかを接続からは証明できないため、そこではトップページだけを確認しました。
rule-origin-works-and-is-too-large = ゲートウェイの背後のサーバーは、{ $address }に直接問い合わせるとページを返しますが、ゲートウェイは{ $status }を返します。ゲートウェイのログによると、応答ヘッダーがゲートウェイの上限を超えています。
rule-origin-fails-too = ゲートウェイの背後のサーバーは、{ $address }に直接問い合わせてもエラーになり、{ $status }を返します。したがって、ゲートウェイはそのエラーを渡しているだけです。
rule-origin-fails-unseen = ゲートウェイ経由ではページが表示されますが、{ $address } のサーバーに直接尋ねると { $status } で失敗します。{ $stored ->
    [true] ゲートウェイは保存した写しから応答しており、写しの期限が切れるまで失敗が隠れます。先にサーバーを直し、そのあとで写しを消してください。
   *[other] ゲートウェイが別のサーバーに尋ねているか、保存した写しが失敗を隠しています。
}
rule-origin-gives-no-connection = { $refused ->
    [true] ゲートウェイの背後のサーバーは、{ $address }で接続を拒否しています。
   *[other] ゲートウェイの背後のサーバーは、{ $address }で接続に反応しません。ゲートウェイだけを通すファイアウォールがある場合も、同じように見えます。
}
rule-origin-certificate-is-bad = ゲートウェイの背後のサーバーが{ $address }で示す証明書（発行者：{ $issuer }）は、このサイトには有効ではありません。証明書を検証するゲートウェイは接続しません。

rule-another-browser-loads-it = いつものブラウザーのCookie、キャッシュ、拡張機能がない環境では、ページが表示されます。このプログラムでも表示されます。
# What the gateway's own configuration says
rule-configured-route = { $gateway }の設定（{ $where }）では、{ $host }のページのリクエストは{ $servers }に転送されます{ $named ->
    [true] 。
   *[other] （専用のブロックがない名前すべてに応答するブロックによるものです）。
}
rule-configured-address-is-wrong = { $gateway }は{ $asked }に転送するよう設定されています（{ $where }）が、ログによると、そこには接続できません。ページは{ $address }で得られます。
rule-configured-scheme-is-wrong = { $gateway }は、{ $address }に対して{ $asked }で通信するよう設定されています（{ $where }）。ログによると、理解できる応答が得られていません。そこのサーバーは{ $scheme }で通信することを確認しました。
rule-configured-name-is-wrong = ログによると、{ $gateway }と{ $address }の間で暗号化通信が成立しません（{ $where }）。{ $name }という名前で接続すると、そのサーバーはその名前の証明書を示し、ページを返します。{ $gateway }は、その名前で接続していません。
rule-configured-limit = { $set ->
    [here] 到達した上限は{ $where }で設定されています：`{ $name } { $value }`。
    [default] 到達した上限はこのページには設定されておらず、{ $gateway }の既定値が使われます：`{ $name } { $value }`。
   *[system] 到達した上限（`{ $name }`）は設定されておらず、システムの既定値が使われます。
}
rule-configured-timer-was-not-it = ゲートウェイが応答を待つ時間は{ $value }（{ $where }）ですが、背後のサーバーは{ $seconds }秒後に接続を閉じました。したがって、打ち切ったのはゲートウェイのタイムアウトではありません。アプリケーションのタイムアウト（gunicornの`--timeout`、php-fpmの`request_terminate_timeout`）か、異常終了を調べてください。アプリケーションにどれが設定されているかは、ここではわかりません。
rule-configured-upload-limit = 観測した応答は413です。ゲートウェイのログには、{ $bytes }バイトのアップロードを拒否した記録があります。有効な上限は{ $value }です（{ $where }を参照）。Gatemendは、確かめるためのアップロードを行いません。
rule-configured-name-at-start = { $gateway }は、起動時に名前{ $name }を調べ（{ $where }）、再読み込みされるまでそのアドレスを使い続けます。その後にサーバーが移転した場合は、古いアドレスに問い合わせています。
rule-configured-name-has-moved = { $gateway } は起動時に { $name } という名前を調べ（{ $where }）、{ $asked } に接続していますが、このマシンではその名前は現在 { $now } を指しています。両方を比べてから { $gateway } を再読み込みすると、名前が調べ直されます。設定にリゾルバーを加えれば、自動で調べ直します。名前のアドレスが順番に変わる場合は、これが理由とは限りません。
# From other places
rule-fails-from-everywhere = 複数の国の{ $count }地点（{ $cities }）で、同じエラーになります。したがって、端末、ネットワーク、ここからの経路のどれも原因ではありません。
rule-works-from-elsewhere = ほかの{ $count }地点（{ $cities }）ではページが表示されますが、ここではエラーになります。全員に起きているわけではありません。だからといって、原因があなたの側にあるとは言えません。場所、応答するサイトのマシン、サイトが誰を受け入れるかによって、結果は変わります。
rule-fails-only-elsewhere = ここではページは現在正常ですが、ほかの{ $count }地点のうち{ $bad }地点（{ $cities }）でエラーになります{ $status ->
    [0] {""}
   *[other] （{ $status }）
}。
rule-one-place-of-the-gateway-fails = エラーになる{ $bad }地点（{ $bad_cities }）は、すべてゲートウェイの拠点{ $place }を通ります。ページが表示される{ $good }地点（{ $good_cities }）は、ほかの拠点を通ります。
rule-one-region-fails = 1つの地域の{ $bad }地点（{ $bad_cities }）でエラーになり、ほかの地域の{ $good }地点（{ $good_cities }）では正常です。
rule-other-addresses-elsewhere-work = { $bad_ips }に案内される地点（{ $bad_cities }）ではエラーになり、{ $good_ips }に案内される地点（{ $good_cities }）ではページが表示されます。
rule-homes-fail-data-centres-work = 家庭の回線{ $bad }件（{ $bad_cities }）ではエラーになり、データセンター{ $good }件（{ $good_cities }）ではページが表示されます。複数のプロバイダーに問題があるか、サイトが本来の閲覧者を締め出している可能性があります。
rule-data-centres-are-turned-away = ほかの地点の家庭の回線{ $homes }件では、ページが表示されます。データセンター{ $count }件（{ $cities }）は拒否されています。プログラムを拒否するサイトは多いため、ここからサイトの状態は判断できません。
rule-address-fails-from-everywhere = アドレス{ $ip }は、ほかの{ $count }地点（{ $cities }）からもエラーになります。誰がアクセスしても同じです。
rule-address-works-from-elsewhere = ほかの{ $count }地点（{ $cities }）では、{ $ip }でページが表示されますが、ここからはそこに接続できません。経路が途切れているか、途中の何か（サイト自身のファイアウォールの場合もあります）がこのネットワークを遮断しています。
rule-server-works-from-elsewhere = ほかの{ $count }地点（{ $cities }）は、ゲートウェイの背後のサーバー（{ $address }）から直接ページを受け取っています。したがって、これらの地点に対してサーバーは正常で、問題はゲートウェイか、ゲートウェイからこのサーバーまでの経路にあります。
rule-server-fails-from-everywhere = ゲートウェイの背後のサーバー（{ $address }）に直接問い合わせたほかの{ $count }地点（{ $cities }）も、{ $status }を受け取っています。したがって、ゲートウェイはそのエラーを渡しているだけです。
rule-server-lets-in-some = ゲートウェイの背後のサーバー（{ $address }）は、ほかの{ $count }地点（{ $cities }）にはページを返し、{ $bad }地点（{ $bad_cities }）には応答しません。サーバーは受け入れる相手を選んでおり、ゲートウェイが拒まれている可能性があります。
rule-server-is-shut-from-outside = このマシンでは、{ $inside ->
    [answers] ゲートウェイの背後のサーバーが { $address } でページを返しています
   *[listens] あるプログラムが { $address } で接続を受け付けています
}。一方、ほかの{ $count }か所はそこから応答を得られません（{ $cities }）。手前のファイアウォールまたはセキュリティグループが通していないということです。ゲートウェイだけを通す設定であれば、許可しているアドレスと、ゲートウェイの接続元アドレスを比べてください。誰にでも開放しないでください。
rule-address-is-given-elsewhere-too = ほかの{ $count }地点（{ $cities }）のDNSサーバーも{ $ip }を返します。したがって、このアドレスを返すのはお使いのDNSサーバーだけではありません。
rule-address-is-given-here-alone = ここでエラーになるアドレス{ $ip }は、ほかの{ $count }地点（{ $cities }）のどこでも返されず、そこではページが正常です。
rule-packets-arrive-and-nobody-answers = ほかの{ $count }地点（{ $cities }）からのパケットはマシンに届きますが、誰も応答を得られません。マシンは存在しますが、Webサーバーが動いていないか、応答していません。
rule-packets-end-in-one-network = ほかの{ $count }地点（{ $cities }）からのパケットは、すべてマシンに届く前にネットワーク{ $network }で途絶えます。

rule-log-has-the-request =
    { $by ->
        [id] ログ{ $file }に、まさにこのリクエストの記録があります（番号で一致）：「{ $quote }」。したがって、そのマシンには届いています。
        [program] ログ{ $file }に、その時刻の前後数分間にこのプログラムが送ったリクエストの記録があります：「{ $quote }」。ほかの誰かも（監視などで）このプログラムを使ったのでなければ、リクエストはそのマシンに届いています。
       *[other] ログ{ $file }に、その時刻の前後数分間で、閲覧者のアドレスを含む行があります：「{ $quote }」。したがって、リクエストはそのマシンに届いている可能性が高いです。
    }
rule-log-lacks-the-request = ログ{ $file }にはその時刻の前後の行がありますが、このリクエストの行はありません。そのサーバーに届かなかったか、そのサーバーのログではありません。
rule-log-one-server-is-worse = サーバー{ $name }は{ $answers }件の応答のうち{ $failed }件で失敗しました（{ $from }～{ $to } %）。ほかのサーバーは合わせて{ $others-answers }件のうち{ $others-failed }件です。偶然だけではこれほどの差は出ません。
rule-log-one-page-is-worse = ページ{ $name }は{ $answers }回のうち{ $failed }回失敗しました（{ $from }～{ $to } %）。ほかのページは合わせて{ $others-answers }回のうち{ $others-failed }回です。偶然だけではこれほどの差は出ません。
rule-log-comes-again =
    失敗は{ $unit ->
        [hours] { $hours }時間
       *[minutes] { $minutes }分
    }ごとに繰り返されています（{ $times }回、最後は{ $last }）。偶然でこれほど等間隔になることは、ほとんどありません。そのときに動くもの（定期ジョブ、バックアップ、証明書の更新など）を調べてください。
rule-log-after-a-start =
    { $program }が{ $at }に{ $kind ->
        [reload] 新しい設定の読み込みを指示されて
       *[start] 起動して
    }から{ $seconds ->
        [0] 1分以内に
       *[other] { $seconds }秒後（または最大でさらに1分後まで）に
    }、{ $count }件の失敗が始まっています。そのときに何を変えたかを調べてください。偶然の可能性もあります。
rule-log-another-server-saved-it = { $file } では、最初に尋ねたサーバーが失敗したあと、{ $count } 件の応答が 2 台目のサーバーから返されています。訪問者には少し遅れてページが届きました。{ $name } は { $answers } 回のうち { $failed } 回失敗しています。
rule-log-fails-when-busy = 失敗が続いた{ $spells }回のうち{ $times }回は、リクエストが多いときでした（正常な応答が1分あたり{ $busy }件以上、通常は{ $usual }件）。要求が減ると失敗も終わりました。処理能力の不足が考えられます。ワーカーを増やす、キャッシュを使う、再試行を減らすなどの方法があります。再試行が混雑を招いたかどうかは、接続元のアドレスから分かります。
rule-log-fails-after-idle = { $minutes }分以上の休止{ $starts }回のうち{ $times }回で、その後の最初の要求のいずれかが失敗し、続く要求は成功しました。ゲートウェイがサーバーより長く接続を保持しているか、要求がない間は止まるプログラムの起動に時間がかかっている場合に当てはまります。
rule-log-wordpress-fails-whole = この WordPress サイトでは、トップページと wp-login.php が{ $answers }回中{ $failed }回失敗し、ほかの{ $files }件のファイルは正常に送信されました。Webサーバーは正常で、WordPress の実行する部分に問題があります。最近プラグインやテーマを変更した場合は、そこから確認してください。wp-content/plugins のプラグインを1つずつ、フォルダー名を変えてページを読み込み、変わらなければ名前を戻して次に進みます。
rule-log-shows-it-was-given-up = { $file } によると、このサーバーにリクエストした側は応答の前に接続を切り、手前では { $status } が返りました。このプログラムは待っていたので、手前のゲートウェイの待ち時間のほうが短いということです。どこに時間がかかっているかを調べてください。手前の制限を延ばしても、問題が見えなくなるだけです。
rule-log-shows-a-good-answer = { $file } によると、このサーバーはGatemend自身のこのページへのリクエストにエラーなく応答しましたが、手前では { $status } が返りました。応答は戻る途中で失われたか、拒否されました。ゲートウェイ自身のログで、ヘッダー、長さ、圧縮、時間制限を確認してください。
rule-log-without-our-request = ログ{ $file }には、ページを要求した数秒間の応答が{ $count }件ありますが、そのページのものはありません。このログを書くサーバーまで届かなかったか、別のファイルに記録されています。ゲートウェイが、行をしばらくためてから書き込むこともあります（nginxのaccess_logのbuffer=とflush=）。1分ほどしてから、もう一度確認してください。
rule-server-memory-ran-out =
    { $gone ->
        [true] 直前にシステムがメモリ不足で{ $program }を終了させ、今はゲートウェイの問い合わせ先で接続を受け付けるものがありません。
       *[other] 直前にシステムがメモリ不足で{ $program }を終了させました。このページがそれを必要としたかどうかは、観測していません。
    }
rule-server-nothing-listens =
    ゲートウェイはこのマシンの{ $address }に問い合わせますが、今そこで待ち受けているものはありません{ $others ->
        [none] 。
       *[other] 。ここで待ち受けているプログラム：{ $others }。
    }
rule-server-listens-elsewhere =
    ゲートウェイはこのマシンの{ $address }に問い合わせますが、そのポートのプログラムは{ $where }だけで待ち受けています{ $loopback ->
        [true] 。そこはこのマシンの内部からの接続しか受け付けません。
       *[other] 。
    }
rule-server-listens =
    ゲートウェイの問い合わせ先{ $address }では、今{ $where }が接続を受け付けています{ $waiting ->
        [0] 。
        [1] 。1件の接続が受け付けを待っています。
       *[other] 。{ $waiting }件の接続が受け付けを待っています。プログラムが忙しいか、止まっています。
    }
rule-server-socket-missing =
    ゲートウェイはソケット{ $path }に問い合わせますが、そのファイルがありません{ $beside ->
        [none] 。
       *[other] 。同じ場所には{ $beside }があります。
    }{ $private ->
        [true] サービスは独自の/tmpを持つことがあり、このプログラムは別の/tmpを見ている可能性があります。
       *[other] { "" }
    }
rule-server-socket-is-dead = ゲートウェイの問い合わせ先のソケット{ $path }はありますが、そこで接続を受け付けているものが見えません。多くの場合、プログラムが終了しています。コンテナの中のものは見えません。
rule-server-socket-permission = ゲートウェイは{ $user }として動いており、パーミッションを見る限り、ソケット{ $path }を使えません。{ $bar }の権限は{ $rights }です。追加のユーザーを許可する一覧（ACL）で使える可能性はありますが、それは確認していません。
rule-server-pool-listens-elsewhere = ゲートウェイは{ $path }に問い合わせますが、PHP-FPMのプールは{ $pools }で待ち受けています。
rule-server-pool-is-full = PHP-FPMのプール{ $pool }は、許されたワーカー{ $count }個をすべて使っています（{ $file }）。ほかのリクエストは待たされます。
rule-server-disk-is-full =
    { $what ->
        [bytes] { $path }のファイルシステムに空きがありません。
       *[other] { $path }のファイルシステムには空きがありますが、ファイルをこれ以上作れません（inodeがありません）。
    }ページがエラーになる理由かもしれませんし、別の問題かもしれません。
rule-server-service-is-down = このマシンのサービス{ $service }が動いていません（{ $state }、終了の結果：{ $result }）。
