//! Permissions and editions are needed where they are documented.

use comm100::sandbox::Edition;

use super::catalogue::{enterprise, ids, in_order, rows, send, target};
use crate::raw::at_noon;
use crate::tokens::with_token;

#[tokio::test]
async fn a_permission_is_needed_where_it_is_documented_and_nowhere_else() {
    let (sandbox, agent, _) = enterprise().await;
    let ids = ids(&agent);
    let caller = with_token(&sandbox, "night@example.com");
    for row in in_order() {
        if row.path.starts_with("partner/") {
            continue;
        }
        let answer = send(&caller, &row, &target(&row, &ids, None), None);
        match row.permission {
            Some(permission) => {
                let message = answer.refused(403);
                assert!(
                    message.contains(&format!("'{permission}'")),
                    "{}: {message}",
                    row.path
                );
            }
            None => assert_eq!(answer.status, 200, "{}: {}", row.path, answer.text()),
        }
    }
}

#[tokio::test]
async fn an_edition_lacks_what_the_documentation_says() {
    for edition in [Edition::Team, Edition::Business] {
        let sandbox = at_noon().edition(edition).start().await.expect("a sandbox");
        let caller = with_token(&sandbox, "admin@example.com");
        let ids = ids(&caller);
        for row in rows() {
            if row.method != "GET" || row.path.starts_with("partner/") {
                continue;
            }
            let answer = send(&caller, &row, &target(&row, &ids, None), None);
            let lacks = match row.edition {
                Some("Enterprise") => true,
                Some(_) => edition == Edition::Team,
                None => false,
            };
            if lacks {
                let message = answer.refused(403);
                assert!(message.contains("edition"), "{}: {message}", row.path);
            } else {
                assert_eq!(answer.status, 200, "{}: {}", row.path, answer.text());
            }
        }
    }
}
