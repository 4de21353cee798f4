//! An id, a group or a filter that does not belong does not compile.

#[test]
fn what_does_not_belong_does_not_compile() {
    trybuild::TestCases::new().compile_fail("v1_compile_fail/*.rs");
}
