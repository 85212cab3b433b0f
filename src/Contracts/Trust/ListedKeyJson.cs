using System.Buffers;
using System.Text.Json;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Status;

namespace HealthBao.Contracts.Trust;

/// <summary>A day key in JSON: the JWK with <c>nbf</c> and <c>exp</c> beside its members, and <c>state</c> where it is suspended.</summary>
public static class ListedKeyJson
{
    private const string Suspended = "suspended";

    /// <summary>Writes the key as an object value.</summary>
    public static void Write(Utf8JsonWriter writer, ListedKey key, Action<Utf8JsonWriter>? more = null) => key.Jwk.WriteTo(writer, w =>
    {
        w.WriteNumber("nbf", key.NotBefore.ToUnixTimeSeconds());
        w.WriteNumber("exp", key.Expires.ToUnixTimeSeconds());
        if (key.IsSuspended) w.WriteString("state", Suspended);
        more?.Invoke(w);
    });

    /// <summary>The key as a JSON value.</summary>
    public static JsonElement ToElement(ListedKey key, Action<Utf8JsonWriter>? more = null)
    {
        var buffer = new ArrayBufferWriter<byte>(384);
        using (var writer = new Utf8JsonWriter(buffer)) Write(writer, key, more);
        return JsonElement.Parse(buffer.WrittenSpan);
    }

    /// <summary>Reads a key, or gives null when it is not one. A <c>state</c> of any other word than <c>suspended</c> is not read as in force.</summary>
    public static ListedKey? Read(JsonElement json)
    {
        if (EcJwk.Parse(json) is not { } jwk || !Seconds(json, "nbf", out var notBefore) || !Seconds(json, "exp", out var expires)) return null;
        var stated = json.TryGetProperty("state", out var state);
        if (stated && (state.ValueKind != JsonValueKind.String || !state.ValueEquals(Suspended))) return null;
        return notBefore < expires ? new(jwk, notBefore, expires) { IsSuspended = stated } : null;
    }

    private static bool Seconds(JsonElement json, string name, out DateTimeOffset instant)
    {
        instant = default;
        if (!json.TryGetProperty(name, out var value) || value.ValueKind != JsonValueKind.Number || !value.TryGetInt64(out var seconds)) return false;
        if (seconds is < 0 or > ShanghaiDay.LastSecond + 1) return false;
        instant = DateTimeOffset.FromUnixTimeSeconds(seconds);
        return true;
    }
}
