using System.Text.Json;
using HealthBao.Contracts.Status;
using HealthBao.Contracts.Trust;
using HealthBao.Hub.Revocation;
using HealthBao.Hub.Verification;

namespace HealthBao.Hub.Trust;

/// <summary><c>GET /v1/regions</c>: who takes part, and how old what the hub holds of them is.</summary>
internal static class RegionsFeature
{
    public static void MapRegions(this IEndpointRouteBuilder app) => app.MapGet("/v1/regions", async (
        HttpContext http, TrustSource trust, StatusListHolder lists, TimeProvider clock) =>
    {
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.Headers.AccessControlAllowOrigin = "*";
        http.Response.Headers.CacheControl = "public, max-age=5";
        using (var writer = new Utf8JsonWriter(http.Response.BodyWriter, VerificationJson.Options)) Write(writer, trust.Current.Snapshot, lists, clock.GetUtcNow());
        await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
    });

    private static void Write(Utf8JsonWriter writer, TrustSnapshot snapshot, StatusListHolder lists, DateTimeOffset now)
    {
        writer.WriteStartObject();
        writer.WriteNumber("sequence", snapshot.List.Sequence);
        writer.WriteString("keysAsOf", ShanghaiDay.Format(snapshot.List.IssuedAt));
        writer.WriteStartArray("regions");
        foreach (var listed in snapshot.List.Participants) Write(writer, listed, lists.Current.Find(listed.Issuer, ShanghaiDay.At(now))?.AsOf, now);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ListedParticipant listed, DateTimeOffset? statusListAsOf, DateTimeOffset now)
    {
        writer.WriteStartObject();
        writer.WriteString("region", listed.Region);
        writer.WriteStartObject("names");
        writer.WriteString("zh", listed.Names.Zh);
        writer.WriteString("en", listed.Names.En);
        writer.WriteEndObject();
        writer.WriteString("issuer", listed.Issuer);
        writer.WriteString("endpoint", listed.Endpoint);
        writer.WriteString("state", listed.State == ParticipantState.Active ? "active" : "suspended");
        writer.WriteStartArray("nativeCodePrefixes");
        foreach (var prefix in listed.NativeCodePrefixes) writer.WriteStringValue(prefix);
        writer.WriteEndArray();
        writer.WriteNumber("keysInForce", listed.Keys.Count(k => !k.IsSuspended && k.NotBefore <= now && now < k.Expires));
        writer.WriteString("statusListAsOf", statusListAsOf is { } asOf ? ShanghaiDay.Format(asOf) : null);
        writer.WriteString("telephone", listed.Telephone);
        writer.WriteEndObject();
    }
}
