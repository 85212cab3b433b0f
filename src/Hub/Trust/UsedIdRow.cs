namespace HealthBao.Hub.Trust;

/// <summary>A <c>jti</c> that counted once already; kept until the token that carried it has ended, for all nodes.</summary>
public sealed class UsedIdRow
{
    public required string Issuer { get; set; }

    /// <summary>SHA-256 of the id in base64url: its words are the caller's, and could name somebody.</summary>
    public required string Id { get; set; }

    public required long Expires { get; set; }
}
