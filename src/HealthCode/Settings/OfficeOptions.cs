namespace HealthBao.HealthCode.Settings;

/// <summary>An office that signs calls: an entry of the list <c>Offices</c>.</summary>
public sealed class OfficeOptions
{
    public const string Section = "Offices";

    /// <summary>Division and office, for example <c>110000/CDC</c> or <c>110105001002/COMMUNITY</c>. It acts within its division only.</summary>
    public string Code { get; set; } = "";

    /// <summary>The HMAC secret, at least 16 characters, used as UTF-8.</summary>
    public string Secret { get; set; } = "";

    public override string ToString() => Code;
}
