//! What misuse gets: each file of `compile_fail` holds one mistake, beside it is what rustc says.

#[test]
fn misuse_is_told_once_and_on_the_wrong_token() {
    let cases = trybuild::TestCases::new();
    for kind in [
        "attributes",
        "templates",
        "signatures",
        "parameters",
        "types",
        "derive",
    ] {
        cases.compile_fail(format!("compile_fail/{kind}/*.rs"));
    }
}
