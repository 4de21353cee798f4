//! `sync_departments`: the plan first, then the changes, and nothing the second time.

use std::fs;

use comm100::{
    sandbox::Sandbox,
    v1::{Department, DepartmentsApi as _},
};

use crate::programs::{Program, folder};

const FILE: &str = "comm100/examples/departments.toml";

fn sync(sandbox: &Sandbox, arguments: &[&str]) -> Program {
    Program::new("sync_departments")
        .admin_of(sandbox)
        .args(arguments)
}

async fn departments(sandbox: &Sandbox) -> Vec<Department> {
    let client = sandbox.client().expect("a client");
    client.list_departments().await.expect("the departments")
}

#[tokio::test(flavor = "multi_thread")]
async fn the_second_run_does_nothing() {
    let sandbox = Sandbox::start().await.expect("a sandbox");
    let before = departments(&sandbox).await;

    let plan = sync(&sandbox, &[FILE]).succeeds().stdout;
    assert!(plan.contains("~ update Sales"), "{plan}");
    assert!(plan.contains("+ create Refunds"), "{plan}");
    assert!(plan.contains("kept without --remove: Billing"), "{plan}");
    assert!(plan.contains("Nothing was changed; use --apply"), "{plan}");
    assert_eq!(departments(&sandbox).await, before);

    let applied = sync(&sandbox, &[FILE, "--apply"]).succeeds().stdout;
    assert!(applied.ends_with("Done.\n"), "{applied}");
    let after = departments(&sandbox).await;
    let names: Vec<&str> = after.iter().map(|known| known.name.as_str()).collect();
    assert_eq!(names, ["Sales", "Support", "Billing", "Refunds"]);
    assert_eq!(after[3].description, "Money back");
    assert_eq!(after[3].members.len(), 1);

    let requests = sandbox.requests();
    let again = sync(&sandbox, &[FILE, "--apply"]).succeeds().stdout;
    assert!(again.contains("Nothing to do: 3 match already."), "{again}");
    assert_eq!(sandbox.requests(), requests + 2, "two lists were read");
    assert_eq!(departments(&sandbox).await, after);

    let removed = sync(&sandbox, &[FILE, "--apply", "--remove"])
        .succeeds()
        .stdout;
    assert!(removed.contains("- remove Billing"), "{removed}");
    let names: Vec<String> = departments(&sandbox)
        .await
        .into_iter()
        .map(|known| known.name)
        .collect();
    assert_eq!(names, ["Sales", "Support", "Refunds"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn only_what_the_file_says_is_changed() {
    let sandbox = Sandbox::start().await.expect("a sandbox");
    let before = departments(&sandbox).await;
    let file = folder("sync").join("departments.toml");
    fs::write(&file, "[[department]]\nname = \"SALES\"\nmembers = []\n").expect("a file");
    let file = file.to_str().expect("text");
    let plan = sync(&sandbox, &[file, "--apply"]).succeeds().stdout;
    assert!(
        plan.contains("nobody") && !plan.contains("description"),
        "{plan}"
    );
    let after = departments(&sandbox).await;
    assert_eq!(after[0].name, "SALES");
    assert_eq!(after[0].description, before[0].description);
    assert!(after[0].members.is_empty());
    assert_eq!(after[1..], before[1..]);
}

#[tokio::test(flavor = "multi_thread")]
async fn mistakes_in_the_file_are_reported_before_anything_is_changed() {
    let sandbox = Sandbox::start().await.expect("a sandbox");
    let before = departments(&sandbox).await;
    let file = folder("sync_mistakes").join("departments.toml");
    for (text, told) in [
        (
            "[[department]]\nname = \"A\"\n[[department]]\nname = \"a\"\n",
            "\"a\" twice",
        ),
        (
            "[[department]]\nname = \"A\"\nmembers = [\"x@y.z\"]\n",
            "email \"x@y.z\"",
        ),
        (
            "[[department]]\nname = \"A\"\nmember = []\n",
            "unknown field `member`",
        ),
        ("[[department]\n", "departments.toml: "),
        (
            "[[department]]\ndescription = \"\"\n",
            "missing field `name`",
        ),
    ] {
        fs::write(&file, text).expect("a file");
        let said = sync(&sandbox, &[file.to_str().expect("text"), "--apply"]).fails();
        assert!(said.starts_with("error: ") && said.contains(told), "{said}");
    }
    let said = sync(&sandbox, &["no/such/file.toml"]).fails();
    assert!(said.contains("cannot read no/such/file.toml"), "{said}");
    assert_eq!(departments(&sandbox).await, before);
}
