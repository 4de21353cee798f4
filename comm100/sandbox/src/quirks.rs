//! Unusual forms in the documentation, in addition to the ordinary ones. Each can be switched on.

use serde_json::{Map, Value};

macro_rules! quirks {
    ($($(#[$doc:meta])+ $name:ident),+ $(,)?) => {
        /// An odd form of the documented API.
        ///
        /// The sandbox responds in the ordinary form by default. Switch quirks on with [`Quirks`]:
        ///
        /// ```
        /// use comm100::sandbox::{Quirk, Quirks, Sandbox};
        ///
        /// # async fn demo() -> comm100::Result<()> {
        /// let sandbox = Sandbox::builder()
        ///     .quirks(Quirks::none().with(Quirk::SecondDates).with(Quirk::FieldIds))
        ///     .start()
        ///     .await?;
        /// # Ok(()) }
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Quirk {
            $($(#[$doc])+ $name,)+
        }

        impl Quirk {
            /// All quirks, for tests that switch on one at a time.
            pub const ALL: &[Quirk] = &[$(Quirk::$name),+];
        }
    };
}

quirks! {
    /// An agent's `is_active` and `is_admin` are the strings `"true"` and `"false"`, and in version 2 `isPrivate`.
    StringBooleans,
    /// A single agent has `name`, and the list has `display_name`; the ordinary form is the other way around.
    SwappedAgentNames,
    /// `attachment` and `note_attachment` are one object, the first, instead of a list.
    SingleAttachments,
    /// The id of a custom field is called `field_id` instead of `id`.
    FieldIds,
    /// A chat's `operators` is a list of `{id, display_name, email}` instead of a string of names.
    OperatorObjects,
    /// A chat's `rating` is a number instead of a string.
    NumericRatings,
    /// `/Date(N)/` counts seconds, as the samples of chats do, instead of milliseconds.
    SecondDates,
    /// `/Date(N)/` has an offset: `/Date(1358453897000+0800)/`.
    OffsetDates,
    /// A visitor's `landing_page` holds the page's title before its URL.
    TitledLandingPages,
    /// The wrap-up form is the bare list of its fields.
    BareWrapUpForm,
    /// The offline message form is as in its sample: with `isEnable`, and no custom page.
    SampleOfflineMessageForm,
    /// A single offline message comes wrapped in a page, behind another message.
    OfflineMessageInPage,
    /// A distribution's `avgVisits` is called `visits`.
    PlainVisits,
    /// `avgMmaxQueueSize` and `chatsInitialtedByVisitors` are spelled correctly.
    CorrectSpelling,
    /// The rows of the rating report grouped by agent have `time` and no `agentId`.
    RatingRowsByTime,
    /// The rows of the conversions report have no key at all.
    ConversionRowsWithoutKey,
    /// The items of an agent's status log call the status `name`.
    StatusLogNames,
    /// A queue's `visitorId` is the visitor's UUID instead of a number.
    UuidQueueVisitors,
    /// An empty list inside an object is `null`.
    NullLists,
    /// Members that would be `null` are absent.
    AbsentNulls,
    /// Each object has an undocumented field.
    UnknownFields,
    /// Enumerations have an undocumented value: an agent's, a department's and a
    /// visitor's status, the site's status, and the types of form fields; in version 2 all of them.
    UnknownValues,
    /// The keys of error bodies are not quoted, as in the one documented example.
    UnquotedErrorKeys,
    /// The code in an error body is a string.
    StringErrorCodes,
    /// An error body has `error_code` and `error_message`.
    LongErrorNames,
    /// A request over the daily limit gets 500 with the code 500010, as in drafts, instead of 403.
    LimitAsServerError,
    /// Every body starts with a byte-order mark.
    ByteOrderMark,
    /// Version 2: where there would be no body, there is a sentence as a JSON string.
    Sentences,
    /// Version 2: the installation code is a JSON string instead of an object with `code`.
    BareCode,
    /// Version 2: the installation code is HTML instead of JSON.
    HtmlCode,
    /// Version 2: the installation code is the inside of a JSON string, as in its sample: HTML with escaped quotes.
    EscapedCode,
    /// Version 2: names and forms are those of the tables instead of the samples, such as `isShowAvatars` for
    /// `isShowAdatar`.
    TableSpellings,
    /// Version 2: words of enumerations are in lower case.
    LowerCaseWords,
    /// Version 2: words of enumerations start with a capital letter, such as `Url` or `Missed`.
    CapitalizedWords,
    /// Version 2: some numbers are texts, as in tables and in samples of requests.
    NumbersAsTexts,
    /// Version 2: the type of a line in a transcript is `agent` or `visitor` instead of `enumAgent` or `enumVisitor`.
    BareAuthors,
    /// Version 2: times have a fraction of a second.
    TimeFractions,
    /// Version 2: the category of a wrap-up is a text instead of a list.
    WrapUpTexts,
    /// Version 2: groups are objects with `id` and `name` instead of ids.
    GroupObjects,
    /// Version 2: the URL of a page that does not exist is null instead of empty.
    NullPages,
    /// Version 2: texts that are not set are null instead of empty, as in the responses to some creations.
    NullTexts,
    /// Version 2: the notification of a visitor segment is JSON inside a string, or the word `None`.
    NotificationTexts,
    /// Version 2: the times in transcripts have another account's format: `25.03.2019 14:06`.
    OtherTimeFormat,
}

/// The odd forms that the sandbox uses. None by default.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Quirks(u64);

impl Quirks {
    /// Returns the ordinary forms.
    #[must_use]
    pub const fn none() -> Self {
        Self(0)
    }

    /// Returns all odd forms at once.
    #[must_use]
    pub fn all() -> Self {
        Quirk::ALL.iter().copied().collect()
    }

    /// Adds a quirk.
    #[must_use]
    pub const fn with(self, quirk: Quirk) -> Self {
        Self(self.0 | 1 << quirk as u64)
    }

    /// Removes a quirk.
    #[must_use]
    pub const fn without(self, quirk: Quirk) -> Self {
        Self(self.0 & !(1 << quirk as u64))
    }

    /// Returns true if this one is switched on.
    #[must_use]
    pub const fn has(self, quirk: Quirk) -> bool {
        self.0 & 1 << quirk as u64 != 0
    }
}

impl From<Quirk> for Quirks {
    fn from(quirk: Quirk) -> Self {
        Self::none().with(quirk)
    }
}

impl FromIterator<Quirk> for Quirks {
    fn from_iter<I: IntoIterator<Item = Quirk>>(quirks: I) -> Self {
        quirks.into_iter().fold(Self::none(), Self::with)
    }
}

impl Quirks {
    /// Applies the quirks that are not about one resource to a whole body.
    pub(crate) fn apply(self, body: &mut Value) {
        match body {
            Value::Array(items) => items.iter_mut().for_each(|item| self.apply(item)),
            Value::Object(fields) => self.apply_to_fields(fields),
            _ => {}
        }
    }

    fn apply_to_fields(self, fields: &mut Map<String, Value>) {
        for value in fields.values_mut() {
            self.apply(value);
            if self.has(Quirk::NullLists) && value.as_array().is_some_and(Vec::is_empty) {
                *value = Value::Null;
            }
        }
        if self.has(Quirk::AbsentNulls) {
            fields.retain(|_, value| !value.is_null());
        }
        if self.has(Quirk::UnknownFields) {
            fields.insert("undocumented".to_owned(), Value::from("a later addition"));
        }
    }
}
