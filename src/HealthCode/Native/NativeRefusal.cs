namespace HealthBao.HealthCode.Native;

/// <summary>A native error, told with HTTP 200.</summary>
internal sealed record NativeRefusal(string Errcode, string Errmsg)
{
    public static NativeRefusal SessionExpired { get; } = new("BIF:10401", "会话已失效");

    public static NativeRefusal UnknownPartner { get; } = new("BIF:10403", "接入方未授权");

    public static NativeRefusal BadRequest { get; } = new("BIF:10400", "请求参数错误");

    public static NativeRefusal Failed { get; } = new("BIF:10500", "系统繁忙，请稍后重试");
}
