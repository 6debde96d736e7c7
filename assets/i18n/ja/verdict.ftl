## The verdict: one sentence for each cause, what to leave alone, what was not tested.
##
## Words of this language, one for each term:
## site サイト; site owner, operator サイト運営者; visitor 閲覧者; hosting provider ホスティング事業者;
## internet provider プロバイダー; whoever runs the network ネットワークの管理者; gateway ゲートウェイ;
## front door 入口; origin server オリジンサーバー; server behind the gateway 背後のサーバー; router ルーター;
## device 端末; computer コンピューター; DNS server DNSサーバー; name server ネームサーバー;
## address book of the internet (DNS) インターネットの住所録; certificate 証明書; authority 認証局;
## check-up 診断; check, step 検査; guided step 手順; remedy 対処法; look 確認; visit アクセス; verdict 判定; cause 原因;
## reason 理由; evidence 根拠; observation 観測; request リクエスト; answer 応答; head ヘッダー; redirect リダイレクト;
## timer タイムアウト; store, cache キャッシュ; pool サーバープール; worker ワーカー; place 地点; path, way 経路;
## way in アクセス方法; down 停止; back 復旧; outage 障害; watch 監視; report レポート; case file 診断ファイル;
## sign in ログイン; stand-in 代替値; a request, look or check fails 失敗する; a page or site fails エラーになる; machine マシン; mend, fix 直す; act 対処する.
## certain 確実, strong ほぼ確実, likely 可能性が高い, possible 可能性がある.
## Sentences are in です・ます調; labels, titles and buttons end in a noun or a plain form. No space between Japanese
## and Latin letters; 、。「」（）： are full width.

# The closing words of a headline, by who reads it.
headline-who-mends = { $reader ->
    [owner] 原因は、あなたの側かホスティング事業者の側にあります。
    [machine] 直せるのは、そのサーバーの管理者です。
   *[visitor] 直せるのはサイト運営者だけです。
}

# How sure the cause is: what is only likely or possible is not told as a fact.
headline-sure = { $sure ->
    [likely] おそらく、
    [possible] 可能性として、
   *[other] {""}
}
headline-sure-aside = { $sure ->
    [likely] おそらく、
    [possible] 可能性として、
   *[other] {""}
}

# Servers behind the gateway
headline-origin-refused = { $host }自体には到達できますが、{ headline-sure }ゲートウェイの背後のサーバーがリクエストを受け付けていません。{ headline-who-mends }
headline-origin-timeout-connect = { $host }自体には到達できますが、{ headline-sure }ゲートウェイが背後のサーバーに接続できません。{ headline-who-mends }
headline-origin-timeout-response = { $host }自体には到達できますが、{ headline-sure }ゲートウェイの背後のサーバーの応答に時間がかかりすぎています。{ headline-who-mends }
headline-origin-reset = { $host }自体には到達できますが、{ headline-sure }ゲートウェイの背後のサーバーが接続を途中で切断しています。{ headline-who-mends }
headline-origin-closed-early = { $host }自体には到達できますが、{ headline-sure }ゲートウェイの背後のサーバーが応答を終える前に接続を閉じています。{ headline-who-mends }
headline-origin-invalid-response = { $host }自体には到達できますが、{ headline-sure }ゲートウェイの背後のサーバーが正しい応答になっていないものを送っています。{ headline-who-mends }
headline-origin-header-too-large = { $host }自体には到達できますが、{ headline-sure }背後のサーバーが送る応答ヘッダーがゲートウェイの上限を超えています。{ headline-who-mends }
headline-origin-tls = { $host }自体には到達できますが、{ headline-sure }ゲートウェイと背後のサーバーの間で暗号化通信が成立しません。{ headline-who-mends }
headline-origin-dns = { $host }自体には到達できますが、{ headline-sure }ゲートウェイが背後のサーバーのアドレスを見つけられません。{ headline-who-mends }
headline-origin-no-route = { $host }自体には到達できますが、{ headline-sure }ゲートウェイから背後のサーバーへの経路がありません。{ headline-who-mends }
headline-origin-overloaded = { $host }自体には到達できますが、{ headline-sure }背後のサーバーの負荷が高すぎます。{ headline-who-mends }
headline-origin-connection-limit = { $host }自体には到達できますが、{ headline-sure }ゲートウェイから背後のサーバーへの接続数が上限に達しています。{ headline-who-mends }
headline-origin-crashed = { $host }自体には到達できますが、{ headline-sure }ゲートウェイの背後のプログラムが異常終了しました。{ headline-who-mends }
headline-origin-app-error = { $host }自体には到達できますが、{ headline-sure }ページを作るプログラムがエラーになっています。{ headline-who-mends }
headline-pool-empty = { $host }自体には到達できますが、{ headline-sure }ゲートウェイの背後に動作しているサーバーが残っていません。{ headline-who-mends }
headline-pool-partial = { $host }の背後には、{ headline-sure }エラーになるサーバーと正常なサーバーが混在しており、リクエストがときどき失敗します。{ headline-who-mends }
headline-app-socket-missing = { $host }のゲートウェイから見て、{ headline-sure }ページを作るプログラムが動いていません。{ headline-who-mends }
headline-app-socket-permission = { headline-sure }{ $host }のゲートウェイに、ページを作るプログラムと通信する権限がありません。{ headline-who-mends }
headline-app-workers-exhausted = { headline-sure }{ $host }の背後のプログラムのワーカーがすべて使用中です。{ headline-who-mends }
headline-app-timeout-killed = { headline-sure }{ $host }の背後のプログラムは、時間がかかりすぎたため終了させられました。{ headline-who-mends }
headline-app-out-of-memory = { headline-sure }{ $host }の背後のプログラムは、メモリが足りなくなったため終了させられました。{ headline-who-mends }

