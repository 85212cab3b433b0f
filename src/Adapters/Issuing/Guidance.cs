using HealthBao.Contracts.Regions;
using HealthBao.Contracts.Status;

namespace HealthBao.Adapters.Issuing;

/// <summary>What the traveller reads beside a status: what it means, what it does not mean, and the way out.</summary>
internal static class Guidance
{
    public static Words SourceLate { get; } = new("今日数据尚未更新，与您个人无关", "Today's data have not arrived yet; this has nothing to do with you");

    public static Words Of(HealthStatus status, Participant participant) => status switch
    {
        HealthStatus.NoAbnormality => new("凭证今日24时前有效；通行时请配合测温", "Valid until 24:00 today; please have your temperature taken on the way"),
        HealthStatus.HomeObservation => new(
            $"请到人工通道，工作人员将协助您；您的社区可由 {participant.Telephone} 转接",
            $"Please go to the staffed lane, you will be helped; {participant.Telephone} connects you with your community"),
        HealthStatus.CentralObservation => new("请在此等候，工作人员将协助您", "Please wait here, you will be helped"),
        HealthStatus.NotHeld => new(
            $"暂未查到您的登记信息。这不表示您有异常，也不因此需要隔离。您可以走纸质登记，请社区登记后约一小时再试，或致电 {participant.Telephone}；也可提交更正申请",
            $"No registration of yours was found. This does not mean that anything is wrong, and no quarantine follows from it. You may register on paper, have your community register you and try again in about an hour, call {participant.Telephone}, or ask for a correction"),
        _ => new(
            $"暂不能确认您的防疫相关健康状态，这不表示您有异常。请核实行程、联系社区或致电 {participant.Telephone}",
            $"Your status cannot be confirmed at the moment; this does not mean that anything is wrong. Please confirm your trip, ask your community or call {participant.Telephone}"),
    };
}
