using System.Collections.Concurrent;
using System.Text;
using HealthBao.Contracts.Fhir;
using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Pass;
using HealthBao.Contracts.Regions;
using HealthBao.Contracts.Status;
using HealthBao.Contracts.Trust;
using Microsoft.Extensions.Time.Testing;

namespace HealthBao.Hub.Tests;

/// <summary>A region as the hub sees it: its keys, its map, its passes. What it answers on the wire is <see cref="FakeAdapter"/>.</summary>
public sealed class FakeRegion : IAsyncDisposable
{
    private readonly ConcurrentDictionary<ShanghaiDay, SigningKey> dayKeys = new();
    private int places;

    private FakeRegion(string code, FakeTimeProvider clock)
    {
        (Code, Clock) = (code, clock);
        Participant = FakeParticipants.Of(code);
        MapJson = FakeParticipants.MapOf(Participant);
        Adapter = new(this);
    }

    public string Code { get; }

    public FakeTimeProvider Clock { get; }

    public Participant Participant { get; set; }

    public string MapJson { get; set; }

    public SigningKey EnrolmentKey { get; set; } = SigningKey.Create();

    public FakeAdapter Adapter { get; }

    public string Issuer => Participant.Issuer;

    public ShanghaiDay Today => ShanghaiDay.At(Clock.GetUtcNow());

    public SigningKey TodaysKey => KeyOf(Today);

    public string System => FhirSystems.Native(Participant.CodeSystems[0]);

    public static async Task<FakeRegion> StartAsync(string code, FakeTimeProvider clock)
    {
        var region = new FakeRegion(code, clock);
        await region.Adapter.StartAsync();
        return region;
    }

    /// <summary>Joins as a real region does: asks, is approved, states its keys; then waits until the hub can tell verdicts for it.</summary>
    public static async Task<FakeRegion> JoinAsync(RunningHub hub, string code)
    {
        var region = await StartAsync(code, hub.Clock);
        await region.JoinAsync(hub);
        return region;
    }

    public async Task JoinAsync(RunningHub hub)
    {
        (await AskToJoinAsync(hub)).EnsureSuccessStatusCode();
        (await ApproveAsync(hub)).EnsureSuccessStatusCode();
        (await StateKeysAsync(hub)).EnsureSuccessStatusCode();
        await Eventually.IsTrueAsync(() => hub.SaysAsync(Code, "ready"));
    }

    public Task<HttpResponseMessage> AskToJoinAsync(RunningHub hub) => PostJwtAsync(hub, "/v1/trust/participants", Request());

    public Task<HttpResponseMessage> ApproveAsync(RunningHub hub) => hub.PostAsync($"/v1/trust/participants/{Code}/approval", null, TestPartner.Operator);

    public Task<HttpResponseMessage> SuspendAsync(RunningHub hub) => hub.PostAsync($"/v1/trust/participants/{Code}/suspension", null, TestPartner.Operator);

    public Task<HttpResponseMessage> StateKeysAsync(RunningHub hub) => PostJwtAsync(hub, "/v1/trust/keys", Statement());

    public string Request() => ParticipantRequest.Sign(Participant, MapJson, new(Adapter.Address, Adapter.Base), EnrolmentKey, Clock.GetUtcNow());

    public string Statement() => KeyStatement.Sign(Issuer, Code, [(Today, TodaysKey), (Today.Next, KeyOf(Today.Next))], EnrolmentKey, Clock.GetUtcNow());

    public string StatementOfTodayOnly() => KeyStatement.Sign(Issuer, Code, [(Today, TodaysKey)], EnrolmentKey, Clock.GetUtcNow());

    public string Suspension(string kid) => KeySuspension.Sign(Issuer, Code, kid, EnrolmentKey, Clock.GetUtcNow());

    public Task<HttpResponseMessage> SuspendKeyAsync(RunningHub hub, string kid) => PostJwtAsync(hub, $"/v1/trust/keys/{kid}/suspension", Suspension(kid));

    /// <summary>Makes another key for a day.</summary>
    public void ForgetKey(ShanghaiDay day) => dayKeys.TryRemove(day, out _);

    public static Task<HttpResponseMessage> PostJwtAsync(RunningHub hub, string path, string token) =>
        hub.PostAsync(path, new StringContent(token, Encoding.ASCII, new global::System.Net.Http.Headers.MediaTypeHeaderValue("application/jwt")));

    /// <summary>Takes a key that the test has made for a day.</summary>
    public void UseKey(ShanghaiDay day, SigningKey key) => dayKeys[day] = key;

    public SigningKey KeyOf(ShanghaiDay day) => dayKeys.GetOrAdd(day, _ => SigningKey.Create());

    public PassStatement Says(string native = "green", HealthStatus? status = null) => new()
    {
        Issuer = Issuer,
        NotBefore = Clock.GetUtcNow().ToOffset(ShanghaiDay.Offset),
        Expires = Today.End,
        StatusIndex = Interlocked.Increment(ref places),
        Person = TestPeople.Zhang.Masked,
        Status = status ?? FakeParticipants.StatusOf(native),
        NativeSystem = System,
        NativeCode = native,
        AsOf = Clock.GetUtcNow().AddMinutes(-20).ToOffset(ShanghaiDay.Offset),
        Authority = native is "yellow" or "red" ? Code + "/CDC" : null,
    };

    public SignedPass Pass(string native = "green") => PassSigner.Sign(Says(native), TodaysKey);

    public SignedPass Sign(PassStatement statement) => PassSigner.Sign(statement, TodaysKey);

    public ValueTask DisposeAsync() => Adapter.DisposeAsync();
}
