use super::text::split_words;
use super::*;

const NOON: Duration = Duration::from_secs(12 * 60 * 60);

fn response(status: u16, message: &str) -> LimitResponse<'_> {
    LimitResponse {
        status: StatusCode::from_u16(status).unwrap(),
        code: None,
        name: None,
        message: Some(message),
        retry_after: None,
        until_reset: NOON,
    }
}

/// Name a day, so that they count with 429 too.
const OF_THE_DAY: [&str; 62] = [
    "You have exceeded the daily limit.",
    "DAILY QUOTA REACHED",
    "Daily request limit exceeded",
    "The daily limit of 5000 requests is exceeded. It is reset at 00:00 UTC.",
    "The daily quota is used up: limit 5000",
    "You have used all of your API calls for today.",
    "DailyLimitExceeded",
    "DAILY_LIMIT_EXCEEDED",
    "dailyAPILimitReached",
    "Maximum number of API requests reached for today",
    "limited to 5000 per day",
    "limited to 5000/day",
    "Too many requests today",
    "Too many API requests for this account in one day",
    "The number of API calls of this day is exhausted",
    "limit(day): 5000",
    "You've hit the limit of 5,000 requests per day.",
    "You have exceeded your limit of 5000 daily requests",
    "Your plan allows 5000 API calls a day; you have exceeded it. Upgrade to get more.",
    "This account has exceeded the limit of the day.",
    "Today's API quota is exhausted.",
    "API requests are limited to 10000 each day.",
    "You have no API calls left for today",
    "0 requests remaining today",
    "No more API requests are available today",
    "You ran out of API calls for today",
    "The request limit of the account is reached; try again tomorrow.",
    "Rate limit exceeded: 5000 requests per day",
    "API rate limit of 5000 requests per 24 hours exceeded",
    "Request quota exceeded (5000 per 24h)",
    "5000 requests per 86400 seconds exceeded",
    "The limit of API requests is exceeded. Calls are possible again after midnight UTC.",
    "Limit of requests reached. The count is reset at 00:00 UTC.",
    "Daily limit of API requests exceeded. Try again in 12 hours.",
    "Daily API call limit reached, wait 11 hours and 59 minutes.",
    "Call limit of the day reached",
    "Usage limit exceeded for today",
    "Forbidden: the daily API limit has been reached",
    "Access denied. Daily API request limit exceeded for this key.",
    "The agent has used up the API calls of today.",
    "Tageslimit der API-Anfragen überschritten",
    "Das tägliche Anfragelimit ist erreicht.",
    "Sie haben die maximale Anzahl an Aufrufen pro Tag erreicht.",
    "Ihr Kontingent an API-Aufrufen ist für heute aufgebraucht",
    "La limite quotidienne de requêtes est dépassée.",
    "Vous avez atteint la limite de requêtes par jour.",
    "Quota de requêtes épuisé pour aujourd'hui",
    "Se ha superado el límite diario de solicitudes.",
    "Ha alcanzado el límite de llamadas a la API por día.",
    "Límite de peticiones agotado por hoy",
    "O limite diário de requisições foi excedido.",
    "Limite de chamadas da API por dia atingido",
    "Superato il limite giornaliero di richieste",
    "De dagelijkse limiet van API-verzoeken is overschreden.",
    "Превышен суточный лимит запросов",
    "今日API调用次数已达上限",
    "您今天的请求次数已用完",
    "超过每日请求限额",
    "24小时内请求次数超过限制",
    "本日のAPIリクエスト数の上限に達しました",
    "1日あたりのリクエスト上限を超えました",
    "일일 API 요청 한도를 초과했습니다",
];

/// Name a limit of requests without a period: the day's, with the documented 403.
const OF_REQUESTS: [&str; 6] = [
    "The limit of requests is exceeded.",
    "Request limit exceeded",
    "REQUEST_LIMIT_EXCEEDED",
    "API call limit exceeded",
    "You have reached the limit of API requests.",
    "The quota for API calls is used up.",
];

