using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HealthBao.Contracts.Identity;
using Microsoft.Extensions.Time.Testing;

namespace HealthBao.Adapters.Tests.Regions.Beijing;

public sealed class BeijingSignatureTests
{
    private static readonly DateTimeOffset Now = new(2020, 3, 1, 9, 15, 0, TimeSpan.FromHours(8));

    [Fact]
    public async Task The_four_headers_verify_over_the_body_as_it_was_sent()
    {
        var request = Assert.Single(await AskAsync("""{"errcode":"BIF:10500"}"""));

        var (timestamp, nonce) = (request.Headers["timestamp"], request.Headers["nonce"]);
        Assert.Equal("healthbao-110000", request.Headers["appId"]);
        Assert.Equal("1583025300000", timestamp);
        var signed = $"healthbao-110000\n{timestamp}\n{nonce}\n{Convert.ToHexStringLower(SHA256.HashData(request.Body))}";
        var mac = HMACSHA256.HashData("a-secret-of-the-samples-only"u8, Encoding.UTF8.GetBytes(signed));
        Assert.Equal(Convert.ToHexStringLower(mac), request.Headers["signature"]);
    }

    [Fact]
    public async Task The_body_holds_name_number_and_the_native_kind()
    {
        var request = Assert.Single(await AskAsync("""{"errcode":"BIF:10500"}"""));

        Assert.Equal(("POST", "/jkb/partner/healthStatus"), (request.Method, request.Path));
        var body = JsonSerializer.Deserialize<Dictionary<string, string>>(request.Text);
        Assert.Equal(new Dictionary<string, string> { ["name"] = "𠮷祥", ["idCard"] = "E1234567", ["idCardType"] = "2" }, body);
    }

    [Fact]
    public async Task The_second_try_has_a_nonce_and_a_signature_of_its_own()
    {
        var requests = await AskAsync("""{"errcode":"BIF:10401"}""", """{"errcode":"BIF:10401"}""");

        Assert.Equal(2, requests.Count);
        Assert.NotEqual(requests[0].Headers["nonce"], requests[1].Headers["nonce"]);
        Assert.NotEqual(requests[0].Headers["signature"], requests[1].Headers["signature"]);
        Assert.Equal(requests[0].Body, requests[1].Body);
    }

    private static async Task<IReadOnlyList<ReceivedRequest>> AskAsync(params string[] answers)
    {
        await using var source = await ScriptedSource.StartAsync(
            answers.Select(a => new ScriptedReply("/jkb/partner/healthStatus", 200, "application/json", Encoding.UTF8.GetBytes(a))));
        using var http = new HttpClient();
        using var log = new RecordedLog();
        var adapter = new RegionFolder("Beijing").Adapter(source.Address, http, new FakeTimeProvider(Now), log, "");
        Assert.True(PersonName.TryCreate("𠮷祥", out var name));
        IdentityDocument.TryCreate(DocumentType.Passport, "e1234567", out var document);
        await adapter.AskByDocumentAsync(name!, document!, CancellationToken.None);
        return source.Requests;
    }
}
