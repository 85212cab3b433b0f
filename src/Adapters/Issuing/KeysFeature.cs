using System.Buffers;
using System.Text.Json;
using HealthBao.Adapters.Calls;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Status;

namespace HealthBao.Adapters.Issuing;

/// <summary><c>GET /.well-known/jwks.json</c>: the day keys, with the version of each card revocation list there is.</summary>
internal sealed class KeysFeature(DayKeys days)
{
    private static readonly TimeSpan MaxAge = TimeSpan.FromMinutes(1);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/.well-known/jwks.json", (KeysFeature feature) => feature.Get());

    private PublicDocument Get()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer)) Write(writer);
        return new(buffer.WrittenSpan.ToArray(), "application/json", MaxAge);
    }

    private void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("keys");
        foreach (var (day, key) in days.Published()) key.WriteTo(writer, w => WriteVersion(w, day, key));
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private void WriteVersion(Utf8JsonWriter writer, ShanghaiDay day, EcJwk key)
    {
        if (days.Find(day) is { } store && store.Key.Jwk == key && store.Status.Snapshot().Version is > 0 and var version) writer.WriteNumber("crlVersion", version);
    }
}
