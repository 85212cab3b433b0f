namespace HealthBao.Contracts.Trust;

/// <summary>The address of a partner's JWKS document.</summary>
public static class PartnerKeyAddress
{
    private const int MaxLength = 512;

    /// <summary>Reads an absolute https address without user, query and fragment, of at most 512 ASCII characters.</summary>
    /// <returns>The address, or null when it is not one.</returns>
    public static Uri? Parse(string? text) =>
        text is { Length: <= MaxLength } && text.All(c => c is > ' ' and <= '~') && text.StartsWith("https://", StringComparison.Ordinal)
        && Uri.TryCreate(text, UriKind.Absolute, out var address) && address is { UserInfo.Length: 0, Query.Length: 0, Fragment.Length: 0, Host.Length: > 0 }
            ? address
            : null;
}
