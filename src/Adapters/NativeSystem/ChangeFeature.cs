using System.Globalization;
using System.Security.Cryptography;
using HealthBao.Adapters.Calls;
using HealthBao.Adapters.Issuing;
using HealthBao.Adapters.Problems;
using HealthBao.Adapters.Storage;
using HealthBao.Adapters.Telemetry;
using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Problems;

namespace HealthBao.Adapters.NativeSystem;

/// <summary><c>POST /v1/changes</c>: the region's own system says that a person's status changed; every pass of the day of that person is superseded.</summary>
internal sealed class ChangeFeature(RegionFolder region, NativeSystemGate gate, DayKeys days, AdapterMeters meters, ILogger<ChangeFeature> logger)
{
    private const int MaxSubject = 256;
    private const int MaxText = 128;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/v1/changes", (HttpContext http, ChangeFeature feature) => feature.PostAsync(http));

    private async Task<IResult> PostAsync(HttpContext http)
    {
        var received = await ReceivedBody.ReadAsync(http);
        if (received.Refusal is { } refusal) return refusal;
        if (gate.Enter(http) is not { } sha256 || !NativeSystemGate.IsDigest(SHA256.HashData(received.Bytes), sha256)) return NativeSystemGate.Refusal;
        var body = RequestBody.Parse(received.Bytes);
        var subject = body.Text("subject", MaxSubject, required: false);
        var document = subject is null && !body.Faults.Any(f => f.Field == "subject") ? body.Document() : null;
        ReadRest(body);
        if (!body.End()) return Refusals.BadRequest(body);
        var superseded = await SupersedeAsync(subject, document);
        logger.PassesSuperseded(region.Code, superseded);
        meters.Changed(null, superseded);
        return Answer.Json(http, new { superseded });
    }

    // Told for the desk's own records; nothing of it is needed to supersede, and nothing of it is kept.
    private static void ReadRest(RequestBody body)
    {
        if (body.Text("occurredAt", 40) is { } text && !DateTimeOffset.TryParseExact(
            text, ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _))
            body.Fault("occurredAt", "format", "It must be an instant such as 2026-03-01T09:12:00+08:00.");
        body.Text("reason", MaxText, required: false);
        body.Text("authority", MaxText, required: false);
    }

    private Task<int> SupersedeAsync(string? subject, IdentityDocument? document)
    {
        var today = days.Today;
        return subject is not null ? today.SupersedeAsync([today.Tags.Subject(subject)], null)
            : today.SupersedeAsync([today.Tags.SubjectOf(document!)], today.Tags.Document(document!));
    }
}