# The gateway
headline-gateway-misconfigured = { headline-sure }{ $host }のゲートウェイの設定が誤っています。{ headline-who-mends }
headline-gateway-file-limit = { headline-sure }{ $host }のゲートウェイが開けるファイルの数が上限に達しています。{ headline-who-mends }
headline-gateway-disk-full = { headline-sure }{ $host }のゲートウェイのディスクに空きがありません。{ headline-who-mends }
headline-gateway-overloaded = { headline-sure }{ $host }のゲートウェイの負荷が高すぎます。{ headline-who-mends }
headline-edge-internal = { headline-sure }{ $host }のゲートウェイ自体がエラーになっています。{ headline-who-mends }
headline-fails-only-elsewhere = { $host }は、ここからは正常に表示されますが、同じ時刻にほかの地点ではエラーになっています。{ headline-who-mends }
headline-works-from-elsewhere = { $host }は、ここからはエラーになりますが、ほかの地点からは正常です。全員に起きているわけではありません。だからといって、観測した内容だけでは、原因があなたの側にあるとは言えません。
headline-edge-blocked = { $host }は動作していますが、{ headline-sure }このリクエストを意図的に拒否しています。
headline-edge-unreachable = { headline-sure }{ $host }は接続を受け付けていません。ほかのサイトにはここから接続できます。{ headline-who-mends }
headline-rate-limited = { $host }は動作していますが、{ headline-sure }お使いのネットワークからのリクエストを減らすよう求めています。しばらくお待ちください。
headline-maintenance = { headline-sure }{ $host }はメンテナンスのため休止中で、サイト自身がそう案内しています。後でもう一度お試しください。
headline-request-header-too-large = { $host }は動作していますが、{ headline-sure }ブラウザーが送る情報を受け付けません。このサイトのCookieが大きくなりすぎた可能性が高いです。このサイトのCookieを削除すれば解消します。サイト側も上限を引き上げるべきです。
headline-request-body-too-large = { $host }は動作していますが、{ headline-sure }送信しようとした内容がサイトの上限を超えています。
headline-redirect-loop = { headline-sure }{ $host }では、どのブラウザーでもリダイレクトが循環します。{ headline-who-mends }
headline-http2-protocol-error = { headline-sure }{ $host }は、現在のブラウザーが使う接続方式（HTTP/2）ではエラーになり、従来の方式では正常です。{ headline-who-mends }
headline-site-not-found = { headline-sure }{ $host }として応答しているゲートウェイに、このサイトが登録されていません。{ headline-who-mends }
headline-quota-exceeded = { headline-sure }{ $host }は、ホスティングの契約プランの上限を使い切りました。{ headline-who-mends }

