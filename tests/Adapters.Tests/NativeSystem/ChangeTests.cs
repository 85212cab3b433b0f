using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using HealthBao.Adapters.NativeSystem;
using HealthBao.Adapters.Tests.Issuing;
using HealthBao.Contracts.Pass;

namespace HealthBao.Adapters.Tests.NativeSystem;

public sealed class ChangeTests
{
    [Fact]
    public async Task A_change_told_by_subject_supersedes_the_person_s_passes_and_nobody_else_s()
    {
        await using var adapter = await RunningAdapter.StartAsync();
        adapter.Source.ByCode = code => Task.FromResult(RunningAdapter.Stated(subject: code[3..4], asOf: RunningAdapter.Morning.AddMinutes(code.Length - 60)));
        var mine = new[] { await adapter.PassAsync("EX:a"), await adapter.PassAsync("EX:a-later") };
        var other = await adapter.PassAsync("EX:b");
        Assert.Equal(2, await TellAsync(adapter, new { subject = "a", occurredAt = "2026-03-01T09:12:00+08:00", reason = "cdc-list", authority = "990001/CDC" }));
        foreach (var pass in mine) Assert.Equal(PassRejection.Superseded, await StandAsync(adapter, pass));
        Assert.Equal(PassRejection.None, await StandAsync(adapter, other));
    }

    [Fact]
    public async Task A_change_told_by_document_supersedes_what_was_asked_for_by_it()
    {
        await using var adapter = await RunningAdapter.StartAsync();
        adapter.Source.ByDocument = (_, _) => Task.FromResult(RunningAdapter.Stated());
        var answer = await StatusQueryTests.AskAsync(adapter);
        var change = new { documentType = "resident-id", documentNumber = "11010519491231002x", occurredAt = "2026-03-01T09:12:00+08:00" };
        Assert.Equal(1, await TellAsync(adapter, change));
        Assert.Equal(PassRejection.Superseded, (await PassTests.VerifyAsync(adapter, answer.Pass!)).Rejection);
        Assert.Equal(0, await TellAsync(adapter, change with { occurredAt = "2026-03-01T09:13:00+08:00" }));
    }

    [Fact]
    public async Task A_city_whose_subject_is_the_document_is_found_by_document_though_asked_by_code()
    {
        await using var adapter = await RunningAdapter.StartAsync();
        adapter.Source.ByCode = _ => Task.FromResult(RunningAdapter.Stated(subject: "resident-id|11010519491231002X"));
        await adapter.PassAsync("EX:one");
        Assert.Equal(1, await TellAsync(adapter, new { documentType = "resident-id", documentNumber = "11010519491231002X", occurredAt = "2026-03-01T01:12:00Z" }));
    }

    [Fact]
    public async Task After_a_change_the_same_code_is_asked_for_again()
    {
        await using var adapter = await RunningAdapter.StartAsync();
        adapter.Source.ByCode = _ => Task.FromResult(RunningAdapter.Stated());
        await adapter.PassAsync("EX:one");
        await TellAsync(adapter, new { subject = "subject-1", occurredAt = "2026-03-01T09:12:00+08:00" });
        adapter.Source.ByCode = _ => Task.FromResult(RunningAdapter.Stated("R"));
        Assert.Equal("central-observation", (await adapter.PassAsync("EX:one")).GetProperty("status").GetString());
    }

    [Fact]
    public async Task An_answer_that_a_change_overtook_is_asked_for_again()
    {
        await using var adapter = await RunningAdapter.StartAsync();
        adapter.Source.ByCode = async _ =>
        {
            if (adapter.Source.Asked > 1) return RunningAdapter.Stated("R");
            await TellAsync(adapter, new { subject = "subject-1", occurredAt = "2026-03-01T09:12:00+08:00" });
            return RunningAdapter.Stated();
        };
        Assert.Equal("central-observation", (await adapter.PassAsync("EX:one")).GetProperty("status").GetString());
        Assert.Equal(2, adapter.Source.Asked);
    }

