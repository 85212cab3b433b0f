using System.Buffers;
using System.IO.Compression;
using System.Text.Json;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Pass;
using HealthBao.Contracts.Status;
using HealthBao.Contracts.Trust;

namespace HealthBao.Contracts.Revocation;

/// <summary>A status list as a compact JWS, <c>typ: statuslist+jwt</c> (IETF Token Status List §5), signed by the day's key.</summary>
public static class StatusListToken
{
    /// <summary>The <c>typ</c>.</summary>
    public const string Type = "statuslist+jwt";

    /// <summary>The media type.</summary>
    public const string MediaType = "application/statuslist+jwt";

    /// <summary>The largest token a reader takes: 110 million passes at a high share of changes fit.</summary>
    public const int MaxBytes = 32 * 1024 * 1024;

    /// <summary>Signs a list.</summary>
    /// <param name="list">What to sign.</param>
    /// <param name="key">The day's key.</param>
    public static string Sign(HeldStatusList list, SigningKey key)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("iss", list.Issuer);
            writer.WriteString("sub", PassStatement.StatusListUriOf(list.Issuer, list.Day));
            writer.WriteNumber("iat", list.AsOf.ToUnixTimeSeconds());
            writer.WriteNumber("exp", list.Day.End.ToUnixTimeSeconds());
            writer.WriteNumber("ttl", (long)list.TimeToLive.TotalSeconds);
            writer.WriteNumber("version", list.Version);
            writer.WriteStartObject("status_list");
            writer.WriteNumber("bits", 2);
            writer.WriteString("lst", Compress(list.List));
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return SignedToken.Sign(Type, key, buffer.WrittenSpan);
    }

    /// <summary>Reads an issuer's list of a day, signed by one of that issuer's keys of that day.</summary>
    /// <returns>The list, or null when the token is not that.</returns>
    public static HeldStatusList? Read(string? token, TrustedIssuer issuer, ShanghaiDay day)
    {
        var claims = SignedToken.Verify(token, Type, kid => KeyOf(issuer, day, kid), MaxBytes);
        if (claims is null) return null;
        try
        {
            return ReadClaims(JsonElement.Parse(claims), issuer.Listed.Issuer, day);
        }
        catch (Exception e) when (e is InvalidOperationException or KeyNotFoundException or FormatException or InvalidDataException or ArgumentOutOfRangeException)
        {
            // Signed by the issuer and yet not a status list: the list stays unknown, which admits nobody.
            return null;
        }
    }

    internal static VerificationKey? KeyOf(TrustedIssuer issuer, ShanghaiDay day, string kid) =>
        issuer.FindKey(kid) is { } key && key.NotBefore <= day.Start && key.Expires >= day.End ? key.Key : null;

    private static HeldStatusList? ReadClaims(JsonElement claims, string issuer, ShanghaiDay day)
    {
        var list = claims.GetProperty("status_list");
        if (claims.GetProperty("sub").GetString() != PassStatement.StatusListUriOf(issuer, day) || list.GetProperty("bits").GetInt32() != 2) return null;
        if (StrictBase64Url.Decode(list.GetProperty("lst").GetString()) is not { } compressed) return null;
        var asOf = DateTimeOffset.FromUnixTimeSeconds(claims.GetProperty("iat").GetInt64());
        var version = claims.GetProperty("version").GetInt64();
        if (asOf >= day.End || version < 0) return null;
        var ttl = Math.Clamp(claims.GetProperty("ttl").GetInt64(), 1, 3600);
        return new(issuer, day, Decompress(compressed), asOf, TimeSpan.FromSeconds(ttl)) { Version = version };
    }

    private static string Compress(StatusList list)
    {
        using var buffer = new MemoryStream();
        using (var zlib = new ZLibStream(buffer, CompressionLevel.Optimal, leaveOpen: true)) list.WriteTo(zlib);
        return StrictBase64Url.Encode(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }

    private static StatusList Decompress(byte[] compressed)
    {
        using var zlib = new ZLibStream(new MemoryStream(compressed), CompressionMode.Decompress);
        return StatusList.ReadFrom(zlib);
    }
}