# TLS with the visitor
headline-tls-certificate-expired = { headline-sure }{ $host }の身元を示す証明書の有効期限が切れています。{ $reader ->
    [owner] 証明書を更新してください。
    [machine] 更新できるのは、そのサーバーの管理者です。
   *[visitor] 更新できるのはサイト運営者だけです。
}
headline-tls-certificate-name = { headline-sure }{ $host }として応答している相手が、別の名前の証明書を示しています。{ headline-who-mends }そこには秘密の情報を入力しないでください。
headline-tls-untrusted = { headline-sure }{ $host }が示す証明書は、公的に信頼された認証局が保証したものではありません。{ headline-who-mends }そこには秘密の情報を入力しないでください。
headline-tls-handshake = { $host }は応答しますが、{ headline-sure }暗号化通信が成立しません。{ $reader ->
    [owner] 原因はあなたの側にある可能性が高いです。
   *[visitor] 対処が必要なのはサイト運営者である可能性が高いです。
}
headline-tls-intercepted = { headline-sure }お使いのネットワークの何かが、暗号化された通信の中身を読んでいます。表示されている内容は、{ $host }から届いたままのものではありません。対処が必要なのはネットワークの管理者です。
headline-tls-intercepted-your-device = { headline-sure }この端末のプログラムが、暗号化された通信の中身を読んでいます。表示されている内容は、{ $host }から届いたままのものではありません。この機能は自分でオフにできます。

# DNS
headline-stale-dns-site-dns = { headline-sure }{ $host }について、ドメイン自身のDNSサーバーの間で応答が食い違っています。一部は、今もエラーになるアドレスを案内しています。{ headline-who-mends }
headline-stale-dns = { $host }は動作していますが、{ headline-sure }お使いのDNSサーバーが今も古いアドレスを案内しています。プロバイダーが直すか、別のDNSサーバーを使えば解消します。
headline-resolver-failing = { $host }は動作していますが、{ headline-sure }お使いのDNSサーバーが動作していません。プロバイダーが直すか、別のDNSサーバーを使えば解消します。
headline-resolver-slow = { $host }は動作していますが、{ headline-sure }お使いのDNSサーバーの応答が遅くなっています。
headline-resolver-hijack = { $host }は動作していますが、{ headline-sure }お使いのDNSサーバーが別の場所を案内しています。そこには秘密の情報を入力しないでください。別のDNSサーバーを使えば解消します。
headline-nxdomain = { headline-sure }{ $host }という名前のサイトは存在しません。どこにも登録がありません。{ $reader ->
    [owner] つづりと、ドメインのDNSレコードを確かめてください。
   *[visitor] つづりを確かめてください。正しい場合、直せるのはサイト運営者だけです。
}
headline-no-address = { $host }という名前は存在しますが、{ headline-sure }行き先がありません。{ $reader ->
    [owner] アドレスが設定されていません。
   *[visitor] サイト運営者がアドレスを設定していません。
}
headline-dnssec-bogus = { headline-sure }{ $host }のDNSレコードの署名が壊れているため、署名を検証するDNSサーバーはアドレスを案内しません。{ headline-who-mends }
headline-nameserver-failing = { headline-sure }{ $host }のネームサーバーが応答しないため、誰もサイトにたどり着けません。{ headline-who-mends }

# Reachability
headline-one-address-dead = { $host }には複数のアドレスがあり、{ headline-sure }その一部が動作していません。つながる閲覧者と、つながらない閲覧者がいます。{ headline-who-mends }
headline-ipv6-broken = { headline-sure }{ $host }は、IPv4では正常ですが、IPv6では動作していません。{ headline-who-mends }
headline-ipv6-broken-path = { headline-sure }{ $host }には、IPv6ではここから到達できません。ほかの地点からは到達できます。IPv4では正常です。
headline-ipv6-broken-your-network = { headline-sure }お使いのネットワークでは、IPv4は正常ですが、IPv6が動作していません。{ $host }が原因ではありません。
headline-router-unreachable = { headline-sure }ルーターが応答しないため、インターネットのどこにも到達できません。{ $host }が原因ではありません。
headline-no-internet = { headline-sure }インターネット接続が切れています。{ $host }が原因ではありません。
headline-captive-portal = { headline-sure }このネットワークを使うには、先にログインが必要です。{ $host }が原因ではありません。
headline-port-blocked = { headline-sure }{ $host }が使うポートが、途中で遮断されています。お使いのネットワークが原因である可能性が高いです。
headline-local-proxy = { headline-sure }ネットワークのプロキシがエラーになっています。プロキシを通さなければ、{ $host }は正常です。対処が必要なのはネットワークの管理者です。
headline-local-proxy-your-device = { headline-sure }この端末に設定されているプロキシがエラーになっています。プロキシを通さなければ、{ $host }は正常です。この設定は自分でオフにできます。
headline-local-proxy-alone = { headline-sure }この端末が経由するプロキシがエラーになっているため、{ $host }自体については何も言えません。
headline-hosts-file-alone = { headline-sure }この端末のhostsファイルの1行が指すアドレスでは、{ $host }がエラーになります。ほかのアドレスで動作するかどうかは確認できていません。
headline-path-broken = { $host }には、ここから到達できません。ほかのサイトは正常ですが、{ headline-sure }途中でパケットが失われています。対処が必要なのは、プロバイダーか、その先の事業者である可能性が高いです。

