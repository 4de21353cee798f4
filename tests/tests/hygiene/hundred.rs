//! A trait of a hundred methods.

use comm100::{Client, Result, api};

use crate::{client, sent};

/// A hundred.
#[api(path = "livechat/numbers")]
trait Hundred {
    /// Number 0.
    #[get("00/{id}")]
    async fn number_00(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 1.
    #[post("01/{id}")]
    async fn number_01(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 2.
    #[put("02/{id}")]
    async fn number_02(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 3.
    #[delete("03/{id}")]
    async fn number_03(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 4.
    #[get("04/{id}")]
    async fn number_04(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 5.
    #[post("05/{id}")]
    async fn number_05(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 6.
    #[put("06/{id}")]
    async fn number_06(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 7.
    #[delete("07/{id}")]
    async fn number_07(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 8.
    #[get("08/{id}")]
    async fn number_08(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 9.
    #[post("09/{id}")]
    async fn number_09(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 10.
    #[put("10/{id}")]
    async fn number_10(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 11.
    #[delete("11/{id}")]
    async fn number_11(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 12.
    #[get("12/{id}")]
    async fn number_12(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 13.
    #[post("13/{id}")]
    async fn number_13(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 14.
    #[put("14/{id}")]
    async fn number_14(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 15.
    #[delete("15/{id}")]
    async fn number_15(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 16.
    #[get("16/{id}")]
    async fn number_16(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 17.
    #[post("17/{id}")]
    async fn number_17(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 18.
    #[put("18/{id}")]
    async fn number_18(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 19.
    #[delete("19/{id}")]
    async fn number_19(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 20.
    #[get("20/{id}")]
    async fn number_20(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 21.
    #[post("21/{id}")]
    async fn number_21(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 22.
    #[put("22/{id}")]
    async fn number_22(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 23.
    #[delete("23/{id}")]
    async fn number_23(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 24.
    #[get("24/{id}")]
    async fn number_24(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 25.
    #[post("25/{id}")]
    async fn number_25(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 26.
    #[put("26/{id}")]
    async fn number_26(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 27.
    #[delete("27/{id}")]
    async fn number_27(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 28.
    #[get("28/{id}")]
    async fn number_28(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 29.
    #[post("29/{id}")]
    async fn number_29(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 30.
    #[put("30/{id}")]
    async fn number_30(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 31.
    #[delete("31/{id}")]
    async fn number_31(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 32.
    #[get("32/{id}")]
    async fn number_32(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 33.
    #[post("33/{id}")]
    async fn number_33(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 34.
    #[put("34/{id}")]
    async fn number_34(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 35.
    #[delete("35/{id}")]
    async fn number_35(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 36.
    #[get("36/{id}")]
    async fn number_36(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 37.
    #[post("37/{id}")]
    async fn number_37(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 38.
    #[put("38/{id}")]
    async fn number_38(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 39.
    #[delete("39/{id}")]
    async fn number_39(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 40.
    #[get("40/{id}")]
    async fn number_40(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 41.
    #[post("41/{id}")]
    async fn number_41(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 42.
    #[put("42/{id}")]
    async fn number_42(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 43.
    #[delete("43/{id}")]
    async fn number_43(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 44.
    #[get("44/{id}")]
    async fn number_44(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 45.
    #[post("45/{id}")]
    async fn number_45(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 46.
    #[put("46/{id}")]
    async fn number_46(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 47.
    #[delete("47/{id}")]
    async fn number_47(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 48.
    #[get("48/{id}")]
    async fn number_48(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 49.
    #[post("49/{id}")]
    async fn number_49(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 50.
    #[put("50/{id}")]
    async fn number_50(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 51.
    #[delete("51/{id}")]
    async fn number_51(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 52.
    #[get("52/{id}")]
    async fn number_52(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 53.
    #[post("53/{id}")]
    async fn number_53(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 54.
    #[put("54/{id}")]
    async fn number_54(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 55.
    #[delete("55/{id}")]
    async fn number_55(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 56.
    #[get("56/{id}")]
    async fn number_56(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 57.
    #[post("57/{id}")]
    async fn number_57(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 58.
    #[put("58/{id}")]
    async fn number_58(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 59.
    #[delete("59/{id}")]
    async fn number_59(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 60.
    #[get("60/{id}")]
    async fn number_60(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 61.
    #[post("61/{id}")]
    async fn number_61(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 62.
    #[put("62/{id}")]
    async fn number_62(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 63.
    #[delete("63/{id}")]
    async fn number_63(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 64.
    #[get("64/{id}")]
    async fn number_64(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 65.
    #[post("65/{id}")]
    async fn number_65(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 66.
    #[put("66/{id}")]
    async fn number_66(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 67.
    #[delete("67/{id}")]
    async fn number_67(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 68.
    #[get("68/{id}")]
    async fn number_68(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 69.
    #[post("69/{id}")]
    async fn number_69(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 70.
    #[put("70/{id}")]
    async fn number_70(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 71.
    #[delete("71/{id}")]
    async fn number_71(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 72.
    #[get("72/{id}")]
    async fn number_72(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 73.
    #[post("73/{id}")]
    async fn number_73(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 74.
    #[put("74/{id}")]
    async fn number_74(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 75.
    #[delete("75/{id}")]
    async fn number_75(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 76.
    #[get("76/{id}")]
    async fn number_76(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 77.
    #[post("77/{id}")]
    async fn number_77(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 78.
    #[put("78/{id}")]
    async fn number_78(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 79.
    #[delete("79/{id}")]
    async fn number_79(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 80.
    #[get("80/{id}")]
    async fn number_80(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 81.
    #[post("81/{id}")]
    async fn number_81(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 82.
    #[put("82/{id}")]
    async fn number_82(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 83.
    #[delete("83/{id}")]
    async fn number_83(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 84.
    #[get("84/{id}")]
    async fn number_84(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 85.
    #[post("85/{id}")]
    async fn number_85(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 86.
    #[put("86/{id}")]
    async fn number_86(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 87.
    #[delete("87/{id}")]
    async fn number_87(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 88.
    #[get("88/{id}")]
    async fn number_88(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 89.
    #[post("89/{id}")]
    async fn number_89(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 90.
    #[put("90/{id}")]
    async fn number_90(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 91.
    #[delete("91/{id}")]
    async fn number_91(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 92.
    #[get("92/{id}")]
    async fn number_92(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 93.
    #[post("93/{id}")]
    async fn number_93(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 94.
    #[put("94/{id}")]
    async fn number_94(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 95.
    #[delete("95/{id}")]
    async fn number_95(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 96.
    #[get("96/{id}")]
    async fn number_96(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 97.
    #[post("97/{id}")]
    async fn number_97(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 98.
    #[put("98/{id}")]
    async fn number_98(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;

    /// Number 99.
    #[delete("99/{id}")]
    async fn number_99(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
}

#[test]
fn a_trait_has_a_hundred_methods() {
    let listed = <Client as Hundred>::endpoints();
    assert_eq!(listed.len(), 100);
    assert_eq!(listed[99].path(), "livechat/numbers/99/{id}");
    assert_eq!(
        sent(client().number_98(1).word("x").request()),
        "PUT livechat/numbers/98/1?word=x"
    );
}
