namespace HealthBao.Sandbox.Beijing;

/// <summary>That somebody is to get another native code.</summary>
internal sealed record NativeChange(string DocumentNumber, string Native, string? Authority = null, string? Reason = null)
{
    public override string ToString() => Native;
}
