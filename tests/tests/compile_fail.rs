//! Diagnostics: each file in `compile_fail` contains one mistake, with rustc's output beside it.

#[test]
fn each_mistake_is_one_error_on_the_wrong_token() {
    let cases = trybuild::TestCases::new();
    for kind in [
        "attributes",
        "templates",
        "signatures",
        "parameters",
        "types",
        "derive",
        "v1",
    ] {
        cases.compile_fail(format!("compile_fail/{kind}/*.rs"));
    }
}
