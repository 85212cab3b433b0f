using System.Collections.Frozen;
using static HealthBao.Contracts.Status.HealthStatus;

namespace HealthBao.Contracts.Status;

/// <summary>
/// The closed list of reasons for which a region changes a status. What is not health stands for no colour: in June 2022 people in
/// Zhengzhou were turned red to keep them from their banks, and no code of this list says such a thing.
/// </summary>
public static class ChangeReasons
{
    private static readonly HealthStatus[] Colours = [HomeObservation, CentralObservation];

    private static readonly FrozenDictionary<string, ChangeReason> ByCode = new ChangeReason[]
    {
        Health("confirmed-case", "确诊病例或无症状感染者", "Confirmed case or carrier without symptoms", CentralObservation),
        Health("test-positive", "核酸检测阳性，待复核", "Positive test, to be confirmed", CentralObservation),
        Health("cdc-list", "疾控部门名单", "Named on a list of the CDC", Colours),
        Health("close-contact", "密切接触者", "Close contact", Colours),
        Health("secondary-contact", "密接的密接", "Contact of a close contact", HomeObservation),
        Health("symptoms", "发热等症状", "Fever or other symptoms", Colours),
        Health("risk-area-stay", "中高风险地区旅居史", "Stay in an area of raised risk", Colours),
        Health("entry-from-abroad", "境外入境", "Entry from abroad", Colours),
        Health("community-report", "社区报告的健康情况", "State of health reported by the community", HomeObservation),
        Health("released", "解除集中观察", "Released from central observation", HomeObservation, NoAbnormality),
        Health("observation-ended", "观察期满", "Time of observation ended", NoAbnormality),
        Other("corrected", "更正", "Corrected", NoAbnormality, CannotConfirm, NotHeld),
        Other("registered", "完成登记", "Registered", NoAbnormality, CannotConfirm),
        Other("trip-verified", "行程已核验", "Trip verified", NoAbnormality),
        Other("trip-unverified", "行程待核验", "Trip to be verified", CannotConfirm),
        Other("data-conflict", "数据不一致", "The data contradict each other", CannotConfirm),
        Other("data-ended", "数据到期或注销", "Data ended or withdrawn", CannotConfirm, NotHeld),
        Other("pass-withdrawn", "凭证收回（误发或码被盗用）", "Pass taken back (obtained wrongly, or the code was stolen)"),
    }.ToFrozenDictionary(r => r.Code, StringComparer.Ordinal);

    /// <summary>All reasons, ordered by code.</summary>
    public static IReadOnlyList<ChangeReason> All { get; } = [.. ByCode.Values.OrderBy(r => r.Code, StringComparer.Ordinal)];

    /// <summary>The codes, in the same order.</summary>
    public static IReadOnlyList<string> Codes { get; } = [.. All.Select(r => r.Code)];

    /// <summary>Reads a code; case matters.</summary>
    /// <returns>The reason, or null when the list does not hold the code.</returns>
    public static ChangeReason? Find(string? code) => code is null ? null : ByCode.GetValueOrDefault(code);

    private static ChangeReason Health(string code, string zh, string en, params HealthStatus[] statuses) => new(code, true, statuses, new(zh, en));

    private static ChangeReason Other(string code, string zh, string en, params HealthStatus[] statuses) => new(code, false, statuses, new(zh, en));
}
