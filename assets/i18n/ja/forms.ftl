# 数値、サイズ、時刻、一覧の書き方。文や表の中で使われます。

form-under-a-millisecond = 1 ms未満
form-milliseconds = { $number } ms
# 2.5秒
form-parts-of-seconds = { $whole }.{ $part }秒
form-seconds = { $number }秒
form-minutes = { $number }分
form-hours = { $number }時間
form-bytes = { $number } B
form-kibibytes = { $number } KiB
form-mebibytes = { $number } MiB
# 千の位までと、その後の3桁。
form-thousands = { $before },{ $next }
# 2026年11月24日 10:00 UTC
form-time = { $year }年{ $month }月{ $day }日 { $hour }:{ $minute } UTC
form-time-with-seconds = { $year }年{ $month }月{ $day }日 { $hour }:{ $minute }:{ $second } UTC
form-time-here = { $year }年{ $month }月{ $day }日 { $hour }:{ $minute }:{ $second }
# 一覧で、前にあるものに続く一つ。
form-list = { $before }、{ $next }
# 前の文に続く一文。
form-sentences = { $before }{ $next }
# 名前と、それについての説明。
form-titled = { $title }：{ $text }
form-no-connection = 接続できない
form-certificate = 証明書
form-no-answer = 応答なし
form-broken-off = 途中で切断
form-unclear = 不明
# 試さなかった理由：
form-not-reached = そこまで届かなかった
form-stopped = 応答の前に中止した
form-out-of-time = 診断の制限時間が過ぎた
form-not-answered-yet = まだ応答がない
form-service-silent = サービスからまだ応答がありません
form-asked-else = 別のことを尋ねました
form-place-gone = その地点がなくなっていた
form-no-status = 応答にステータスがない
form-no-tunnel = プロキシがトンネルを開かなかった
form-no-hop = 途中の機器は尋ねていない
form-no-trace-here = このシステムでは経路をまだ調べられない
form-link-local = リンクローカルアドレスにはインターフェースの指定が必要
form-no-entry = 項目なし
form-no-tool = 表を読むツールがない
form-tool-silent = ツールが時間内に応答しなかった
form-reading-stopped = 読み取りを中止した
# サーバーが何も言わなかったとき、または挙げるものがないとき：
form-without-a-word = 何も言わず
form-none = なし

form-no-kernel-log = カーネルのログをこのユーザーは読めない
form-no-systemd = ここではsystemdが動いていない
form-pools-closed = PHP-FPMのプールをこのユーザーは読めない
form-no-pools = 通常の場所にPHP-FPMのプールがない
form-no-file-system = 調べられるファイルシステムがない
form-no-way-to-look = このシステムではGatemendがそこを調べる方法がない

# ファイルを読み書きできない理由、設定を確認できない理由：
form-no-file = ファイルまたはフォルダーがありません
form-no-access = アクセスが許可されていません
form-name-taken = 同じ名前のものがすでにあります
form-path-no-folder = パスの途中にフォルダーでないものがあります
form-a-folder = これはフォルダーです
form-read-only = ドライブが読み取り専用です
form-drive-full = ドライブに空きがありません
form-no-space-left = このユーザーが使えるディスク容量の上限に達しています
form-too-large = 大きすぎます
form-name-not-allowed = 名前が長すぎるか、ここでは使えない名前です
form-in-use = ほかのプログラムが使用中です
form-ends-early = 途中で終わっています
form-no-text = テキストではありません
form-no-regular-file = ファイルではありません
form-on-standard-input = 通常のファイルではありません。標準入力から渡してください
form-larger-than-a-case = 64 MiBを超えています
form-no-case-file = 診断ファイルではありません
form-empty = 空です
form-stopped-early = 途中で中止しました
form-became-shorter = 読み取り中に短くなりました
form-standard-input = 標準入力
form-too-deep = ファイルの読み込みの入れ子が深すぎます
form-includes-itself = 自分自身を読み込んでいます
form-not-permitted = 許可されていません
form-not-supported = このシステムでは使えません
form-system-error = システムのエラーです（{ $what }）
form-not-here = { $what }はここにはありません
form-too-many-addresses = { $what }のアドレスが多すぎて、すべては保持されません
form-not-permitted-for = { $what }：許可されていません
form-service-unreadable = サービスの応答を読み取れません
form-service-spent = サービスは今これ以上測定を受け付けません
form-service-spent-until = サービスは今これ以上測定を受け付けません。{ $what }秒後に再び問い合わせできます
form-service-nobody = サービスにはこれらの地点に測定点がありません
form-service-forgot = サービスにこの測定はもう残っていません
form-register-none = 担当の登録機関が示されていません
form-register-circle = 登録機関が互いを案内し合い、終わりがありません
form-register-unreadable = 登録機関の応答を読み取れません
form-leads-inside = その名前は自分のネットワークの中を指しています