# The visitor's side
headline-browser-state = { $host }は動作しています。{ headline-sure }ブラウザーに保存されたデータが妨げになっています。自分で直せます。
headline-hosts-file = { $host }は動作していますが、{ headline-sure }この端末のhostsファイルの1行が指すアドレスではエラーになります。自分で直せます。
headline-clock-skew = { headline-sure }この端末の時計が合っていないため、{ $host }の証明書が無効と判断されています。時計を合わせてください。

# Other
headline-transient = { $host }は現在、正常です。{ headline-sure }表示されていた問題は解消しています。
headline-browser-warns = { $host }は、Gatemendからは正常ですが、お使いのブラウザーでも正常とは限りません。安全な接続についての警告は、多くの場合、警告を表示した端末に原因があります。時計が合っていないか、セキュリティソフトの影響です。
headline-healthy = { $host }は正常です。
headline-healthy-deliberate = { $host }は動作しています。このページには、意図して{ $status }を返しています。
headline-client-aborted = { headline-sure }応答が届く前に、リクエストが取り消されました。{ $host }が原因ではありません。
# A pasted text alone. $title is the cause's own title.
headline-by-the-text-alone = この文面だけから判断すると、{ headline-sure-aside }「{ $title }」です。
headline-by-the-logs = これらのログから判断すると、{ headline-sure-aside }「{ $title }」です。
headline-hinted-by-the-logs = これらのログからは、ページがエラーになっていることは分かりますが、理由は書かれていません。考えられるものの一つ：「{ $title }」。
headline-logs-say-nothing = これらのログには、ページがエラーになる理由を示す行がありません。
headline-by-statuses-alone = これらのログからは、ページがエラーになっていることは分かりますが、理由は分かりません。
headline-logs-outside-the-time = これらのログには、指定された期間の行がありません。
headline-logs-answer-well = { $times ->
    [known] これらのログにある{ $from }から{ $to }までの応答{ $count }件に、エラーはありません。
   *[other] これらのログにある応答{ $count }件に、エラーはありません。
}
headline-logs-name-no-failure = 読み取れた{ $count }行に、ゲートウェイやその背後のエラーを示す行はありません。
headline-logs-not-read = 中断されるまでに、これらのログは何も読み取れませんでした。
headline-logs-are-empty = これらのログは空です。
headline-by-a-log-entry = このログの記録から判断すると、{ headline-sure-aside }「{ $title }」です。
headline-unknown = 観測した内容だけでは、{ $host }について誰が対処すべきかを判断できません。
headline-stopped = { $host }について誰が対処すべきか分かる前に、診断が中止されました。
headline-out-of-time = { $host }について誰が対処すべきか分かる前に、診断の時間が切れました。