const OTHERS: [&str; 104] = [
    "",
    "Forbidden",
    "Permission denied.",
    "You do not have the permission 'Manage Settings'.",
    "Your permission is limited to API requests of your department.",
    "You have no permission to see the daily limit of requests.",
    "You are not authorized to make API calls; the daily limit does not apply.",
    "This request is not allowed in your edition.",
    "This call is not allowed today",
    "Your attachment exceeds 24 MB.",
    "Your attachment exceeds the daily limit of 24 MB",
    "Request size limit exceeded",
    "The request body exceeds the limit of 1048576 bytes.",
    "Maximum request length exceeded.",
    "The request is too large: limit 4MB",
    "You have exceeded the limit of 2 GB of API uploads a day",
    "Request entity too large",
    "Too many concurrent requests.",
    "Limit of concurrent API calls exceeded",
    "ConcurrentRequests (Concurrent API Requests) Limit exceeded.",
    "Too many simultaneous requests today",
    "Only 5 parallel requests are allowed; request limit exceeded",
    "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.",
    "Agent seat limit exceeded. Call sales to upgrade.",
    "Agent seat limit exceeded, please upgrade.",
    "Your license is limited to 5 API calls",
    "The limit of departments is reached.",
    "Limit of 10 chats per day reached",
    "The daily email limit is exceeded.",
    "You have sent too many messages today",
    "Daily limit of exports reached. This request is rejected.",
    "You can download 5 reports a day; limit exceeded",
    "Too many login attempts today",
    "Daily limit of translations exceeded",
    "Maximum number of agents per day reached",
    "Daily webhook limit exceeded",
    "The daily search limit is exceeded",
    "Too many requests",
    "Too Many Requests",
    "Rate limit exceeded",
    "API rate limit exceeded for this account",
    "Rate limit exceeded, retry in 1 second",
    "Too many requests; 24 per second are allowed",
    "Request limit exceeded: 10 per second",
    "The limit of 60 requests per minute is exceeded",
    "Request limit of 300 in 5 minutes exceeded",
    "Request limit exceeded (300/min)",
    "Limit of requests per hour exceeded",
    "You have reached the hourly limit of API calls",
    "API call limit exceeded, try again in 30 seconds",
    "Request limit exceeded: 5 rps",
    "Monthly request limit exceeded",
    "The quota of API requests of this month is exceeded",
    "Weekly limit of API calls reached",
    "Daily request limit exceeded, try again in 30 seconds",
    "Daily limit: retry after 5 minutes",
    "Limits: 5000 requests per day, 10 per second. One of them is exceeded.",
    "Your request exceeds the limit",
    "Your request exceeds the limit of 50 items",
    "The requested date range exceeds the limit of one day.",
    "A request may cover at most 1 day; limit exceeded",
    "The maximum is one day per request",
    "The period exceeds the maximum of 31 days for one request",
    "Your 30-day trial has ended: API requests are limited",
    "7 day limit of requests exceeded",
    "The daily limit is not exceeded, but this request is forbidden",
    "This is not the daily limit of requests",
    "API requests are limited today because of maintenance",
    "Delimited calls",
    "The number of requests is unlimited",
    "Connection limit exceeded today",
    "Too many requests in this session today",
    "The API is not available today",
    "Your API key expires today",
    "The limit parameter of this request must be at most 100",
    "API access is limited to business hours",
    "<html><body>Forbidden: daily request limit exceeded</body></html>",
    "Zu viele gleichzeitige Anfragen",
    "Limit von 10 Anfragen pro Sekunde überschritten",
    "Das Limit der Anfragen pro Minute ist überschritten",
    "Der Anhang überschreitet die Größe von 24 MB",
    "Ihnen fehlt die Berechtigung; das Tageslimit der Anfragen ist nicht erreicht",
    "Trop de requêtes simultanées",
    "La limite de requêtes par minute est dépassée",
    "La taille du fichier dépasse la limite du jour",
    "Limite de 10 requêtes par seconde atteinte aujourd'hui",
    "Demasiadas solicitudes simultáneas",
    "Límite de solicitudes por minuto superado",
    "No tiene permiso para hacer solicitudes hoy; límite superado",
    "Limite de requisições por segundo excedido",
    "O tamanho do arquivo excede o limite diário",
    "Superato il limite di richieste al minuto",
    "Te veel gelijktijdige verzoeken",
    "Превышен лимит запросов в секунду",
    "每分钟请求次数超过限制",
    "并发请求数超过每日限制",
    "请求大小超过限制",
    "附件大小超过今日限额",
    "您没有权限调用此接口",
    "单次请求不得超过一天内的数据限制",
    "同時リクエスト数の上限に達しました",
    "1分あたりのリクエスト数の上限に達しました",
    "添付ファイルのサイズが本日の上限を超えました",
    "동시 요청 한도를 초과했습니다",
];

