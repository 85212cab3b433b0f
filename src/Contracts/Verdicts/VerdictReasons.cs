using System.Collections.Frozen;
using HealthBao.Contracts.Pass;
using HealthBao.Contracts.Status;

namespace HealthBao.Contracts.Verdicts;

/// <summary>The closed list of reasons, with the words people read. Source: the pass specification §5 and the regions' common wording.</summary>
public static class VerdictReasons
{
    private static readonly Words OldPass = new("今日凭证已失效，请重新获取", "Today's pass is no longer valid; please get a new one");
    private static readonly Words ShowPass = new("请出示健康码凭证", "Please show your health pass");
    private static readonly Words Desk = new("请到人工通道，工作人员将协助您", "Please go to the staffed lane; somebody will help you");
    private static readonly Words NotYou = new("系统暂时无法核验，与您个人无关，请到人工通道", "This cannot be checked at the moment; it has nothing to do with you. Please go to the staffed lane");

    private static readonly FrozenDictionary<string, VerdictReason> ByCode = Rows().ToFrozenDictionary(r => r.Code, StringComparer.Ordinal);

    /// <summary>All reasons.</summary>
    public static IReadOnlyCollection<VerdictReason> All => ByCode.Values;

    /// <summary>No rule of the destination applies.</summary>
    public static VerdictReason NoRule => Of("no-rule");

    /// <summary>The code is a city's, which the province has not confirmed.</summary>
    public static VerdictReason CityScope => Of("city-scope");

    /// <summary>The native code is not in the issuer's signed map, or the map says otherwise than the pass.</summary>
    public static VerdictReason UnmappedCode => Of("unmapped-code");

    /// <summary>The home region does not know the code content.</summary>
    public static VerdictReason NativeCodeUnknown => Of("native-code-unknown");

    /// <summary>The home region, or its own system, cannot be reached.</summary>
    public static VerdictReason RegionUnavailable => Of("region-unavailable");

    /// <summary>Regions asked about one person disagree.</summary>
    public static VerdictReason RegionsDisagree => Of("regions-disagree");

    /// <summary>The source's data of today are not there yet.</summary>
    public static VerdictReason SourceLate => Of("source-late");

    /// <summary>The reason of a code.</summary>
    /// <exception cref="KeyNotFoundException">The code is not in the list.</exception>
    public static VerdictReason Of(string code) => ByCode[code];

    /// <summary>The reason that is a status itself.</summary>
    public static VerdictReason Of(HealthStatus status) => Of(status.Code());

    /// <summary>The reason of a rejected token.</summary>
    public static VerdictReason Of(PassRejection rejection) => Of(rejection.Code());

    private static IEnumerable<VerdictReason> Rows() =>
    [
        CannotTell("too-large", new("不是健康码凭证（过长），请旅客重新出示", "Not a health pass (too long); ask to show it again"), ShowPass),
        CannotTell("malformed", new("不是健康码凭证，请旅客出示正确的码", "Not a health pass; ask for the right code"), ShowPass),
        CannotTell("unsupported-algorithm", new("凭证格式不被承认，请人工核实", "The pass is made in a way that is not recognised; check by hand"), Desk),
        CannotTell("issuer-not-trusted", new("签发方不在互认名单，请人工核实", "The issuer is not on the trust list; check by hand"), Desk),
        CannotTell("issuer-suspended", new("该地区互认暂停，请人工核实", "Recognition of this region is suspended; check by hand"), NotYou),
        CannotTell("unknown-key", new("请更新名单后再扫；仍不行则人工核实", "Update the lists and scan again; if it stays, check by hand"), NotYou),
        new("bad-signature", Verdict.Refuse, new(new("签名不符，凭证可能被改动，请走人工通道", "The signature does not stand; the pass may have been altered. Staffed lane"), Desk)),
        CannotTell("not-conformant", new("凭证内容不合规范，请人工核实", "The pass is not as the standard says; check by hand"), Desk),
        CannotTell("not-yet-valid", new("凭证尚未生效，请核对本机时间或请旅客刷新", "Not valid yet; check this device's clock or ask to refresh"), new("凭证尚未生效，请刷新", "The pass is not valid yet; please refresh it")),
        CannotTell("expired", new("请让旅客刷新凭证", "Ask the traveller to refresh the pass"), OldPass),
        CannotTell("superseded", new("该凭证已有更新，请让旅客刷新", "A newer pass exists; ask the traveller to refresh"), new("您的凭证已更新，请重新获取", "Your pass has been renewed; please get the new one")),
        CannotTell("suspended", new("该凭证已被签发方收回，请人工核实", "The issuer has taken this pass back; check by hand"), Desk),
        CannotTell("status-unknown", new("状态列表缺失或过旧，请人工核实", "The status list is missing or too old; check by hand"), NotYou),
        new("holder-mismatch", Verdict.Refuse, new(new("证件与凭证不符，请再核对一次", "Document and pass do not match; compare once more"), new("请出示本人证件", "Please show your own document"))),
        CannotTell("no-rule", new("本地没有适用的规则，请人工核实", "No rule applies here; check by hand"), NotYou),
        CannotTell("city-scope", new("该码仅在本市有效，省级尚未确认，请人工核实", "This code counts in its own city only; the province has not confirmed it. Check by hand"), Desk),
        CannotTell("unmapped-code", new("该地区的码值未列入对照表，请人工核实", "The region's code is not in its map; check by hand"), NotYou),
        new("home-observation", Verdict.Refuse, new(
            new("请引导至人工通道，联系属地社区，勿当众告知", "Lead to the staffed lane and call the local community; do not say it aloud"), Desk)),
        new("central-observation", Verdict.Refuse, new(
            new("请引导至临时等候区，报告属地疾控，勿当众告知", "Lead to the waiting area and report to the local CDC; do not say it aloud"),
            new("请在此等候，工作人员将协助您", "Please wait here; somebody will help you"))),
        CannotTell("cannot-confirm", new("暂不能确认，请人工核实行程", "Cannot be confirmed; check the trip by hand"),
            new("暂不能确认您的防疫相关健康状态，这不表示您有异常", "Your status cannot be confirmed at the moment; this does not mean that anything is wrong with you")),
        CannotTell("not-held", new("未查到登记信息，走纸质登记，测温，查验证件", "Nothing is registered; register on paper, take the temperature, check the document"),
            new("暂未查到您的登记信息。这不表示您有异常，也不因此需要隔离。您可以现场纸质登记，或向户籍或居住地社区登记，或拨打 12345 咨询",
                "Nothing is registered about you. This does not mean that anything is wrong, and you need not be isolated for it. You may register on paper here, register with your community, or call 12345")),
        CannotTell("native-code-unknown", new("该码不存在或已过期，请旅客刷新后再扫", "The code does not exist or is over; ask to refresh and scan again"), new("请刷新您的健康码后重新出示", "Please refresh your code and show it again")),
        CannotTell("region-unavailable", new("该地区系统暂时无法访问，请人工核实", "The region's system cannot be reached; check by hand"), NotYou),
        CannotTell("regions-disagree", new("各地区答复不一致，请人工核实", "The regions' answers differ; check by hand"), Desk),
        CannotTell("source-late", new("该地区今日数据尚未更新，请人工核实", "The region's data of today are not there yet; check by hand"),
            new("今日数据尚未更新，与您个人无关", "Today's data are not there yet; it has nothing to do with you")),
    ];

    private static VerdictReason CannotTell(string code, Words staff, Words traveller) => new(code, Verdict.CannotTell, new(staff, traveller));
}
