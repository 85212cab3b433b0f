using System.IO.Compression;
using System.Text;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Pass;

namespace HealthBao.Hostile;

/// <summary>Tokens of the made-up issuer, put together part by part and truly signed by its key of today.</summary>
internal static class HostileToken
{
    public static readonly string KeyName = HostileRegion.Demo.KeyName(HostileWorld.Today);

    public static readonly string Kid = HostileRegion.Demo.KeyOf(HostileWorld.Today).Kid;

    public static readonly string ApiHeader = Header(Kid);

    public static readonly string CardHeader = $$"""{"alg":"ES256","zip":"DEF","kid":"{{Kid}}"}""";

    /// <summary>The claims of a sound pass.</summary>
    public static readonly string Claims = ClaimsOf(HostileRegion.Demo.Statement);

    public static readonly string Good = Api(Claims);

    public static readonly string GoodCard = Card(Claims);

    public static string Header(string kid) => $$"""{"alg":"ES256","kid":"{{kid}}","typ":"health-pass+jwt"}""";

    public static string ClaimsOf(PassStatement statement) => Encoding.UTF8.GetString(PassClaims.Write(statement));

    /// <summary>The claims with one passage replaced, which must stand there exactly once.</summary>
    public static string With(string sound, string faulty) => Replaced(Claims, sound, faulty);

    public static string Replaced(string text, string sound, string faulty) => text.Split(sound).Length == 2
        ? text.Replace(sound, faulty, StringComparison.Ordinal)
        : throw new ArgumentException($"'{sound}' does not stand there exactly once.", nameof(sound));

    public static string Api(string claims, string? header = null, string? key = null) => Api(Encoding.UTF8.GetBytes(claims), header, key);

    public static string Api(byte[] claims, string? header = null, string? key = null) => Signed(Text(header ?? ApiHeader), StrictBase64Url.Encode(claims), key);

    public static string Card(string claims, string? header = null, string? key = null) => Deflated(Deflate(claims), header, key);

    /// <summary>A card whose payload is these bytes, deflated or not.</summary>
    public static string Deflated(byte[] payload, string? header = null, string? key = null) => Signed(Text(header ?? CardHeader), StrictBase64Url.Encode(payload), key);

    /// <summary>A statement's pass, signed by a region's key of the statement's day.</summary>
    public static string Of(HostileRegion region, PassStatement statement)
    {
        var key = region.KeyName(statement.Day);
        return Api(ClaimsOf(statement), Header(region.KeyOf(statement.Day).Kid), key);
    }

    /// <summary>Two texts, signed as they are.</summary>
    public static string Signed(string header, string payload, string? key = null) =>
        $"{header}.{payload}.{StrictBase64Url.Encode(FixedSignature.Of($"{header}.{payload}", key ?? KeyName))}";

    public static string Text(string json) => StrictBase64Url.Encode(Encoding.UTF8.GetBytes(json));

    public static byte[] Deflate(string text) => Deflate(Encoding.UTF8.GetBytes(text));

    public static byte[] Deflate(byte[] bytes)
    {
        using var buffer = new MemoryStream();
        using (var deflate = new DeflateStream(buffer, CompressionLevel.SmallestSize)) deflate.Write(bytes);
        return buffer.ToArray();
    }
}
