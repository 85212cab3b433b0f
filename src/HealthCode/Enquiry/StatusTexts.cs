using HealthBao.Contracts.Status;

namespace HealthBao.HealthCode.Enquiry;

/// <summary>What a person reads beside the status: what it means, what it does not mean, and whom to call.</summary>
internal static class StatusTexts
{
    public static Words Of(HealthStatus status, bool isLate) => status switch
    {
        _ when isLate => new(
            "今日数据尚未更新，与您个人无关。请稍后再查；急需通行的，可在现场做纸质登记。",
            "Today's data are not here yet; it has nothing to do with you. Ask again later; who has to pass now can register on paper on the spot."),
        HealthStatus.NoAbnormality => new(
            "根据目前掌握的数据，暂未发现异常。绿色不是通行证：进入场所仍须测温，并遵守当地防疫要求。",
            "From the data held, no abnormality is seen. Green is no free pass: your temperature is still taken, and the rules of the place apply."),
        HealthStatus.HomeObservation => new(
            "您处于居家观察期。请留在家中，并联系所在居（村）委会；对此有异议的，可申诉。",
            "You are under home observation. Stay at home and call your residents' committee; you can appeal against it."),
        HealthStatus.CentralObservation => new(
            "您在集中观察名单上。请不要外出，并立即联系疾控中心；对此有异议的，可申诉。",
            "You are on the list of central observation. Do not go out, and call the CDC at once; you can appeal against it."),
        HealthStatus.CannotConfirm => new(
            "现有数据无法确认您的状态。这不是红色，也不代表健康异常。请按下面的原因联系所在社区核实。",
            "The data held cannot confirm your status. This is not red and says nothing against your health. Call your community about the reason below."),
        _ => new(
            "尚未掌握您的信息（暂无您的防疫信息）。这不是异常，也不是红色。请到所在社区登记，或申请补登；现场可做纸质登记。",
            "Nothing is held about you. This is no abnormality and not red. Register with your community or ask to be registered; you can register on paper on the spot."),
    };
}
