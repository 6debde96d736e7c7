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
# 2026年11月24日 10:00 UTC
form-time = { $year }年{ $month }月{ $day }日 { $hour }:{ $minute } UTC
form-time-with-seconds = { $year }年{ $month }月{ $day }日 { $hour }:{ $minute }:{ $second } UTC
# 一覧で、前にあるものに続く一つ。
form-list = { $before }、{ $next }
# 前の文に続く一文。
form-sentences = { $before }{ $next }
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
form-service-silent = サービスからまだ応答がない
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
