using System.Text.Json;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Status;

namespace HealthBao.Contracts.Trust;

/// <summary>
/// A region's word on its own day keys, <c>typ: key-statement+jwt</c>, signed by its enrolment key (pass specification §3).
/// </summary>
/// <param name="Issuer">The issuer identity.</param>
/// <param name="Region">The region; a statement can name keys of its own region only.</param>
/// <param name="Id">The <c>jti</c>: a statement counts once.</param>
/// <param name="Keys">The day keys, each with the day it serves.</param>
public sealed record KeyStatement(string Issuer, string Region, string Id, IReadOnlyList<ListedKey> Keys)
{
    /// <summary>The <c>typ</c>.</summary>
    public const string Type = "key-statement+jwt";

    /// <summary>The largest statement accepted.</summary>
    public const int MaxBytes = 16 * 1024;

    /// <summary>Signs a statement for day keys, with a proof of possession of each.</summary>
    public static string Sign(string issuer, string region, IEnumerable<(ShanghaiDay Day, SigningKey Key)> dayKeys, SigningKey enrolmentKey, DateTimeOffset now)
    {
        var keys = dayKeys.Select(k => ListedKeyJson.ToElement(
            new(k.Key.Jwk, k.Day.Start, k.Day.End), w => w.WriteString("proof", DayKeyProof.Make(k.Key, region, k.Day))));
        var claims = new Claims(issuer, now.ToUnixTimeSeconds(), (now + ShortLived.Life).ToUnixTimeSeconds(), ShortLived.NewId(), region, [.. keys]);
        return SignedToken.Sign(Type, enrolmentKey, ClaimsJson.Write(claims));
    }

    /// <summary>Reads the region that an unverified token claims to speak for, to find the enrolment key it must be signed by.</summary>
    public static string? ClaimedRegion(string? token) => ClaimsJson.Read<Claims>(SignedToken.ReadUnverified(token, MaxBytes))?.Region;

    /// <summary>Verifies a statement of one participant: signature by its enrolment key, its own issuer and region, alive now,
    /// every key one whole Beijing day with its proof.</summary>
    /// <returns>The statement, or null when any of that fails.</returns>
    public static KeyStatement? Verify(string? token, string issuer, string region, VerificationKey enrolmentKey, DateTimeOffset now)
    {
        var claims = ClaimsJson.Read<Claims>(SignedToken.Verify(token, Type, kid => kid == enrolmentKey.Kid ? enrolmentKey : null, MaxBytes));
        if (claims is null || claims.Iss != issuer || claims.Region != region || !ShortLived.IsId(claims.Jti)) return null;
        if (!ShortLived.IsAlive(claims.Iat, claims.Exp, now) || claims.Keys.Count is 0 or > 8) return null;
        var keys = claims.Keys.Select(k => ReadKey(k, region)).ToArray();
        return keys.Contains(null) ? null : new(issuer, region, claims.Jti, keys!);
    }

    private static ListedKey? ReadKey(JsonElement json, string region)
    {
        if (ListedKeyJson.Read(json) is not { IsSuspended: false } key || !json.TryGetProperty("proof", out var proof) || proof.ValueKind != JsonValueKind.String) return null;
        var day = ShanghaiDay.At(key.NotBefore);
        var wholeDay = key.NotBefore == day.Start && key.Expires == day.End;
        return wholeDay && DayKeyProof.Stands(key.Jwk, region, day, proof.GetString()) ? key : null;
    }

    private sealed record Claims(string Iss, long Iat, long Exp, string Jti, string Region, IReadOnlyList<JsonElement> Keys);
}
