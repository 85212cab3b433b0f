using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;
using HealthBao.Contracts.Jose;

namespace HealthBao.Hub.Tests;

/// <summary>Tokens written by hand, member by member, as somebody would who wants them wrong.</summary>
public static class FakeJws
{
    public static string Parts(string header, byte[] payload, SigningKey key)
    {
        var input = $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header))}.{Base64Url.EncodeToString(payload)}";
        Span<byte> signature = stackalloc byte[64];
        key.Sign(Encoding.ASCII.GetBytes(input), signature);
        return $"{input}.{Base64Url.EncodeToString(signature)}";
    }

    public static string Parts(string header, string payload, SigningKey key) => Parts(header, Encoding.UTF8.GetBytes(payload), key);

    /// <summary>A token's claims, changed and signed anew under the same header.</summary>
    public static string Changed(string token, SigningKey key, Action<JsonObject> change)
    {
        var parts = token.Split('.');
        var claims = JsonNode.Parse(Bytes(parts[1]))!.AsObject();
        change(claims);
        return Parts(Text(parts[0]), claims.ToJsonString(), key);
    }

    public static string Encode(string part) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(part));

    public static byte[] Bytes(string part) => Base64Url.DecodeFromChars(part);

    public static string Text(string part) => Encoding.UTF8.GetString(Bytes(part));
}
