namespace HealthBao.Adapters.Regions.Beijing;

/// <summary>The member <c>data</c> of an answer as it stands on the wire. Codes are strings and may be negative.</summary>
internal sealed record BeijingData
{
    public string? Code { get; init; }

    public string? Name { get; init; }

    public string? IdCard { get; init; }

    public string? IdCardType { get; init; }

    public string? UserUUID { get; init; }

    public string? QueryTime { get; init; }

    public string? InvalidTime { get; init; }

    public string? DataSource { get; init; }

    /// <summary>How far a request for correction is.</summary>
    public string? State { get; init; }

    /// <summary>Names nobody: the content of a code that 健康宝 does not know, or a person it does not know.</summary>
    public bool IsAboutNobody => string.IsNullOrEmpty(Name) && string.IsNullOrEmpty(IdCard);
}
