//! Prints a program that calls every endpoint of version 1, for `comm100/benches/compile.sh`.

fn main() {
    print!("{}", comm100_tests::catalogue::v1_program());
}
