namespace HealthBao.Interop.Tests.StandIns.PlayedBeijing;

/// <summary>The one partner the stand-in for 健康宝 knows.</summary>
/// <param name="AppId">The partner's name.</param>
/// <param name="Secret">The HMAC secret shared with the partner.</param>
public sealed record BeijingStandInSettings(string AppId, string Secret)
{
    public override string ToString() => AppId;
}
