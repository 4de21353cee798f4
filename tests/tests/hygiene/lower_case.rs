//! Constants, statics and unit structs with lower-case names, which a binding of the same name would match instead of
//! binding. Each module has all the names that the expansion may bind, as items of one kind.

/// A trait, a struct and the calls of both beside items that `$item` makes.
macro_rules! beside {
    ($kind:ident, $item:ident) => {
        mod $kind {
            #![allow(
                dead_code,
                non_camel_case_types,
                non_upper_case_globals,
                reason = "the names are what matters"
            )]

            use comm100::{Bytes, Endpoint, Page, Result, api};
            use serde::{Deserialize, Serialize};

            use crate::sent;

            $item!(
                ahead,
                builder,
                client,
                decoder,
                description,
                encoder,
                endpoint,
                endpoints,
                field,
                formatter,
                header,
                headers,
                info,
                information,
                item,
                items,
                limit,
                marker,
                name,
                number,
                options,
                page,
                pages,
                parameter,
                path,
                poll,
                query,
                request,
                response,
                runtime,
                send,
                site,
                source,
                text,
                this,
                timeout,
                ty,
                value,
                values,
                wire
            );

            /// A page.
            #[derive(Debug, Deserialize)]
            struct Tickets {}

            impl Page for Tickets {
                type Item = u64;

                fn has_next(&self, _: u32) -> bool {
                    false
                }

                fn into_items(self) -> Vec<u64> {
                    Vec::new()
                }
            }

            fn double(one: &u64) -> u64 {
                one * 2
            }

            /// A filter.
            #[derive(Debug, Serialize)]
            struct Filter<'a> {
                word: &'a str,
            }

            /// All places.
            #[api(path = "livechat/all", headers("x-a" = "b"))]
            trait All {
                /// A list.
                #[get("{id}")]
                async fn list(
                    &self,
                    id: u64,
                    #[query(page)] page_number: Option<u32>,
                    #[query(flatten)] filter: Filter<'_>,
                    #[query(with = double)] twice: Option<u64>,
                    #[header("X-Word")] word: Option<&str>,
                ) -> Result<Tickets>;

                /// A form.
                #[post("{id}:read")]
                async fn form(&self, id: u64, #[form(join = ",")] ids: &[u64]) -> Result<()>;

                /// An object.
                #[put]
                async fn object(
                    &self,
                    #[field(with = double)] one: u64,
                    #[field] two: Option<u64>,
                ) -> Result<Bytes>;

                /// A generic response.
                #[get]
                async fn generic<T>(&self, #[query] one: &T) -> Result<T>
                where
                    T: Serialize + serde::de::DeserializeOwned + Send + Sync;
            }

            /// All fields.
            #[derive(Debug, Endpoint)]
            #[endpoint(get = "livechat/all/{id}", returns = Tickets)]
            struct One<'a> {
                id: u64,
                #[query(page)]
                page_number: Option<u32>,
                #[query(with = double)]
                twice: Option<u64>,
                #[query]
                word: Option<&'a str>,
            }

            #[test]
            fn declarations_compile_and_send() {
                let all = crate::client();
                let list = all.list(1, Filter { word: "x" }).twice(2).word("y");
                let list = list
                    .timeout(std::time::Duration::from_secs(1))
                    .header("X-B", "c");
                assert_eq!(sent(list.request()), "GET livechat/all/1?word=x&twice=4");
                drop(
                    all.list(1, Filter { word: "x" })
                        .prefetch(1)
                        .max_pages(2)
                        .items(),
                );
                assert_eq!(
                    sent(all.form(1, &[2, 3]).request()),
                    "POST livechat/all/1:read ids=2,3"
                );
                assert_eq!(
                    sent(all.object(1).two(2).request()),
                    r#"PUT livechat/all {"one":2,"two":2}"#
                );
                assert_eq!(sent(all.generic(&1_u8).request()), "GET livechat/all?one=1");
                let one = One {
                    id: 1,
                    page_number: Some(2),
                    twice: Some(3),
                    word: Some("x"),
                };
                let one = all.call(one);
                assert_eq!(
                    sent(one.request()),
                    "GET livechat/all/1?page_number=2&twice=6&word=x"
                );
            }
        }
    };
}

macro_rules! constants {
    ($($name:ident),*) => { $(const $name: u8 = 1;)* };
}

macro_rules! statics {
    ($($name:ident),*) => { $(static $name: u8 = 1;)* };
}

macro_rules! unit_structs {
    ($($name:ident),*) => { $(#[derive(Debug)] struct $name;)* };
}

beside!(constant, constants);
beside!(fixed, statics);
beside!(unit, unit_structs);
