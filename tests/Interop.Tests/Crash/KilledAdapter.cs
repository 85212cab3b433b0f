using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using HealthBao.Adapters.NativeSystem;
using HealthBao.Contracts.Fhir;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Pass;
using HealthBao.Contracts.Regions;
using HealthBao.Contracts.Revocation;
using HealthBao.Contracts.Status;
using HealthBao.Contracts.Trust;
using HealthBao.Sandbox.Composition;
using HealthBao.Sandbox.People;

namespace HealthBao.Interop.Tests.Crash;

/// <summary>What a test does with Beijing's adapter before it kills it, and what it looks at afterwards.</summary>
internal sealed class KilledAdapter(AdapterProcess adapter, ConcurrentDictionary<int, HandedOut> passes)
{
    public const string Secret = "a secret of the region's own system";
    private static readonly Participant Beijing = PartHost.Catalog.Find("110000")!.Participant;

    /// <summary>Asks for a person's pass, and holds on to it. A place that another pass has already is a failure.</summary>
    public async Task<HandedOut> AskAsync(Citizen citizen)
    {
        using var response = await adapter.Http.PostAsJsonAsync("/v1/passes", new { nativeCode = citizen.NativeCode });
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var token = JsonElement.Parse(await response.Content.ReadAsStringAsync()).GetProperty("pass").GetString()!;
        var pass = new HandedOut(citizen, token, IndexOf(token));
        Assert.Equal(token, passes.GetOrAdd(pass.Index, pass).Token);
        return passes[pass.Index];
    }

    /// <summary>Tells a change of a pass's holder; it counts as acknowledged when the answer is here.</summary>
    public async Task TellAsync(HandedOut pass, PassState state)
    {
        pass.State = state;
        pass.Told ??= JsonSerializer.SerializeToUtf8Bytes(new
        {
            subject = pass.Citizen.Subject,
            occurredAt = ShanghaiDay.Format(TimeProvider.System.GetUtcNow()),
            authority = "110105/COMMUNITY",
            reason = state == PassState.Suspended ? "pass-withdrawn" : "community-report",
        });
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/changes") { Content = new ByteArrayContent(pass.Told) { Headers = { ContentType = new("application/json") } } };
        await NativeSystemCall.SignAsync(request, Secret, TimeProvider.System.GetUtcNow());
        using var response = await adapter.Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        Assert.Equal((HttpStatusCode.OK, text), (response.StatusCode, text));
        pass.Acknowledged = true;
    }

    /// <summary>Every acknowledged change is in both lists and in the records; every other pass stands or was told about.</summary>
    public async Task CheckAsync(ShanghaiDay day)
    {
        var trust = await TrustAsync();
        var list = StatusListToken.Read(await adapter.Http.GetStringAsync($"/status/{day.Compact}"), trust.FindRegion("110000")!, day)!;
        var terms = new PassVerificationTerms(trust, StatusListSet.Empty.With(list), TimeProvider.System.GetUtcNow(), TimeSpan.FromMinutes(30));
        var cards = await adapter.Http.GetStringAsync($"/.well-known/crl/{trust.FindRegion("110000")!.Listed.Keys.Single(k => k.NotBefore == day.Start).Jwk.Thumbprint}.json");
        var recorded = await RecordedAsync();
        foreach (var pass in passes.Values)
        {
            var seen = PassVerifier.Verify(Encoding.ASCII.GetBytes(pass.Token), terms).Rejection;
            var told = pass.State == PassState.Suspended ? PassRejection.Suspended : PassRejection.Superseded;
            if (pass.Acknowledged) Assert.Equal((told, pass.State), (seen, list.StateOf(pass.Index)));
            else if (pass.Told is null) Assert.Equal(PassRejection.None, seen);
            else Assert.True(seen == PassRejection.None || seen == told, seen.ToString());
            Assert.Equal(seen != PassRejection.None, cards.Contains($"\"{new PassId(Beijing.Issuer, day, pass.Index).Rid}\"", StringComparison.Ordinal));
            if (seen != PassRejection.None) Assert.Contains(pass.Index, recorded);
        }
    }

    private static int IndexOf(string token)
    {
        using var claims = JsonDocument.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(token.Split('.')[1]));
        return claims.RootElement.GetProperty("status").GetProperty("status_list").GetProperty("idx").GetInt32();
    }

    private async Task<HashSet<int>> RecordedAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/changes/records?limit=1000");
        await NativeSystemCall.SignAsync(request, Secret, TimeProvider.System.GetUtcNow());
        using var response = await adapter.Http.SendAsync(request);
        var page = JsonElement.Parse(await response.Content.ReadAsStringAsync());
        return [.. page.GetProperty("records").EnumerateArray().SelectMany(r => r.GetProperty("indexes").EnumerateArray().Select(i => i.GetInt32()))];
    }

    private async Task<TrustSnapshot> TrustAsync()
    {
        var set = JsonElement.Parse(await adapter.Http.GetStringAsync("/.well-known/jwks.json"));
        var today = ShanghaiDay.At(TimeProvider.System.GetUtcNow());
        var days = new[] { today, today.Next };
        // Today's key comes first, tomorrow's second.
        var keys = set.GetProperty("keys").EnumerateArray().Select((k, n) => new ListedKey(new EcJwk(k.GetProperty("x").GetString()!, k.GetProperty("y").GetString()!), days[n].Start, days[n].End)).ToArray();
        var map = PartHost.Catalog.Find("110000")!.Map;
        var now = TimeProvider.System.GetUtcNow();
        var listed = new ListedParticipant
        {
            Region = Beijing.Region,
            Names = Beijing.Names,
            Issuer = Beijing.Issuer,
            Endpoint = "http://127.0.0.1:8000/regions/110000",
            State = ParticipantState.Active,
            NativeCodePrefixes = Beijing.NativeCodePrefixes,
            CityCodeSystems = [],
            Keys = keys,
            StatusList = Beijing.Issuer + "/status/",
            ConceptMap = new(map.Version, map.Sha256),
            Telephone = Beijing.Telephone,
            Contact = Beijing.Contact,
        };
        return TrustSnapshot.Compile(new("https://hub.example", now, now.AddHours(24), 1, [listed]), new Dictionary<string, ConceptMap> { [Beijing.Region] = map });
    }
}
