using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using HealthBao.Adapters.Enquiry;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Pass;
using HealthBao.Contracts.Status;
using HealthBao.Contracts.Trust;

namespace HealthBao.Adapters.Tests.Issuing;

public sealed class StatusQueryTests
{
    private static readonly byte[] Question = JsonSerializer.SerializeToUtf8Bytes(
        new { name = "张三", documentType = "resident-id", documentNumber = "11010519491231002X" });

    [Fact]
    public async Task The_hub_gets_a_signed_answer_with_a_pass()
    {
        await using var adapter = await RunningAdapter.StartAsync();
        adapter.Source.ByDocument = (_, _) => Task.FromResult(RunningAdapter.Stated());
        var answer = await AskAsync(adapter);
        Assert.Equal(HealthStatus.NoAbnormality, answer.Status);
        Assert.Equal(PassRejection.None, (await PassTests.VerifyAsync(adapter, answer.Pass!)).Rejection);
        Assert.Equal(PassRejection.None, (await PassTests.VerifyAsync(adapter, answer.Card!)).Rejection);
    }

    [Fact]
    public async Task Nothing_held_and_a_late_source_are_signed_answers_without_a_pass()
    {
        await using var adapter = await RunningAdapter.StartAsync();
        Assert.Equal(new StatusAnswer(HealthStatus.NotHeld, null, null, null), await AskAsync(adapter));
        adapter.Source.ByDocument = (_, _) => Task.FromResult<EnquiryOutcome>(new EnquiryOutcome.SourceLate("example"));
        Assert.Equal(new StatusAnswer(HealthStatus.CannotConfirm, "source-late", null, null), await AskAsync(adapter));
    }

    [Fact]
    public async Task The_same_answer_gives_the_person_s_pass_again_and_asks_the_source_each_time()
    {
        await using var adapter = await RunningAdapter.StartAsync();
        adapter.Source.ByDocument = (_, _) => Task.FromResult(RunningAdapter.Stated());
        Assert.Equal(await AskAsync(adapter), await AskAsync(adapter));
        Assert.Equal(2, adapter.Source.Asked);
    }

    [Fact]
    public async Task Another_answer_supersedes_every_pass_of_the_person()
    {
        await using var adapter = await RunningAdapter.StartAsync();
        adapter.Source.ByCode = _ => Task.FromResult(RunningAdapter.Stated());
        adapter.Source.ByDocument = (_, _) => Task.FromResult(RunningAdapter.Stated("Y"));
        var held = (await adapter.PassAsync("EX:one")).GetProperty("pass").GetString()!;
        var answer = await AskAsync(adapter);
        Assert.Equal(HealthStatus.HomeObservation, answer.Status);
        Assert.Equal(PassRejection.Superseded, (await PassTests.VerifyAsync(adapter, held)).Rejection);
        Assert.Equal(PassRejection.None, (await PassTests.VerifyAsync(adapter, answer.Pass!)).Rejection);
    }

    [Fact]
    public async Task The_same_status_told_more_freshly_makes_a_fresh_pass_and_leaves_the_one_in_the_traveller_s_hand()
    {
        await using var adapter = await RunningAdapter.StartAsync();
        adapter.Source.ByCode = _ => Task.FromResult(RunningAdapter.Stated());
        adapter.Source.ByDocument = (_, _) => Task.FromResult(RunningAdapter.Stated(asOf: RunningAdapter.Morning));
        var held = (await adapter.PassAsync("EX:one")).GetProperty("pass").GetString()!;
        var answer = await AskAsync(adapter);
        Assert.NotEqual(held, answer.Pass);
        Assert.Equal(PassRejection.None, (await PassTests.VerifyAsync(adapter, held)).Rejection);
    }

    [Fact]
    public async Task A_call_counts_once_and_only_for_its_body_path_and_audience()
    {
        await using var adapter = await RunningAdapter.StartAsync();
        var now = adapter.Clock.GetUtcNow();
        var issuer = RunningAdapter.Region.Participant.Issuer;
        var good = HubCall.Sign("https://hub.example", issuer, "POST /v1/status-queries", Question, adapter.HubKey, now);
        using (var first = await SendAsync(adapter, good)) Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        using var stranger = SigningKey.Create();
        string[] refused =
        [
            good,
            HubCall.Sign("https://hub.example", issuer, "POST /v1/status-queries", "{}"u8, adapter.HubKey, now),
            HubCall.Sign("https://hub.example", issuer, "POST /v1/passes", Question, adapter.HubKey, now),
            HubCall.Sign("https://hub.example", "https://other.example", "POST /v1/status-queries", Question, adapter.HubKey, now),
            HubCall.Sign("https://hub.example", issuer, "POST /v1/status-queries", Question, adapter.HubKey, now.AddMinutes(-1)),
            HubCall.Sign("https://hub.example", issuer, "POST /v1/status-queries", Question, stranger, now),
            "", "nonsense",
        ];
        foreach (var token in refused)
        {
            using var response = await SendAsync(adapter, token);
            await response.AssertProblemAsync(HttpStatusCode.Unauthorized);
        }
    }

    [Fact]
    public async Task An_unsound_document_is_named_and_not_echoed()
    {
        await using var adapter = await RunningAdapter.StartAsync();
        var body = JsonSerializer.SerializeToUtf8Bytes(new { name = "张三", documentType = "resident-id", documentNumber = "110105194912310021" });
        using var response = await SendAsync(adapter, HubCall.Sign("h", RunningAdapter.Region.Participant.Issuer, "POST /v1/status-queries", body, adapter.HubKey, adapter.Clock.GetUtcNow()), body);
        await response.AssertProblemAsync(HttpStatusCode.BadRequest, "check-digit", "110105194912310021");
    }

    internal static async Task<StatusAnswer> AskAsync(RunningAdapter adapter)
    {
        var token = HubCall.Sign("https://hub.example", RunningAdapter.Region.Participant.Issuer, "POST /v1/status-queries", Question, adapter.HubKey, adapter.Clock.GetUtcNow());
        using var response = await SendAsync(adapter, token);
        Assert.Equal(StatusAnswer.MediaType, response.Content.Headers.ContentType?.MediaType);
        var call = JsonDocument.Parse(StrictBase64Url.Decode(token.Split('.')[1])!).RootElement.GetProperty("jti").GetString()!;
        var answer = StatusAnswer.Verify(await response.Content.ReadAsStringAsync(), adapter.Trust().FindRegion("990001")!, call);
        return Assert.IsType<StatusAnswer>(answer);
    }

    private static Task<HttpResponseMessage> SendAsync(RunningAdapter adapter, string token, byte[]? body = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/v1/status-queries")
        {
            Content = new ByteArrayContent(body ?? Question) { Headers = { ContentType = new("application/json") } },
        };
        if (token.Length > 0) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return adapter.Http.SendAsync(request);
    }
}