# Next steps that do not belong to one cause
next-works-for-you = ここではページが表示されます。ほかの人のところで表示されない場合は、その人の環境で診断してもらってください。
next-nothing = 対処は不要です。
next-send-report = サイトにレポートを送ってください。必要な情報がそろっています。
next-look-again = 数分後にもう一度診断してください。今は判断できない点が、わかる場合があります。
next-send-again = ページを最初から開き直し、送った内容をもう一度送ってください。同じ応答が返る場合は、直前に何をしたかをサイトに伝えてください。
next-isp-path = このサイト宛てのパケットが届かない理由を調べてください。どこまで届くかはレポートに記載されています。
next-isp-dns = この名前に対するDNSサーバーの応答を、レポートと照合してください。
next-tell-network-admin = 自分のネットワークでない場合は、管理者にレポートを見せてください。
next-network-admin = このネットワークのどこで止まっているかを調べてください。以下の内容は、ネットワークの内側から観測したものです。
next-owner-host = サーバーの運用を任せている場合は、その事業者にレポートを送ってください。時刻、アドレス、応答の全文が記載されています。
next-owner-empty-store = このページのキャッシュを消去し、エラーを保存する時間を長くても数秒に設定してください。
next-if-it-returns = 再発したら、失敗している間に診断し、ここで見守り、レポートをサイトの運営者に送ってください。
next-owner-dns = DNSレコードの管理を任せている場合は、その事業者（レジストラやDNS事業者）にレポートを送ってください。
next-tls-handshake-not-you = お待ちください。ここからほかのサイトは開けるため、ブラウザーにも回線にも原因はありません。
next-certificate-clock-is-right = サイトが証明書を更新するまで待ち、それまではパスワードを入力しないでください。この端末の時計は合っています。
next-edge-blocked-number = VPNを使わず、別のネットワークで試してください。それでも開けない場合は、このリクエストの番号（{ $name }: { $value }）を添えてサイトに問い合わせてください。
next-edge-blocked-no-number = VPNを使わず、別のネットワークで試してください。それでも開けない場合は、拒否された時刻を添えてサイトに問い合わせてください。
next-sign-in-at = 先にこのネットワークにログインしてください。http://{ $to }/か、http://で始まるページを開き、ログインしてから、ここに戻ってください。
next-retry-after-seconds = サイトは、{ $count }秒後にもう一度アクセスするよう求めています。
next-retry-after-minutes = サイトは、約{ $count }分後にもう一度アクセスするよう求めています。
next-retry-after-hours = サイトは、約{ $count }時間後にもう一度アクセスするよう求めています。
next-retry-after-days = サイトは、約{ $count }日後にもう一度アクセスするよう求めています。

# What to leave alone
leave-router-what = ルーターやモデムの再起動
leave-router-why = サイトまでの経路は正常です。応答したのはサイト自身です。
leave-router-others-what = ルーターやモデムの再起動
leave-router-others-why = 接続は正常です。ほかのサイトは応答しています。
leave-dns-what = DNSサーバーの変更
leave-dns-why = ほかのDNSサーバーを使っても、同じエラーになります。
leave-browser-what = キャッシュやCookieの削除、ブラウザーの再インストール
leave-browser-why = どれも使わないリクエストも失敗します。また、ブラウザーはこの種のエラーを保存しません。
leave-browser-stored-what = Cookieの削除、ブラウザーの再インストール
leave-browser-stored-why = どれも使わないリクエストも失敗します。エラーを保存しているのはサイトのキャッシュで、ブラウザーではありません。
leave-browser-past-the-store-what = キャッシュを使わない再読み込み、キャッシュやCookieの削除
leave-browser-past-the-store-why = 途中のキャッシュを使わずにも求めましたが、同じように失敗します。
leave-security-software-what = ウイルス対策、VPN、ファイアウォールの停止
leave-security-software-why = 証明書はサイト自身のものです。間に割り込んでいるものはありません。
leave-site-alone-what = サイトへの苦情
leave-site-alone-why = 正しいアドレスを受け取った人には、正常に表示されています。
leave-browser-link-what = ブラウザーのキャッシュの削除や設定の変更
leave-browser-link-why = 現在は、どのプログラムも通信できません。
leave-restart-what = 調べる前にすべてを再起動すること
leave-restart-why = 再発するまで原因が隠れてしまうことがあります。先にこの時間帯のログを読み、それから一つずつ再起動して、そのたびに確認し直してください。
leave-gateway-what = ゲートウェイの再インストール
leave-gateway-why = ゲートウェイは動作しています。エラーを知らせているのが、そのゲートウェイです。

