using System.Buffers.Text;
using System.IO.Compression;
using System.Text;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Pass;

namespace HealthBao.Contracts.Tests.Pass;

/// <summary>Tokens that no honest issuer would make, part by part, and yet truly signed.</summary>
internal static class Forged
{
    public static readonly MadeUpRegion Region = MadeUpRegion.Beijing;

    public static readonly string ApiHeader = $$"""{"alg":"ES256","kid":"{{Region.DayKey.Kid}}","typ":"health-pass+jwt"}""";

    public static readonly string CardHeader = $$"""{"alg":"ES256","zip":"DEF","kid":"{{Region.DayKey.Kid}}"}""";

    /// <summary>The claims of an honest pass as text.</summary>
    public static readonly string Claims = Encoding.UTF8.GetString(PassClaims.Write(Region.Statement));

    /// <summary>The claims with one passage replaced, which must be there exactly once.</summary>
    public static string ClaimsWith(string sound, string faulty)
    {
        Assert.Equal(2, Claims.Split(sound).Length);
        return Claims.Replace(sound, faulty, StringComparison.Ordinal);
    }

    public static string Api(string claims, string? header = null, SigningKey? key = null) =>
        Token(Text(header ?? ApiHeader), Text(claims), key);

    public static string Card(string claims, string? header = null) => Card(Deflate(Encoding.UTF8.GetBytes(claims)), header);

    public static string Card(byte[] payload, string? header = null) => Token(Text(header ?? CardHeader), Base64Url.EncodeToString(payload));

    /// <summary>A token of two base64url texts, signed over what they are.</summary>
    public static string Token(string header, string payload, SigningKey? key = null)
    {
        var signature = new byte[64];
        (key ?? Region.DayKey).Sign(Encoding.UTF8.GetBytes($"{header}.{payload}"), signature);
        return $"{header}.{payload}.{Base64Url.EncodeToString(signature)}";
    }

    public static string Text(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));

    public static byte[] Deflate(byte[] bytes)
    {
        using var buffer = new MemoryStream();
        using (var deflate = new DeflateStream(buffer, CompressionLevel.SmallestSize)) deflate.Write(bytes);
        return buffer.ToArray();
    }
}
