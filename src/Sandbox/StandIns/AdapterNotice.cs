using System.Text.Json;
using HealthBao.Adapters.NativeSystem;
using HealthBao.Contracts.Fhir;
using HealthBao.Contracts.Status;
using HealthBao.Sandbox.People;

namespace HealthBao.Sandbox.StandIns;

/// <summary>How a region's own system tells its adapter: signed calls to <c>/v1/changes</c> and <c>/v1/files</c>.</summary>
internal sealed class AdapterNotice(string adapter, string secret, TimeProvider clock)
{
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(30) };

    /// <summary>Tells that a person's status changed.</summary>
    /// <param name="citizen">The person as the source now has them.</param>
    /// <param name="decision">Who decided, and why.</param>
    public async Task<NoticeOutcome> TellAsync(Citizen citizen, NativeDecision decision, CancellationToken cancellation)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new
        {
            subject = citizen.Subject,
            occurredAt = ShanghaiDay.Format(clock.GetUtcNow()),
            native = new { system = FhirSystems.Native(citizen.Source), code = citizen.Native },
            reason = decision.Reason,
            authority = decision.Authority,
        });
        var content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } };
        return await SendAsync("/v1/changes", content, cancellation);
    }

    /// <summary>Delivers a nightly file with its <c>.ok</c>.</summary>
    public async Task<NoticeOutcome> DeliverAsync(string source, string fileName, byte[] csv, byte[] ok, CancellationToken cancellation)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(csv), "file", fileName }, { new ByteArrayContent(ok), "ok", fileName + ".ok" } };
        return await SendAsync($"/v1/files/{source}", form, cancellation);
    }

    private async Task<NoticeOutcome> SendAsync(string path, HttpContent content, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, adapter + path) { Content = content };
        await NativeSystemCall.SignAsync(request, secret, clock.GetUtcNow());
        try
        {
            using var response = await Http.SendAsync(request, cancellation);
            return new(response.IsSuccessStatusCode, (int)response.StatusCode);
        }
        catch (HttpRequestException)
        {
            return new(false, 0);
        }
    }
}