# What was not tested
untested-log-rest-what = これらのログの残り
untested-log-rest-why = そこまで読む前に終わりました。
untested-log-times-what = ほかの時刻の{ $count }行
untested-log-times-why = --sinceと--untilの範囲の行だけを数えます。
untested-log-lines-what = 未知の種類の{ $count }行
untested-log-lines-why = 数えただけで、内容は読み取れていません。
untested-site-what = サイトそのもの
untested-site-why = ログだけを読みました。ログを使ってサイトを診断するには：gatemend check URL --as owner --log FILE
untested-world-what = ほかの地点からのサイトの状態
untested-world-why = この端末以外では確認していません。Downdetectorのように苦情を数えるページは、人々の報告を示すだけで、何も測定していません。
untested-world-failed-what = { untested-world-what }
untested-world-failed-why = サービスに問い合わせできませんでした：{ $why }
untested-world-page-what = ほかの地点からのこのページの状態
untested-world-page-why = ほかの地点ではトップページだけを確認しました。アドレスの残りの部分は、サイト以外には知らせません。
untested-browser-what = ログイン状態、Cookie、拡張機能を含む、お使いのブラウザー
untested-browser-why = Gatemendは、これらを使わずに確認します。
untested-http3-what = HTTP/3でのページ（サイトがブラウザーに提供しているもの）
untested-http3-why = GatemendはHTTP/3に対応していません。ブラウザーだけでエラーになる場合は、ブラウザーのHTTP/3（QUICとも呼ばれます）をオフにするか、別のネットワークで試してください。
untested-large-hello-what = 現在のブラウザーが暗号化通信の開始時に送る、長いメッセージ
untested-large-hello-why = Gatemendが送るものは短く、一部の古いルーターやフィルターは長いものを落とします。スマートフォンの回線など、別のネットワークでページが開く場合は、お使いのネットワークの管理者に伝えてください。
untested-server-elsewhere-what = このコンピューターの確認結果は、判定に使われていません
untested-server-elsewhere-why = { $why ->
    [untold] 渡されたものの中に、ゲートウェイがこのページを尋ねるサーバーの名前がないため、ここで見たものをこのページに結び付けられません。ゲートウェイの設定（--config）かエラーログ（--log）を渡してください。
   *[other] ゲートウェイはこのページを別のコンピューターに尋ねているか、このコンピューターで動いていることを確認できませんでした。ゲートウェイの背後のコンピューターで、同じ診断を実行してください。
}
untested-origin-out-of-reach-what = ゲートウェイの背後のサーバー（{ $address }）
untested-origin-out-of-reach-why = この端末からは到達できません。ゲートウェイからの経路は別のものです。ゲートウェイ上か、そのネットワークから、もう一度確認してください。
untested-loaded-what = ゲートウェイがこれらのファイルの内容で動いているかどうか
untested-loaded-why = ファイルはディスクから読み取りました。ゲートウェイが変更を取り込むのは、起動または再読み込みのときだけです。`nginx -T`が示すのもディスクの内容で、メモリーの内容ではありません。最後の変更の時刻と、最後の再読み込みを比べてください。エラーログには「reconfiguring」と記録され、`ps -o lstart,cmd -C nginx`でワーカーの開始時刻が分かります。
untested-family-what = { $family }でのサイトのアドレス
untested-family-why = このネットワークでは{ $family }を使えません。
untested-addresses-what = サイトのほかのアドレス{ $count }個
untested-addresses-why = 数個のアドレスで十分に判断できます。問題のあるサイトへのリクエストは、できるだけ少なくします。
untested-token-what = このページへの2回目以降のアクセス
untested-token-why = アドレスが、一度だけ使えるリンクのように見えます。
untested-inside-what = サイトが閲覧者を転送する先：{ $host }
untested-inside-why = そのアドレスはプライベートネットワークの内側にあります。内側のどの機器に接続するかを、公開サイトに決めさせることはありません。
untested-pac-what = プロキシスクリプトが選ぶ経路
untested-pac-why = Gatemendは、プロキシスクリプトを実行しません。
untested-proxy-kind-what = プロキシを通る経路
untested-proxy-kind-why = Gatemendが対応していない種類のプロキシです（{ $kind }）。
untested-browser-dns-what = ブラウザーが独自に使う可能性のあるDNSサーバー
untested-browser-dns-why = ブラウザーの設定に指定があります。代わりに、ほかの公開DNSサーバーに問い合わせました。
untested-wall-what = これ以上のページの確認
untested-wall-why = サイトがリクエストを減らすよう求めたため、Gatemendは中止しました。
untested-skipped-what = 検査「{ $step ->
    [address] { step-address-title }
    [device] { step-device-title }
    [router] { step-router-title }
    [internet] { step-internet-title }
    [dns] { step-dns-title }
    [connect] { step-connect-title }
    [tls] { step-tls-title }
    [page] { step-page-title }
    [speaker] { step-speaker-title }
    [ways-in] { step-ways-in-title }
    [other-pages] { step-other-pages-title }
    [over-time] { step-over-time-title }
    [path] { step-path-title }
    [origin] { step-origin-title }
    [logs] { step-logs-title }
    [configuration] { step-configuration-title }
   *[other] { $step }
}」
untested-skipped-why = 指定により省略しました。
untested-skipped-many-what = 診断のうち検査{ $count }件
untested-skipped-many-why = 指定により省略しました。
untested-only-family-what = { $family }以外のアドレス
untested-only-family-why = { $family }だけを使うよう指定されています。
untested-budget-what = 制限時間までに応答しなかったもの
untested-budget-why = 診断の制限時間になりました。
untested-cancelled-what = まだ確認していなかったもの
untested-cancelled-why = 診断が中止されました。
untested-malfunction-what = 検査の1つ
untested-malfunction-why = Gatemend自体の不具合で失敗しました。
untested-everything-what = 現在の状態
untested-everything-why = 貼り付けられた文面だけを読みました。どこにも問い合わせていません。