#[test]
fn messages_of_the_day_s_limit() {
    let is_limit = |status| move |message: &&str| is_daily_limit(&response(status, message));
    for status in [403, 429] {
        let missed: Vec<_> = OF_THE_DAY
            .into_iter()
            .filter(|message| !is_limit(status)(message))
            .collect();
        assert_eq!(missed, [""; 0], "{status}");
    }
    assert!(OF_REQUESTS.iter().all(is_limit(403)));
    assert!(!OF_REQUESTS.iter().any(is_limit(429)));
}

#[test]
fn messages_of_other_limits() {
    for status in [403, 429, 500] {
        let taken: Vec<_> = OTHERS
            .into_iter()
            .filter(|message| {
                is_daily_limit(&LimitResponse {
                    code: Some(500_010),
                    ..response(status, message)
                })
            })
            .collect();
        assert_eq!(taken, [""; 0], "{status}");
    }
}

#[test]
fn statuses_and_codes() {
    let message = "Daily request limit exceeded";
    for (status, code, expected) in [
        (403, None, true),
        (403, Some(77), true),
        (429, None, true),
        (500, None, false),
        (500, Some(500_001), false),
        (500, Some(500_000), true),
        (500, Some(500_010), true),
        (400, None, false),
        (401, None, false),
        (404, None, false),
        (502, Some(500_010), false),
        (503, None, false),
    ] {
        let response = LimitResponse {
            code,
            ..response(status, message)
        };
        assert_eq!(is_daily_limit(&response), expected, "{status} {code:?}");
    }
}

#[test]
fn names_count_as_messages_do() {
    for (name, message, expected) in [
        (None, None, false),
        (Some("DailyLimitExceeded"), None, true),
        (
            Some("DailyLimitExceeded"),
            Some("Try again tomorrow."),
            true,
        ),
        (
            Some("Forbidden"),
            Some("Daily request limit exceeded"),
            true,
        ),
        (
            Some("PermissionDenied"),
            Some("Daily request limit exceeded"),
            false,
        ),
        (
            Some("RateLimitExceeded"),
            Some("Request limit exceeded"),
            false,
        ),
        (Some("DailyLimitExceeded"), Some("Only 24 MB a day"), false),
    ] {
        let response = LimitResponse {
            name,
            message,
            ..response(403, "")
        };
        assert_eq!(is_daily_limit(&response), expected, "{name:?}, {message:?}");
    }
}

#[test]
fn a_wait_that_ends_well_before_the_reset_is_another_limit_s() {
    for (wait, expected) in [
        (0, false),
        (1, false),
        (60 * 60, false),
        (12 * 60 * 60 - 15 * 60 - 1, false),
        (12 * 60 * 60 - 15 * 60, true),
        (12 * 60 * 60, true),
        (24 * 60 * 60, true),
    ] {
        let response = LimitResponse {
            retry_after: Some(Duration::from_secs(wait)),
            ..response(403, "Daily request limit exceeded")
        };
        assert_eq!(is_daily_limit(&response), expected, "{wait}");
    }
}

#[test]
fn a_long_text_is_no_message() {
    let long = format!(
        "Daily request limit exceeded.{}",
        " ".repeat(LONGEST_MESSAGE)
    );
    assert!(!is_daily_limit(&response(403, &long)));
}

#[test]
fn words_of_a_message() {
    for (message, expected) in [
        ("", &[][..]),
        ("Exceeds 24MB!", &["exceeds", "24", "mb"]),
        ("DailyAPILimit", &["daily", "api", "limit"]),
        (
            "RATE_LIMIT 5000/day",
            &["rate", "limit", "5000", "per", "day"],
        ),
        ("Täglich überschritten", &["taglich", "uberschritten"]),
    ] {
        assert_eq!(split_words(message), expected, "{message}");
    }
}
