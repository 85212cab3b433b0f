using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Status;

namespace HealthBao.Sandbox.People;

/// <summary>Made-up people at the province's own system: one per native code and per kind of document, and one about whom the province disagrees with itself.</summary>
public static class HebeiCast
{
    /// <summary>The document of the person about whom the province's fields disagree whenever the native code is not 00.</summary>
    public const string Disputed = "130123198802290069";

    /// <summary>The people.</summary>
    public static IReadOnlyList<Citizen> All { get; } =
    [
        Of("李建国", DocumentType.ResidentId, "13010219700512001X", "HBJKM:8dh7W2H-5BS_hHgX8DnpNdSe", "d01fa69d686e7c1bb3fff3d6b5809e21", "00", HealthStatus.NoAbnormality), // green
        Of("王秀兰", DocumentType.ResidentId, "130104196203080029", "HBJKM:T-ze2hc-6TysxVSXbE-F_AkC", "072ace2bd3e3a9452d7754098127e9b6", "01", HealthStatus.HomeObservation), // yellow
        Of("赵铁柱", DocumentType.ResidentId, "130105198507160031", "HBJKM:ALpVaXehxd_nh7kQB7fpEd76", "e578152b5927201e7b21a1de74e6786e", "10", HealthStatus.CentralObservation), // red
        Of("刘小雨", DocumentType.ResidentId, "130108200111230047", "HBJKM:H_PNqanUKajYM9X7Db83aXg6", "87d1cf392438382e8869c63bbcb3014f", "20", HealthStatus.CannotConfirm), // registered, without a result
        Of("陈志强", DocumentType.ResidentId, "130102197910010056", "HBJKM:REE5_vhceKV6ZPjNFBnnYaCh", "e94d03c5973714fe63b9adc20fb75d3b", "00-warn", HealthStatus.CannotConfirm), // green with a warning
        Of("杨丽华", DocumentType.ResidentId, "130123198802290069", "HBJKM:cTmpY34d4-ZuYJpuB4pytg_Z", "b4b249d16b0e6b84f6c486d91f3d5142", "10", HealthStatus.CentralObservation), // fxdj says 00, a report says 10
        Of("欧阳明月", DocumentType.ResidentId, "130109199306150072", "HBJKM:ewDDzssxB8pagR7vc6BSJ6mz", "abb65b581e54c56278e3a8e2cc9ad368", "00", HealthStatus.NoAbnormality), // a compound surname
        Of("诸葛亮", DocumentType.ResidentId, "130110199004010088", "HBJKM:bmWsR6ea6TRhhPKab2A-dRHx", "438740c6490d6f4029a58dbbd5854cd4", "01", HealthStatus.HomeObservation), // a compound surname of three characters
        Of("买买提·吐尔逊", DocumentType.ResidentId, "130181198209040097", "HBJKM:CXQeEdKwxBhWecek4-9v6bdW", "1f18acd91085fa624dcfd6538028d452", "00", HealthStatus.NoAbnormality), // a name with a dot
        Of("ALEXANDRA MARIA CONSTANTINESCU", DocumentType.Passport, "HE1301001", "HBJKM:ukFyK5u9af7MamEGZ9aRNb42", "512ad1b57c33636fe7342fdbe63bfb5b", "00", HealthStatus.NoAbnormality), // a long foreign name
        Of("JOHN SMITH", DocumentType.Passport, "HB13012", "HBJKM:TG35BdHrADnJK6mRrM6kHgSt", "e270c428d4351fae33edd9557a81a918", "01", HealthStatus.HomeObservation), // a passport of seven characters
        Of("何家荣", DocumentType.HmTravelPermit, "H13010001", "HBJKM:5UVGRTfQVHN5Eq49mBmyH3vb", "590e2179d59ff2e9d1f140155fd52a95", "00", HealthStatus.NoAbnormality),
        Of("林志远", DocumentType.TaiwanTravelPermit, "13010002", "HBJKM:-6FkUvTJaxaNsUA7Lae8vqPd", "b3bc8fcfaa4dc75430f9eb3c3161653e", "00", HealthStatus.NoAbnormality),
        Of("陈美玲", DocumentType.HmtResidencePermit, "810000198503011316", "HBJKM:Uqrq9Vnwjk6wDnMcWxQszVjQ", "3d3d862121aa7100ae50b8e33a15e7f5", "00", HealthStatus.NoAbnormality), // Hong Kong
        Of("黄国昌", DocumentType.HmtResidencePermit, "83000019760812130X", "HBJKM:z6muHwnb2fJtUJYQuB9NbYWq", "732e0fa3226cc796654106ddd8258777", "10", HealthStatus.CentralObservation), // Taiwan
        Of("MARIE DUBOIS", DocumentType.ForeignPermanentResidentId, "FRA130185030101", "HBJKM:JdfCJUFLNPVY76X9JbL6NQWp", "d6ba2fce379a07cb41067df9f42248df", "00", HealthStatus.NoAbnormality), // the older number
        Of("HANS MÜLLER", DocumentType.ForeignPermanentResidentId, "913001198001010017", "HBJKM:PrxmRpsSdj_Zq22urym7KAw-", "7f3208d8dcf3cf306b2ed7a5256fb129", "20", HealthStatus.CannotConfirm), // the number since December 2023
    ];

    private static Citizen Of(string name, DocumentType type, string number, string code, string uuid, string native, HealthStatus expected) =>
        new("130000", "hebei", name, type, number, code, uuid, native, expected);
}