# The verdict in few words, for the window. "It is not you." stands before it where the site is to blame.
window-not-you = 原因はあなたの側にはありません。
short-origin-refused = サイトのサーバーが応答していません。
short-origin-refused-owner = { headline-sure }ゲートウェイの背後で、接続を受け付けるものがありません。
short-origin-timeout-connect = { headline-sure }ゲートウェイがサイトのサーバーに到達できません。
short-origin-timeout-connect-owner = { headline-sure }ゲートウェイが背後のサーバーに到達できません。
short-origin-timeout-response = { headline-sure }サイトのサーバーがページを作るのに時間がかかりすぎています。
short-origin-timeout-response-owner = { headline-sure }ゲートウェイの背後のサーバーの応答に時間がかかりすぎています。
short-origin-reset = { headline-sure }サイトのサーバーが接続を途中で切断しています。
short-origin-closed-early = { headline-sure }サイトのサーバーが応答を終える前に接続を閉じています。
short-origin-invalid-response = { headline-sure }サイトのサーバーが壊れた応答を送っています。
short-origin-overloaded = { headline-sure }サイトのサーバーの負荷が高すぎます。
short-origin-app-error = { headline-sure }ページを作るプログラムがエラーになっています。
short-pool-empty = { headline-sure }サイトに、動作しているサーバーが残っていません。
short-pool-partial = { headline-sure }サイトのサーバーの一部がエラーになり、ほかは正常です。
short-edge-unreachable = { headline-sure }サイトがまったく接続を受け付けていません。
short-edge-internal = { headline-sure }サイトの入口（ゲートウェイ）自体がエラーになっています。
short-maintenance = { headline-sure }サイトはメンテナンス中です。
short-one-address-dead = { headline-sure }サイトのアドレスの一部が動作していません。
short-ipv6-broken = { headline-sure }サイトは、IPv4では正常ですが、IPv6では動作していません。
short-tls-certificate-expired = { headline-sure }サイトの身元を示す証明書の期限が切れています。
short-tls-certificate-name = { headline-sure }サイトが、別の名前の証明書を示しています。
short-site-not-found = { headline-sure }応答したゲートウェイに、このサイトが登録されていません。
short-dnssec-bogus = { headline-sure }サイトのDNSレコードの署名が壊れています。
short-nameserver-failing = { headline-sure }サイト自身のDNSサーバーが応答していません。
short-redirect-loop = { headline-sure }サイトのリダイレクトが循環しています。
short-stale-dns = サイトは正常です。{ headline-sure }お使いのDNSサーバーが古いアドレスを案内しています。
short-resolver-failing = サイトは正常です。{ headline-sure }お使いのDNSサーバーが動作していません。
short-resolver-hijack = サイトは正常です。{ headline-sure }お使いのDNSサーバーが別の場所を案内しています。
short-no-internet = { headline-sure }インターネット接続が切れています。サイトは原因ではありません。
short-router-unreachable = { headline-sure }ルーターが応答しないため、その先のどこにも到達できません。
short-captive-portal = { headline-sure }このネットワークでページを開くには、先にログインが必要です。
short-hosts-file = サイトは正常です。{ headline-sure }このコンピューターのhostsファイルの1行が、別の場所を指しています。
short-local-proxy = サイトは正常です。{ headline-sure }途中のプロキシがエラーになっています。
short-clock-skew = { headline-sure }このコンピューターの時計が合っていないため、安全なページが危険と表示されます。
short-browser-state = サイトは現在正常です。{ headline-sure }ブラウザーが保存した内容を表示しています。
short-transient = { headline-sure }問題は解消しました。ページは再び表示されます。
short-healthy = ここからはページが表示されます。問題はありません。