    [Theory]
    [InlineData("""{"occurredAt":"2026-03-01T09:12:00+08:00"}""", "documentType")]
    [InlineData("""{"subject":7,"occurredAt":"2026-03-01T09:12:00+08:00"}""", "subject")]
    [InlineData("""{"subject":"s"}""", "occurredAt")]
    [InlineData("""{"subject":"s","occurredAt":"yesterday"}""", "occurredAt")]
    [InlineData("""{"subject":"s","occurredAt":"2026-03-01T09:12:00+08:00","colour":"red"}""", "colour")]
    [InlineData("""{"subject":"s","documentType":"passport","documentNumber":"E1","occurredAt":"2026-03-01T09:12:00+08:00"}""", "documentType")]
    public async Task A_bad_change_is_a_problem_that_names_the_member(string json, string field)
    {
        await using var adapter = await RunningAdapter.StartAsync();
        using var response = await SendAsync(adapter, Encoding.UTF8.GetBytes(json));
        await response.AssertProblemAsync(HttpStatusCode.BadRequest, $"\"field\":\"{field}\"");
    }

    [Fact]
    public async Task Only_the_region_s_own_system_is_heard_and_each_call_once()
    {
        await using var adapter = await RunningAdapter.StartAsync();
        var body = """{"subject":"s","occurredAt":"2026-03-01T09:12:00+08:00","authority":"990001/CDC","reason":"cdc-list"}"""u8.ToArray();
        var now = adapter.Clock.GetUtcNow();
        var good = NativeSystemCall.Sign(RunningAdapter.Secret, HttpMethod.Post, "/v1/changes", body, now);
        using (var first = await SendAsync(adapter, body, good)) Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        IReadOnlyDictionary<string, string>[] refused =
        [
            good,
            new Dictionary<string, string>(),
            NativeSystemCall.Sign("another secret of 16 or more", HttpMethod.Post, "/v1/changes", body, now),
            NativeSystemCall.Sign(RunningAdapter.Secret, HttpMethod.Post, "/v1/files/x", body, now),
            NativeSystemCall.Sign(RunningAdapter.Secret, HttpMethod.Put, "/v1/changes", body, now),
            NativeSystemCall.Sign(RunningAdapter.Secret, HttpMethod.Post, "/v1/changes", "{}"u8, now),
            NativeSystemCall.Sign(RunningAdapter.Secret, HttpMethod.Post, "/v1/changes", body, now.AddSeconds(-61)),
            NativeSystemCall.Sign(RunningAdapter.Secret, HttpMethod.Post, "/v1/changes", body, now.AddSeconds(61)),
        ];
        foreach (var headers in refused)
        {
            using var response = await SendAsync(adapter, body, headers);
            await response.AssertProblemAsync(HttpStatusCode.Unauthorized);
        }
    }

    /// <summary>Tells a change, with an office and a reason where none is given.</summary>
    internal static async Task<int> TellAsync(RunningAdapter adapter, object change)
    {
        using var response = await SendAsync(adapter, BodyOf(change));
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("superseded").GetInt32();
    }

    internal static byte[] BodyOf(object change)
    {
        var body = JsonSerializer.SerializeToNode(change)!.AsObject();
        if (!body.ContainsKey("authority")) body["authority"] = "990001/CDC";
        if (!body.ContainsKey("reason")) body["reason"] = "cdc-list";
        return JsonSerializer.SerializeToUtf8Bytes(body);
    }

    internal static Task<HttpResponseMessage> SendAsync(RunningAdapter adapter, byte[] body, IReadOnlyDictionary<string, string>? headers = null, string? idempotencyKey = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/v1/changes") { Content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } } };
        foreach (var (name, value) in headers ?? NativeSystemCall.Sign(RunningAdapter.Secret, HttpMethod.Post, "/v1/changes", body, adapter.Clock.GetUtcNow()))
            request.Headers.Add(name, value);
        if (idempotencyKey is not null) request.Headers.Add("Idempotency-Key", idempotencyKey);
        return adapter.Http.SendAsync(request);
    }

    internal static async Task<PassRejection> StandAsync(RunningAdapter adapter, JsonElement reply) =>
        (await PassTests.VerifyAsync(adapter, reply.GetProperty("pass").GetString()!)).Rejection;
}
