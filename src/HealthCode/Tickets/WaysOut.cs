using HealthBao.Contracts.Status;

namespace HealthBao.HealthCode.Tickets;

/// <summary>Which way out belongs to which rule. Green needs none.</summary>
internal static class WaysOut
{
    private static readonly Words Community = new("由所在社区（居委会）决定", "The residents' committee decides.");
    private static readonly Words Above = new("由作出决定的机构的上级机构决定", "The office above the one that decided decides.");
    private static readonly Words City = new("由市级社区防控部门决定", "The region's own community office decides.");

    private static readonly Words Paper = new(
        "老人、儿童和没有手机的人可随时在现场办理纸质登记", "The old, children and those without a phone may always register on paper on the spot.");

    private static readonly Dictionary<string, WayOut> ByRule = new()
    {
        ["not-held"] = Way(
            "not-registered", "未查到您的登记信息。这不表示您有异常，也不因此需要隔离", "You are not registered here. It does not say that anything is wrong with you, and is no reason for quarantine.",
            $"提交登记申请，社区登记后状态随即更新；{Paper.Zh}", $"Ask to be registered; your status follows as soon as the community has done so. {Paper.En}", Community, "registration"),
        ["trip-unverified"] = Trip("您近 14 天的行程待核验，这不表示您有异常", "A trip of your last 14 days is to be verified. It does not say that anything is wrong with you."),
        ["trip-land-port"] = Trip("您经陆路口岸的行程待核验，这不表示您有异常", "Your trip over a land port is to be verified. It does not say that anything is wrong with you."),
        ["trip-refuted"] = Trip("社区核验的行程与申报不符", "The community found that a trip was otherwise than declared."),
        ["source-late"] = Way(
            "source-late", "今日数据尚未更新，与您个人无关", "Today's data are not here yet; it has nothing to do with you.",
            "请稍后再查，无需申请；急需通行请走人工核实通道", "Ask again later; no request is needed. If you must pass now, go to the desk where people verify by hand.", new("数据由疾控和社区提供", "The data come from the CDC and the communities.")),
        ["registered-twice"] = Way(
            "contradicting", "同一证件号码登记了不同姓名，暂不能确认", "Your number is registered under different names, so nothing can be confirmed.",
            "提交信息纠错，并附证件照片", "Ask for a correction and attach a picture of your document.", City, "correction"),
        ["central-dropped"] = Way(
            "contradicting", "您曾在疾控名单，今日名单未列，且无解除记录", "You were on the CDC's list, are missing from today's, and no record says released.",
            "提交信息纠错或申诉，并附解除观察证明", "Ask for a correction, or appeal, and attach the paper that says you were released.", Above, "correction", "appeal"),
        ["home-dropped"] = Way(
            "contradicting", "您曾居家观察，今日报告未列，且无解除记录", "You were reported under home observation, are missing from today's report, and no record says released.",
            "请社区确认观察期满，或提交信息纠错", "Have the committee confirm that the observation is over, or ask for a correction.", Above, "correction", "appeal"),
        ["registered-elsewhere"] = Moved("您登记为外地居住，不在本市范围", "You are registered as living elsewhere, which this region does not answer for."),
        ["registered-transit"] = Moved("您登记为过境，不在本市范围", "You are registered as passing through, which this region does not answer for."),
        ["home-observation"] = Way(
            "home-observation", "社区报告您在居家观察", "The community reports you under home observation.", "请联系社区；如认为有误，可以申诉", "Call your committee. If you think it wrong, appeal.", Above, "appeal", "correction"),
        ["central-observation"] = Way(
            "central-observation", "疾控名单列有您", "The CDC's list names you.", "请联系疾控中心；如认为有误，可以申诉", "Call the CDC. If you think it wrong, appeal.", Above, "appeal", "correction"),
    };

    private static readonly WayOut FirstProxy = Way(
        "first-proxy-use", "被查询人从未使用过本系统，未查到其登记信息。这不表示其有异常", "The person asked about has never used this system and is not registered. It does not say that anything is wrong.",
        $"请先为其提交登记申请，一至两天后再查；{Paper.Zh}", $"Have the person registered first, and ask again in a day or two. {Paper.En}", Community, "registration");

    /// <summary>Null when the person is green.</summary>
    public static WayOut? Of(Determination.Determination said) => ByRule.TryGetValue(said.Rule.Id, out var way) ? way with { Telephone = said.Appeal.Telephone } : null;

    /// <summary>The same when somebody else asks about the person.</summary>
    public static WayOut? OfProxy(Determination.Determination said) => said.Status == HealthStatus.NotHeld ? FirstProxy with { Telephone = said.Appeal.Telephone } : Of(said);

    private static WayOut Trip(string zh, string en) => Way(
        "trip-unverified", zh, en, "提交行程核验申请，可附车票等材料；社区核验后状态随即更新", "Ask for your trip to be verified, with a ticket or another paper attached; your status follows as soon as the community has done so.",
        Community, "trip");

    private static WayOut Moved(string zh, string en) => Way(
        "out-of-scope", zh, en, "请用居住地的健康码；如已来本市居住，请提交登记申请", "Show the code of the region you live in. If you live here now, ask to be registered.", Community, "registration");

    private static WayOut Way(string code, string whyZh, string whyEn, string doZh, string doEn, Words who, params string[] tickets) =>
        new(code, new(whyZh, whyEn), new(doZh, doEn), who, "", tickets);
}
