using System.Net;
using System.Text;

namespace HealthBao.Adapters.Tests.Problems;

public sealed class BadRequestTests
{
    private const string Private = "EX-private-11010519491231002X";

    public static TheoryData<string, string> Bodies => new()
    {
        { "", "\"fault\":\"empty\"" },
        { "{}", "\"field\":\"nativeCode\",\"fault\":\"missing\"" },
        { """{"nativeCode":null}""", "\"field\":\"nativeCode\",\"fault\":\"null\"" },
        { """{"nativeCode":7}""", "\"field\":\"nativeCode\",\"fault\":\"wrong-type\"" },
        { """{"nativeCode":["EX-private-11010519491231002X"]}""", "\"field\":\"nativeCode\",\"fault\":\"wrong-type\"" },
        { """{"nativeCode":""}""", "\"field\":\"nativeCode\",\"fault\":\"empty\"" },
        { """{"nativeCode":"\ud800"}""", "\"field\":\"nativeCode\",\"fault\":\"invalid-utf8\"" },
        { """{"nativeCode":"EX-private-11010519491231002X","nativeCode":"b"}""", "\"field\":\"nativeCode\",\"fault\":\"duplicate\"" },
        { """{"nativeCode":"EX-private-11010519491231002X","more":1}""", "\"field\":\"more\",\"fault\":\"unknown-member\"" },
        { """["EX-private-11010519491231002X"]""", "\"fault\":\"wrong-type\"" },
        { """{"nativeCode":"EX-private-11010519491231002X" """, "\"fault\":\"malformed-json\"" },
        { """{"nativeCode":"a"} trailing""", "\"fault\":\"malformed-json\"" },
        { $$"""{"nativeCode":{{new string('[', 200)}}{{new string(']', 200)}}}""", "\"fault\":\"too-deep\"" },
        { $$"""{"nativeCode":"{{new string('x', 1025)}}"}""", "\"field\":\"nativeCode\",\"fault\":\"too-long\"" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_bad_body_is_a_problem_that_names_the_member_and_the_fault_and_echoes_nothing(string body, string says)
    {
        await using var adapter = await RunningAdapter.StartAsync();
        using var response = await PostAsync(adapter, Encoding.UTF8.GetBytes(body));
        await response.AssertProblemAsync(HttpStatusCode.BadRequest, says, Private);
        Assert.Equal(0, adapter.Source.Asked);
    }

    [Fact]
    public async Task Bytes_that_are_no_UTF_8_are_said_to_be_so()
    {
        await using var adapter = await RunningAdapter.StartAsync();
        using var response = await PostAsync(adapter, [.. "{\"nativeCode\":\""u8, 0xC3, 0x28, .. "\"}"u8]);
        await response.AssertProblemAsync(HttpStatusCode.BadRequest, "\"fault\":\"invalid-utf8\"");
    }

    [Fact]
    public async Task A_body_of_a_megabyte_is_too_large()
    {
        await using var adapter = await RunningAdapter.StartAsync();
        using var response = await PostAsync(adapter, Encoding.UTF8.GetBytes($$"""{"nativeCode":"{{new string('x', 1024 * 1024)}}"}"""));
        await response.AssertProblemAsync(HttpStatusCode.RequestEntityTooLarge, "too-large");
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData(null)]
    public async Task Another_media_type_is_refused(string? mediaType)
    {
        await using var adapter = await RunningAdapter.StartAsync();
        using var response = await PostAsync(adapter, "{}"u8.ToArray(), mediaType);
        await response.AssertProblemAsync(HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task Unknown_addresses_and_wrong_methods_are_problems()
    {
        await using var adapter = await RunningAdapter.StartAsync();
        using (var unknown = await adapter.Http.GetAsync("/v1/people")) await unknown.AssertProblemAsync(HttpStatusCode.NotFound, "not-found");
        using var wrong = await adapter.Http.GetAsync("/v1/passes");
        await wrong.AssertProblemAsync(HttpStatusCode.MethodNotAllowed, "method-not-allowed");
        Assert.Equal("POST", wrong.Content.Headers.Allow.Single());
    }

    [Fact]
    public async Task A_bug_is_a_problem_without_details()
    {
        await using var adapter = await RunningAdapter.StartAsync();
        adapter.Source.ByCode = _ => throw new InvalidOperationException(Private);
        using var response = await adapter.AskAsync("EX:one");
        await response.AssertProblemAsync(HttpStatusCode.InternalServerError, "internal", Private);
        Assert.DoesNotContain(adapter.Log.Lines, l => l.Contains(Private, StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_log_at_any_level_holds_a_name_a_number_a_subject_or_a_code()
    {
        await using var adapter = await RunningAdapter.StartAsync();
        adapter.Source.ByCode = _ => Task.FromResult(RunningAdapter.Stated(subject: "uuid-of-a-person", name: "欧阳娜娜"));
        adapter.Source.ByDocument = (_, _) => Task.FromResult(RunningAdapter.Stated("Y", "uuid-of-a-person", name: "欧阳娜娜"));
        await adapter.PassAsync("EX:content-of-a-code");
        await Issuing.StatusQueryTests.AskAsync(adapter);
        await NativeSystem.ChangeTests.TellAsync(adapter, new { subject = "uuid-of-a-person", occurredAt = "2026-03-01T09:12:00+08:00" });
        var log = string.Join('\n', adapter.Log.Lines);
        foreach (var secret in (string[])["娜娜", "11010519491231002", "content-of-a-code", "uuid-of-a-person", RunningAdapter.Secret])
            Assert.DoesNotContain(secret, log, StringComparison.Ordinal);
        Assert.Contains("issued", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_kept_of_a_person_is_a_mask_and_no_more()
    {
        var adapter = await RunningAdapter.StartAsync();
        adapter.Source.ByCode = _ => Task.FromResult(RunningAdapter.Stated(subject: "uuid-of-a-person"));
        adapter.Source.ByDocument = (_, _) => Task.FromResult(RunningAdapter.Stated(subject: "uuid-of-a-person"));
        await adapter.PassAsync("EX:content-of-a-code");
        await Issuing.StatusQueryTests.AskAsync(adapter);
        await adapter.DisposeAsync();
        foreach (var file in Directory.EnumerateFiles(adapter.Directory, "*", SearchOption.AllDirectories))
        {
            var bytes = await File.ReadAllBytesAsync(file);
            foreach (var secret in (string[])["张三", "11010519491231002X", "content-of-a-code", "uuid-of-a-person"])
                Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)) < 0, Path.GetFileName(file));
        }
    }

    private static Task<HttpResponseMessage> PostAsync(RunningAdapter adapter, byte[] body, string? mediaType = "application/json")
    {
        var content = new ByteArrayContent(body);
        if (mediaType is not null) content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
        return adapter.Http.PostAsync("/v1/passes", content);
    }
}