# Changes to a configuration. Each tells what it does, how its value is chosen, and what it does not mend.
next-look-in-front = それでも訪問者にエラーが表示される場合、原因はこのサーバーより手前か、別の時刻にあります。手前のゲートウェイやCDNのログ、または訪問者の言う時刻のログを読んでください。
next-other-times = --since と --until で別の期間を指定するか、どちらも指定しないでください。
next-read-the-error-log = 同じ時刻のゲートウェイのエラーログも確認してください。アクセスログで分かるのは失敗したことだけで、理由はエラーログに書かれます（nginxはerror_log、ApacheはErrorLog。HAProxyとEnvoyは、書式に含まれていれば同じ行に理由を書きます）。または、アクセスログの情報を増やします。nginxでは、log_formatに$upstream_addr、$upstream_status、$upstream_connect_time、$upstream_header_timeを加えてください。
next-change-address = { $file }で、`{ $old }`を`{ $new }`に置き換えてください。ページは{ $address }で確認しました。古いアドレスでは、接続を受け付けるものがありません。ほかの箇所にある古いアドレスは変更されません。サーバーが古いアドレスで動くべき場合は、代わりにサーバーを直してください。
next-change-scheme = { $file }で、`{ $old }`を`{ $new }`に置き換えてください。これが、{ $address }のサーバーで実際に確認されたプロトコルです。
next-change-tls-name = { $file }で、nginxが背後のサーバーに`{ $name }`という名前で接続するようにしてください。この名前では、{ $address }で有効な証明書が示されることを確認しました。証明書の検証はオンのままにしてください。自分のサーバーと別のサーバーを見分けるためのものです。
next-change-body = { $file }で、閲覧者がここに{ $size } MBまで送信できるようにしてください。ログに記録された、拒否されたアップロードの最大は{ $bytes }バイトです。アプリケーション側にも上限がある場合があり（PHPでは`upload_max_filesize`と`post_max_size`）、同じ大きさ以上にする必要があります。上限そのものはなくさないでください。第三者にディスクを埋められるのを防ぐものです。
next-change-buffers = { $file }で、応答ヘッダーのための領域を広げてください。`{ $name }`にはヘッダー全体が収まる必要があり、{ $size } kBで足ります。この大きさのメモリが待機中のリクエストごとに使われるため、ヘッダーの大きさを測り（背後のサーバーに対して`curl -sD - -o /dev/null`）、それより大きい2の累乗にしてください。ヘッダー自体は小さくなりません。増え続けるCookieがないか確かめてください。
next-change-files = { $file }で、各ワーカーが{ $files }個のファイルを開けるようにしてください。中継する接続は1本につき2個を使うため、接続{ $connections }本にはその2倍が必要で、ログの分も必要です。反映にはnginxの再起動が必要です。これ以上ファイルを開けないワーカーには、終了の指示が届かないためです。接続が閉じられないままになっている場合には効果がありません。接続数が増え続けないか見守ってください。
next-change-connections = { $file }で、各ワーカーに{ $connections }本の接続を許可してください（変更前：{ $now }）{ $files ->
    [none] {""}
   *[other] 。あわせて、開けるファイルを{ $files }個にしてください
    }。背後のサーバーは速くなりません。サーバーが遅い場合は待ち行列が長くなるだけのため、先にサーバーを調べてください。
