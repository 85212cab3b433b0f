using System.Net;
using HealthBao.Contracts.Pass;

namespace HealthBao.Adapters.Tests.NativeSystem;

public sealed class RepeatedChangeTests
{
    private static readonly byte[] Change = ChangeTests.BodyOf(new { subject = "subject-1", occurredAt = "2026-03-01T09:12:00+08:00" });
    private static readonly byte[] Another = ChangeTests.BodyOf(new { subject = "subject-1", occurredAt = "2026-03-01T09:12:00+08:00", reason = "symptoms" });

    [Fact]
    public async Task A_change_told_again_supersedes_nothing_new_and_is_answered_alike_also_after_a_restart()
    {
        var first = await StartAsync();
        var before = await first.PassAsync("EX:one");
        var answer = await TellAsync(first, Change);
        Assert.Equal("{\"superseded\":1,\"suspended\":0,\"record\":1}", answer);
        var after = await first.PassAsync("EX:one");
        Assert.Equal(answer, await TellAsync(first, Change));
        Assert.Equal(answer, await TellAsync(first, Change, "a-key-that-came-later"));
        await first.DisposeAsync();

        await using var second = await StartAsync(first);
        Assert.Equal(answer, await TellAsync(second, Change));
        Assert.Equal(PassRejection.Superseded, await ChangeTests.StandAsync(second, before));
        Assert.Equal(PassRejection.None, await ChangeTests.StandAsync(second, after));
        await AssertConflictAsync(second, Another, "a-key-that-came-later");
    }

    [Fact]
    public async Task Another_reason_at_the_same_instant_is_another_change()
    {
        await using var adapter = await StartAsync();
        await TellAsync(adapter, Change);
        var pass = await adapter.PassAsync("EX:one");
        Assert.Equal("{\"superseded\":1,\"suspended\":0,\"record\":2}", await TellAsync(adapter, Another));
        Assert.Equal(PassRejection.Superseded, await ChangeTests.StandAsync(adapter, pass));
    }

    [Fact]
    public async Task A_key_names_one_change_for_the_day()
    {
        await using var adapter = await StartAsync();
        await adapter.PassAsync("EX:one");
        var answer = await TellAsync(adapter, Change, "key-1");
        Assert.Equal(answer, await TellAsync(adapter, Change, "key-1"));
        await AssertConflictAsync(adapter, Another, "key-1");
        Assert.Equal("{\"superseded\":0,\"suspended\":0,\"record\":2}", await TellAsync(adapter, Another, "key-2"));
        Assert.Contains(adapter.Log.Lines, l => l.StartsWith("Warning 2006 ", StringComparison.Ordinal) && l.Contains("conflict", StringComparison.Ordinal));
        Assert.DoesNotContain(adapter.Log.Lines, l => l.Contains("key-1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Twenty_at_once_with_one_key_are_one_change()
    {
        await using var adapter = await StartAsync();
        await adapter.PassAsync("EX:one");
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => TellAsync(adapter, Change, "key-1")));
        Assert.Equal("{\"superseded\":1,\"suspended\":0,\"record\":1}", Assert.Single(answers.Distinct()));
    }

    [Theory]
    [InlineData("with a space")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123456789")]
    public async Task A_key_that_is_none_is_refused(string key)
    {
        await using var adapter = await StartAsync();
        using var response = await ChangeTests.SendAsync(adapter, Change, idempotencyKey: key);
        await response.AssertProblemAsync(HttpStatusCode.BadRequest, "\"field\":\"Idempotency-Key\",\"fault\":\"format\"", key);
    }

    private static async Task<RunningAdapter> StartAsync(RunningAdapter? after = null)
    {
        var adapter = await RunningAdapter.StartAsync(after?.Directory, after?.Clock);
        adapter.Source.ByCode = _ => Task.FromResult(RunningAdapter.Stated());
        return adapter;
    }

    private static async Task<string> TellAsync(RunningAdapter adapter, byte[] body, string? key = null)
    {
        using var response = await ChangeTests.SendAsync(adapter, body, idempotencyKey: key);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync();
    }

    private static async Task AssertConflictAsync(RunningAdapter adapter, byte[] body, string key)
    {
        using var response = await ChangeTests.SendAsync(adapter, body, idempotencyKey: key);
        await response.AssertProblemAsync(HttpStatusCode.Conflict, "Idempotency-Key");
    }
}
