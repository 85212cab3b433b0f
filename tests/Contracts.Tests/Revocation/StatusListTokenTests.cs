using System.IO.Compression;
using System.Text;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Revocation;
using HealthBao.Contracts.Tests.Pass;
using HealthBao.Contracts.Trust;

namespace HealthBao.Contracts.Tests.Revocation;

public sealed class StatusListTokenTests
{
    private static readonly MadeUpRegion Beijing = MadeUpRegion.Beijing;
    private static readonly TrustedIssuer Issuer = Checkpoint.Open.Trust.Find(Beijing.Issuer)!;
    private static readonly string Sound = $$$"""
        {"iss":"https://beijing.healthbao.example","sub":"https://beijing.healthbao.example/status/20260301","iat":1772326800,"exp":1772380800,"ttl":60,"version":7,"status_list":{"bits":2,"lst":"{{{Zlib([0xC9, 0x44])}}}"}}
        """;

    [Fact]
    public void A_list_is_signed_and_read_back()
    {
        var list = Checkpoint.List(Beijing, [.. Enumerable.Range(0, 20_001).Select(i => (byte)(i * 7 % 251))]) with { Version = 41 };
        var read = StatusListToken.Read(StatusListToken.Sign(list, Beijing.DayKey), Issuer, MadeUpRegion.Today)!;
        Assert.Equal((list.Issuer, list.Day, list.AsOf, list.TimeToLive, 41), (read.Issuer, read.Day, read.AsOf, read.TimeToLive, read.Version));
        Assert.Equal(list.List.ToArray(), read.List.ToArray());
    }

    [Fact]
    public void Members_that_the_draft_may_add_are_passed_over() =>
        Assert.NotNull(Read(Sound.Replace("\"ttl\"", "\"aggregation_uri\":\"x\",\"ttl\"", StringComparison.Ordinal)));

    [Theory]
    [InlineData("status/20260301\"", "status/20260302\"")]
    [InlineData("https://beijing.healthbao.example/status", "https://tianjin.healthbao.example/status")]
    [InlineData("\"bits\":2", "\"bits\":1")]
    [InlineData("\"bits\":2", "\"bits\":\"2\"")]
    [InlineData("\"bits\":2", "\"bits\":2.5")]
    [InlineData("\"bits\":2,", "")]
    [InlineData("\"lst\"", "\"list\"")]
    [InlineData("\"lst\":\"", "\"lst\":\"=")]
    [InlineData("\"lst\":\"", "\"lst\":\"AAAA")]
    [InlineData("\"status_list\":{", "\"status_list\":[],\"x\":{")]
    [InlineData("\"ttl\":60,", "")]
    [InlineData("\"version\":7,", "")]
    [InlineData("\"version\":7", "\"version\":-1")]
    [InlineData("\"version\":7", "\"version\":\"7\"")]
    [InlineData("\"version\":7", "\"version\":9223372036854775808")]
    [InlineData("\"ttl\":60", "\"ttl\":\"60\"")]
    [InlineData("\"iat\":1772326800,", "")]
    [InlineData("\"iat\":1772326800", "\"iat\":1e99")]
    [InlineData("\"iat\":1772326800", "\"iat\":9223372036854775807")]
    [InlineData("\"iat\":1772326800", "\"iat\":253402300799")]
    [InlineData("\"iat\":1772326800", "\"iat\":1772380800")]
    [InlineData("\"iat\":1772326800", "\"iat\":null")]
    [InlineData("\"sub\"", "\"sup\"")]
    public void A_list_with_a_fault_is_unknown_though_signed(string sound, string faulty)
    {
        Assert.NotNull(Read(Sound));
        Assert.Contains(sound, Sound, StringComparison.Ordinal);
        Assert.Null(Read(Sound.Replace(sound, faulty, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_list_that_is_not_zlib_tells_nothing()
    {
        foreach (var bytes in new byte[][] { [], [1, 2, 3], [0x78, 0xDA, 0xFF, 0xFF], Forged.Deflate([0xC9, 0x44]) })
            Assert.Null(Read(Sound.Replace(Zlib([0xC9, 0x44]), StrictBase64Url.Encode(bytes), StringComparison.Ordinal))?.StateOf(0));
    }

    [Fact]
    public void Only_a_key_of_that_issuer_and_day_signs_a_list()
    {
        var list = Checkpoint.List(Beijing);
        Assert.Null(StatusListToken.Read(StatusListToken.Sign(list, MadeUpRegion.Tianjin.DayKey), Issuer, MadeUpRegion.Today));
        Assert.Null(StatusListToken.Read(StatusListToken.Sign(list, Beijing.EnrolmentKey), Issuer, MadeUpRegion.Today));
        var tomorrow = list with { Day = MadeUpRegion.Today.Next };
        Assert.Null(StatusListToken.Read(StatusListToken.Sign(tomorrow, Beijing.DayKey), Issuer, tomorrow.Day));
        Assert.Null(StatusListToken.Read(StatusListToken.Sign(list, Beijing.DayKey), Issuer, MadeUpRegion.Today.Next));
    }

    [Fact]
    public void A_token_of_another_type_is_no_list_and_a_list_is_no_pass()
    {
        Assert.Null(StatusListToken.Read(SignedToken.Sign("trust-list+jwt", Beijing.DayKey, Encoding.UTF8.GetBytes(Sound)), Issuer, MadeUpRegion.Today));
        Assert.Null(StatusListToken.Read(Beijing.Pass.Api, Issuer, MadeUpRegion.Today));
        Assert.Null(StatusListToken.Read(null, Issuer, MadeUpRegion.Today));
        Assert.False(Checkpoint.Open.Verify(Read(Sound) is null ? "" : SignedToken.Sign(StatusListToken.Type, Beijing.DayKey, Encoding.UTF8.GetBytes(Sound))).IsSound);
    }

    [Fact]
    public void A_bomb_in_the_list_is_refused() =>
        Assert.Null(Read(Sound.Replace(Zlib([0xC9, 0x44]), Zlib(new byte[(64 * 1024 * 1024) + 1]), StringComparison.Ordinal)));

    private static HeldStatusList? Read(string claims) =>
        StatusListToken.Read(SignedToken.Sign(StatusListToken.Type, Beijing.DayKey, Encoding.UTF8.GetBytes(claims)), Issuer, MadeUpRegion.Today);

    private static string Zlib(byte[] bits)
    {
        using var buffer = new MemoryStream();
        using (var zlib = new ZLibStream(buffer, CompressionLevel.Fastest)) zlib.Write(bits);
        return StrictBase64Url.Encode(buffer.ToArray());
    }
}
