using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using HealthBao.Contracts.Pass;
using HealthBao.Contracts.Status;
using HealthBao.Contracts.Trust;
using HealthBao.Seeds;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace HealthBao.Hub.Tests.Privacy;

/// <summary>A hub in its own process with three regions: one that answers, one that does not in time, one that is gone.</summary>
public sealed class SeededRoom : IAsyncLifetime
{
    // The hub goes by the true clock; passes know whole seconds.
    private readonly FakeTimeProvider clock = new(DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()));
    private readonly ConcurrentDictionary<string, SeededPerson> held = new();
    private FakeRegion[] regions = [];

    public HubProcess Hub { get; private set; } = null!;

    public string Token { get; private set; } = "";

    internal SignedPass PassOf(SeededPerson person) => regions[0].Sign(regions[0].Says() with { Person = person.Masked, AsOf = clock.GetUtcNow().ToOffset(ShanghaiDay.Offset) });

    internal void Hold(SeededPerson person) => held[person.Number] = person;

    public async Task InitializeAsync()
    {
        if (!OperatingSystem.IsLinux()) return;
        Hub = await HubProcess.StartAsync();
        var @operator = await Hub.TokenAsync(TestPartner.Operator);
        Token = await Hub.TokenAsync(TestPartner.Gate);
        regions = await Task.WhenAll(new[] { "110000", "120000", "130000" }.Select(code => FakeRegion.StartAsync(code, clock)));
        foreach (var region in regions) await Hub.JoinAsync(region, @operator);
        regions[0].Adapter.OnQuery = AnswerAsync;
        regions[1].Adapter.OnQuery = (http, _) => Task.Delay(Timeout.Infinite, http.RequestAborted);
        await regions[2].Adapter.StopAsync();
    }

    public async Task DisposeAsync()
    {
        if (Hub is not null) await Hub.DisposeAsync();
        foreach (var region in regions.Take(2)) await region.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext http, string callId)
    {
        using var body = await JsonDocument.ParseAsync(http.Request.Body);
        var (name, number) = (body.RootElement.GetProperty("name").GetString(), body.RootElement.GetProperty("documentNumber").GetString()!);
        var pass = held.TryGetValue(number, out var person) && person.Name == name ? PassOf(person) : null;
        var answer = pass is null ? new StatusAnswer(HealthStatus.NotHeld, null, null, null) : new(HealthStatus.NoAbnormality, null, pass.Api, pass.Card);
        await FakeAdapter.AnswerAsync(http, 200, answer.Sign(regions[0].Issuer, callId, regions[0].TodaysKey, clock.GetUtcNow()), StatusAnswer.MediaType);
    }
}
