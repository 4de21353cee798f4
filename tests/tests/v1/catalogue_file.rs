//! The documented endpoints, as `data/api-v1.tsv` has them.

/// One documented endpoint.
#[derive(Debug, PartialEq)]
pub(crate) struct Documented {
    pub(crate) name: &'static str,
    pub(crate) method: &'static str,
    pub(crate) path: &'static str,
    pub(crate) permission: Option<&'static str>,
    pub(crate) edition: Option<&'static str>,
    /// Place, name and `*` where required, sorted: `query:timeFrom*`.
    pub(crate) parameters: Vec<String>,
}

/// All of them, in order.
pub(crate) fn documented() -> Vec<Documented> {
    include_str!("../../data/api-v1.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| {
            let fields: Vec<&str> = line.split('\t').collect();
            let [name, method, path, permission, edition, parameters] = fields[..] else {
                panic!("six fields: {line}");
            };
            let given = |field: &'static str| (field != "-").then_some(field);
            let mut parameters: Vec<String> = given(parameters)
                .unwrap_or_default()
                .split_whitespace()
                .map(str::to_owned)
                .collect();
            parameters.sort_unstable();
            Documented {
                name,
                method,
                path,
                permission: given(permission),
                edition: given(edition),
                parameters,
            }
        })
        .collect()
}
