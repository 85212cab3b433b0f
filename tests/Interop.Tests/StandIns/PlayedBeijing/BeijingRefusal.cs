namespace HealthBao.Interop.Tests.StandIns.PlayedBeijing;

/// <summary>A native error of 健康宝, told with HTTP 200.</summary>
internal sealed record BeijingRefusal(string Errcode, string Errmsg)
{
    public static BeijingRefusal SessionExpired { get; } = new("BIF:10401", "会话已失效");

    public static BeijingRefusal UnknownPartner { get; } = new("BIF:10403", "接入方未授权");

    public static BeijingRefusal BadRequest { get; } = new("BIF:10400", "请求参数错误");
}
