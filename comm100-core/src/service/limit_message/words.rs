//! The vocabulary of limit messages, in the languages that decide.
//!
//! Words are lower case, without accents; one that ends in `*` matches every
//! word that starts with it. Scripts without spaces have phrases instead,
//! which match anywhere.

/// A class of words.
pub(super) struct Vocabulary {
    /// Separated by spaces.
    pub(super) words: &'static str,
    /// Phrases of scripts without spaces.
    pub(super) phrases: &'static str,
}

/// A day: the period of the limit that is meant.
pub(super) const DAY: Vocabulary = Vocabulary {
    words: "day daily today tomorrow midnight heute heutige* taglich* tages* jour aujourd quotidien* \
        journalier* dia diari* hoy hoje giorno giornalier* oggi dag dagelijks* daglimiet* \
        daglig* vandaag gunluk bugun dzienn* dzisiaj день дневн* суточн* сутки сегодня",
    phrases: "每天 每日 今天 今日 当天 當天 当日 當日 一天内 日限额 本日 毎日 日次 1日の 1日あたり 1日に 一日あたり 하루 오늘 일일",
};

/// A limit, or that it is reached.
pub(super) const LIMIT: Vocabulary = Vocabulary {
    words: "limit* quota* allowance cap capped exceed* exhaust* reach* maximum max consumed depleted \
        throttl* kontingent* tageslimit* tageskontingent* uberschr* erreicht* aufgebraucht* \
        ausgeschopft* erschopft* depass* atteint* epuis* cuota* cota exced* superad* alcanzad* \
        agotad* atingi* esgotad* superat* raggiunt* esaurit* limiet* daglimiet* overschred* \
        bereikt opgebruikt limiti asildi przekrocz* лимит* превыш* исчерпан*",
    phrases: "上限 限制 限额 限額 配额 配額 超过 超過 超出 用完 用尽 达到 達 超え 한도 초과",
};

/// Requests: what the day's limit counts.
pub(super) const REQUESTS: Vocabulary = Vocabulary {
    words: "request* calls api apis queries hits invocation* usage rate anfrage* aufruf* requete* \
        appel* solicitud* peticion* llamada* requisic* solicitac* chamada* richiest* chiamat* \
        verzoek* aanroep* istek* zapytan* запрос* вызов*",
    phrases: "请求 請求 调用 調用 接口 次数 次數 リクエスト 呼び出し 回数 요청 호출",
};

/// The words of other limits than the day's requests, and of refusals without a limit.
pub(super) const OTHERS: [Vocabulary; 5] = [
    // At one time, or in bursts.
    Vocabulary {
        words: "concurren* simultan* parallel* secondary burst* thread* connection* session* queue* \
            gleichzeitig* nebenlaufig* gelijktijdig* contemporane* concomitan* одновременн*",
        phrases: "并发 並發 同时 同時 동시",
    },
    // Sizes.
    Vocabulary {
        words: "mb kb gb tb kib mib gib byte* octet* megabyte* kilobyte* mo ko size* large* length \
            character* payload* attachment* file* upload* storage disk memory bandwidth zeichen \
            groß* anfragegroße datei* anhang* taille* fichier* tamano* archivo* adjunto* tamanho* \
            arquivo* anexo* dimension* allegat* bestand* grootte bijlage* boyut* размер* вложен* \
            файл* байт* мб",
        phrases: "大小 附件 文件 字节 字節 サイズ バイト 添付 ファイル 크기 첨부",
    },
    // Seats, permissions, maintenance.
    Vocabulary {
        words: "seat* licen* lizenz* asiento* posto posti maintenance wartung* permission* permiso* \
            permiss* permess* privilege* unauthori* authori* autoris* autoriz* berechtig* \
            toestemming* izin* разрешени* прав",
        phrases: "权 權限 権限 坐席 座席 席位 ライセンス 권한",
    },
    // Things that are not requests.
    Vocabulary {
        words: "agents operators users members sites departments visitors chats conversation* \
            campaigns contact* ticket* message* nachricht* mensaje* mail* email* sms invit* \
            notification* export* import* download* report* transcript* login* logon* password* \
            passwort* attempt* translation* token* credit* webhook* event* record* row* item* pages \
            results objects fields entries addresses search* article* batch* bots chatbot* phone* \
            voice*",
        phrases: "邮件 短信 消息 登录 导出",
    },
    // Properties of a single request.
    Vocabulary {
        words: "range* period* span* interval* date dates datum* history zeitraum* zeitspanne* \
            periode* intervalo* rango* fecha*",
        phrases: "单次 每次",
    },
];

/// Periods that are not a day.
pub(super) const PERIODS: Vocabulary = Vocabulary {
    words: "second* sec secs minut* min mins hour* hr hrs h rpm rps qps tps week* month* year* \
        annual* sekunde* stunde* stundlich* std woche* wochentlich* monat* jahr* heure* horaire* \
        semaine* mois mensuel* segundo* hora horas semana* mes mensual* mensal* ora ore orari* \
        settiman* mese mensil* uur seconde* maand* saniye* dakika* saat* godzin* minucie sekund* \
        секунд* минут* час часа часов недел* месяц*",
    phrases: "分钟 分鐘 每分 毎分 分間 分あたり 秒 小时 小時 時間 每周 每週 每月 毎月 月間 本月 分당 분당 초당 시간",
};

/// Periods that are as long as a day, by number and unit.
pub(super) const DAY_LONG: [(&str, u64); 3] = [("24", 60 * 60), ("1440", 60), ("86400", 1)];

/// Returns the seconds of a unit of time in English.
pub(super) fn seconds_of(unit: &str) -> Option<u64> {
    match unit {
        "s" | "sec" | "secs" | "second" | "seconds" => Some(1),
        "m" | "min" | "mins" | "minute" | "minutes" => Some(60),
        "h" | "hr" | "hrs" | "hour" | "hours" | "stunden" | "heures" | "horas" | "ore" | "uur" => {
            Some(60 * 60)
        }
        _ => None,
    }
}

/// Returns the letter without its accent.
pub(super) fn without_accent(letter: char) -> char {
    match letter {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' => 'a',
        'ç' => 'c',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' | 'ı' => 'i',
        'ñ' => 'n',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' => 'o',
        'ù' | 'ú' | 'û' | 'ü' => 'u',
        'ş' => 's',
        _ => letter,
    }
}
