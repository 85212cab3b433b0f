using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Pass;
using HealthBao.Contracts.Status;
using HealthBao.Contracts.Trust;

namespace HealthBao.Contracts.Revocation;

/// <summary>A delta of a status list as a compact JWS, <c>typ: statuslist-delta+jwt</c>, signed by the day's key as the list itself is.</summary>
public static class StatusListDeltaToken
{
    /// <summary>The <c>typ</c>.</summary>
    public const string Type = "statuslist-delta+jwt";

    /// <summary>The largest token a reader takes; a delta of <see cref="StatusListDelta.MaxChanges"/> places fits.</summary>
    public const int MaxBytes = 128 * 1024;

    /// <summary>Signs a delta.</summary>
    /// <param name="delta">What to sign.</param>
    /// <param name="key">The day's key.</param>
    /// <exception cref="ArgumentException">The delta breaks the rules that <see cref="Read"/> checks.</exception>
    public static string Sign(StatusListDelta delta, SigningKey key)
    {
        if (!delta.IsSound()) throw new ArgumentException("No reader would take such a delta.", nameof(delta));
        var changes = delta.Changes.Select(c => new Change((int)c.State, [.. c.Indexes])).ToArray();
        return SignedToken.Sign(Type, key, ClaimsJson.Write(new Claims(
            delta.Issuer, PassStatement.StatusListUriOf(delta.Issuer, delta.Day), delta.AsOf.ToUnixTimeSeconds(), delta.From, delta.To, delta.Places, changes)));
    }

    /// <summary>Reads an issuer's delta of a day, signed by one of that issuer's keys of that day.</summary>
    /// <returns>The delta, or null when the token is not that.</returns>
    public static StatusListDelta? Read(string? token, TrustedIssuer issuer, ShanghaiDay day)
    {
        var claims = ClaimsJson.Read<Claims>(SignedToken.Verify(token, Type, kid => StatusListToken.KeyOf(issuer, day, kid), MaxBytes));
        if (claims is null || claims.Iss != issuer.Listed.Issuer || claims.Sub != PassStatement.StatusListUriOf(claims.Iss, day)) return null;
        if (ClaimsJson.Instant(claims.Iat) is not { } asOf || asOf >= day.End || claims.Changes.Any(c => c?.Indexes is null || c.State is < 0 or > 2)) return null;
        var delta = new StatusListDelta(claims.Iss, day, asOf, claims.From, claims.To, claims.Places, [.. claims.Changes.Select(c => new ChangedPlaces((PassState)c.State, c.Indexes))]);
        return delta.IsSound() ? delta : null;
    }

    private sealed record Claims(string Iss, string Sub, long Iat, long From, long To, int Places, Change[] Changes);

    private sealed record Change(int State, int[] Indexes);
}
