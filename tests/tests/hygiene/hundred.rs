//! A trait of a hundred methods.

use comm100::{Client, Result, api};

use crate::{client, sent};

/// Each has a path of its own number.
#[api(path = "livechat/numbers")]
trait Hundred {
    #[get("00/{id}")]
    async fn number_00(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[post("01/{id}")]
    async fn number_01(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[put("02/{id}")]
    async fn number_02(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[delete("03/{id}")]
    async fn number_03(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[get("04/{id}")]
    async fn number_04(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[post("05/{id}")]
    async fn number_05(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[put("06/{id}")]
    async fn number_06(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[delete("07/{id}")]
    async fn number_07(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[get("08/{id}")]
    async fn number_08(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[post("09/{id}")]
    async fn number_09(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[put("10/{id}")]
    async fn number_10(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[delete("11/{id}")]
    async fn number_11(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[get("12/{id}")]
    async fn number_12(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[post("13/{id}")]
    async fn number_13(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[put("14/{id}")]
    async fn number_14(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[delete("15/{id}")]
    async fn number_15(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[get("16/{id}")]
    async fn number_16(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[post("17/{id}")]
    async fn number_17(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[put("18/{id}")]
    async fn number_18(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[delete("19/{id}")]
    async fn number_19(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[get("20/{id}")]
    async fn number_20(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[post("21/{id}")]
    async fn number_21(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[put("22/{id}")]
    async fn number_22(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[delete("23/{id}")]
    async fn number_23(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[get("24/{id}")]
    async fn number_24(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[post("25/{id}")]
    async fn number_25(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[put("26/{id}")]
    async fn number_26(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[delete("27/{id}")]
    async fn number_27(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[get("28/{id}")]
    async fn number_28(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[post("29/{id}")]
    async fn number_29(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[put("30/{id}")]
    async fn number_30(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[delete("31/{id}")]
    async fn number_31(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[get("32/{id}")]
    async fn number_32(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[post("33/{id}")]
    async fn number_33(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[put("34/{id}")]
    async fn number_34(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[delete("35/{id}")]
    async fn number_35(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[get("36/{id}")]
    async fn number_36(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[post("37/{id}")]
    async fn number_37(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[put("38/{id}")]
    async fn number_38(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[delete("39/{id}")]
    async fn number_39(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[get("40/{id}")]
    async fn number_40(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[post("41/{id}")]
    async fn number_41(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[put("42/{id}")]
    async fn number_42(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[delete("43/{id}")]
    async fn number_43(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[get("44/{id}")]
    async fn number_44(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[post("45/{id}")]
    async fn number_45(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[put("46/{id}")]
    async fn number_46(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[delete("47/{id}")]
    async fn number_47(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[get("48/{id}")]
    async fn number_48(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[post("49/{id}")]
    async fn number_49(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[put("50/{id}")]
    async fn number_50(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[delete("51/{id}")]
    async fn number_51(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[get("52/{id}")]
    async fn number_52(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[post("53/{id}")]
    async fn number_53(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[put("54/{id}")]
    async fn number_54(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[delete("55/{id}")]
    async fn number_55(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[get("56/{id}")]
    async fn number_56(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[post("57/{id}")]
    async fn number_57(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[put("58/{id}")]
    async fn number_58(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[delete("59/{id}")]
    async fn number_59(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[get("60/{id}")]
    async fn number_60(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[post("61/{id}")]
    async fn number_61(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[put("62/{id}")]
    async fn number_62(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[delete("63/{id}")]
    async fn number_63(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[get("64/{id}")]
    async fn number_64(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[post("65/{id}")]
    async fn number_65(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[put("66/{id}")]
    async fn number_66(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[delete("67/{id}")]
    async fn number_67(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[get("68/{id}")]
    async fn number_68(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[post("69/{id}")]
    async fn number_69(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[put("70/{id}")]
    async fn number_70(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[delete("71/{id}")]
    async fn number_71(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[get("72/{id}")]
    async fn number_72(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[post("73/{id}")]
    async fn number_73(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[put("74/{id}")]
    async fn number_74(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[delete("75/{id}")]
    async fn number_75(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[get("76/{id}")]
    async fn number_76(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[post("77/{id}")]
    async fn number_77(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[put("78/{id}")]
    async fn number_78(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[delete("79/{id}")]
    async fn number_79(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[get("80/{id}")]
    async fn number_80(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[post("81/{id}")]
    async fn number_81(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[put("82/{id}")]
    async fn number_82(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[delete("83/{id}")]
    async fn number_83(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[get("84/{id}")]
    async fn number_84(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[post("85/{id}")]
    async fn number_85(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[put("86/{id}")]
    async fn number_86(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[delete("87/{id}")]
    async fn number_87(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[get("88/{id}")]
    async fn number_88(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[post("89/{id}")]
    async fn number_89(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[put("90/{id}")]
    async fn number_90(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[delete("91/{id}")]
    async fn number_91(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[get("92/{id}")]
    async fn number_92(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[post("93/{id}")]
    async fn number_93(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[put("94/{id}")]
    async fn number_94(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[delete("95/{id}")]
    async fn number_95(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[get("96/{id}")]
    async fn number_96(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[post("97/{id}")]
    async fn number_97(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
    #[put("98/{id}")]
    async fn number_98(&self, id: u64, #[query] word: Option<&str>) -> Result<u64>;
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
