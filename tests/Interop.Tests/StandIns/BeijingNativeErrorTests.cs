using System.Text;
using System.Text.Json;
using HealthBao.Adapters.Regions.Beijing;
using HealthBao.Sandbox.People;

namespace HealthBao.Interop.Tests.StandIns;

/// <summary>健康宝 tells its errors with HTTP 200 and an errcode.</summary>
public sealed class BeijingNativeErrorTests : IAsyncLifetime
{
    private static readonly byte[] Question = Encoding.UTF8.GetBytes($$"""{"qrCode":"{{BeijingCast.All[0].NativeCode}}"}""");

    private BeijingHost host = null!;

    public async Task InitializeAsync() => host = await BeijingHost.StartAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task A_nonce_counts_once()
    {
        var seal = Sign(Question);

        Assert.Equal("0", await ErrcodeAsync(Question, seal));
        Assert.Equal("BIF:10401", await ErrcodeAsync(Question, seal));
    }

    [Fact]
    public async Task A_signature_six_minutes_old_has_expired() =>
        Assert.Equal("BIF:10401", await ErrcodeAsync(Question, Sign(Question, TimeSpan.FromMinutes(-6))));

    [Fact]
    public async Task A_signature_over_another_body_is_refused() =>
        Assert.Equal("BIF:10401", await ErrcodeAsync(Question, Sign("{}"u8.ToArray())));

    [Fact]
    public async Task An_unknown_partner_is_refused() =>
        Assert.Equal("BIF:10403", await ErrcodeAsync(Question, Sign(Question) with { AppId = "somebody" }));

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"qrCode":7}""")]
    [InlineData("""{"qrCode":"a","qrCode":"b"}""")]
    [InlineData("""{"qrCode":"a","name":"张三"}""")]
    [InlineData("""{"name":"张三","idCard":"11010519491231002X"}""")]
    public async Task What_is_no_question_is_a_bad_request(string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);

        Assert.Equal("BIF:10400", await ErrcodeAsync(bytes, Sign(bytes)));
    }

    private static BeijingSignature Sign(byte[] body, TimeSpan shift = default) => BeijingSignature.Sign(
        new BeijingSourceOptions { AppId = StandInKeys.AppId, Secret = StandInKeys.Secret }, body, StandInHost.Clock.GetUtcNow() + shift);

    private async Task<string?> ErrcodeAsync(byte[] body, BeijingSignature seal)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(host.Address, BeijingSource.Path)) { Content = new ByteArrayContent(body) };
        seal.Write(request);
        using var response = await host.Http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        using var answer = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync());
        return answer.RootElement.GetProperty("errcode").GetString();
    }
}
