using System.Text;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Revocation;
using HealthBao.Contracts.Tests.Pass;
using HealthBao.Contracts.Trust;

namespace HealthBao.Contracts.Tests.Revocation;

public sealed class StatusListDeltaTokenTests
{
    private const string Sound = """
        {"iss":"https://beijing.healthbao.example","sub":"https://beijing.healthbao.example/status/20260301","iat":1772326800,"from":7,"to":9,"places":1024,"changes":[{"state":1,"indexes":[3,70]},{"state":2,"indexes":[4]}]}
        """;

    private static readonly MadeUpRegion Beijing = MadeUpRegion.Beijing;
    private static readonly TrustedIssuer Issuer = Checkpoint.Open.Trust.Find(Beijing.Issuer)!;

    internal static StatusListDelta Delta(long from, long to, int places, params ChangedPlaces[] changes) =>
        new(Beijing.Issuer, MadeUpRegion.Today, MadeUpRegion.Morning, from, to, places, changes);

    [Fact]
    public void A_delta_is_signed_and_read_back()
    {
        var read = Read(Sound)!;
        Assert.Equal((Beijing.Issuer, MadeUpRegion.Today, MadeUpRegion.Morning, 7, 9, 1024), (read.Issuer, read.Day, read.AsOf, read.From, read.To, read.Places));
        Assert.Equal([(PassState.Superseded, "3 70"), (PassState.Suspended, "4")], read.Changes.Select(c => (c.State, string.Join(' ', c.Indexes))));
        Assert.Equal(Sound.TrimEnd(), Encoding.UTF8.GetString(StrictBase64Url.Decode(StatusListDeltaToken.Sign(read, Beijing.DayKey).Split('.')[1])!));
    }

    [Fact]
    public void A_delta_of_nothing_says_how_far_the_list_reaches() =>
        Assert.Equal(1024, Read(Sound[..Sound.IndexOf("\"from\"", StringComparison.Ordinal)] + "\"from\":7,\"to\":7,\"places\":1024,\"changes\":[]}")!.Places);

    [Theory]
    [InlineData("\"state\":2", "\"state\":3")]
    [InlineData("\"state\":2", "\"state\":-1")]
    [InlineData("\"state\":2", "\"state\":1")]
    [InlineData("\"state\":2", "\"state\":\"2\"")]
    [InlineData("\"state\":2,", "")]
    [InlineData("[4]", "[]")]
    [InlineData("[4]", "null")]
    [InlineData("[4]", "[3]")]
    [InlineData("[4]", "[1024]")]
    [InlineData("[4]", "[-1]")]
    [InlineData("[4]", "[4.5]")]
    [InlineData("[4]", "[4294967300]")]
    [InlineData("[3,70]", "[70,3]")]
    [InlineData("[3,70]", "[3,3]")]
    [InlineData("\"from\":7", "\"from\":9")]
    [InlineData("\"from\":7", "\"from\":10")]
    [InlineData("\"from\":7", "\"from\":-1")]
    [InlineData("\"from\":7,", "")]
    [InlineData("\"to\":9", "\"to\":9223372036854775808")]
    [InlineData("\"places\":1024", "\"places\":0")]
    [InlineData("\"places\":1024", "\"places\":1023")]
    [InlineData("\"places\":1024", "\"places\":268435460")]
    [InlineData("\"iat\":1772326800", "\"iat\":1772380800")]
    [InlineData("\"iat\":1772326800", "\"iat\":-1")]
    [InlineData("20260301\"", "20260302\"")]
    [InlineData("{\"iss\":\"https://beijing", "{\"iss\":\"https://tianjin")]
    [InlineData("example/status", "example/statuses")]
    [InlineData("\"changes\":[{", "\"changes\":[null,{")]
    [InlineData("\"iat\"", "\"exp\":1,\"iat\"")]
    [InlineData("\"iat\"", "\"from\":7,\"iat\"")]
    [InlineData("{\"state\":2,\"indexes\":[4]}", "")]
    public void A_delta_with_a_fault_is_none_though_signed(string sound, string faulty)
    {
        Assert.NotNull(Read(Sound));
        Assert.Contains(sound, Sound, StringComparison.Ordinal);
        Assert.Null(Read(Sound.Replace(sound, faulty, StringComparison.Ordinal)));
    }

    [Fact]
    public void Only_so_many_places_change_at_once_and_so_many_fit()
    {
        var most = Delta(0, 1, StatusList.MaxPlaces, new ChangedPlaces(PassState.Superseded, [.. Enumerable.Range(StatusList.MaxPlaces - StatusListDelta.MaxChanges, StatusListDelta.MaxChanges)]));
        Assert.NotNull(StatusListDeltaToken.Read(StatusListDeltaToken.Sign(most, Beijing.DayKey), Issuer, MadeUpRegion.Today));
        var more = most with { Changes = [.. most.Changes, new(PassState.Suspended, [1])] };
        Assert.Throws<ArgumentException>(() => StatusListDeltaToken.Sign(more, Beijing.DayKey));
    }

    [Fact]
    public void Only_a_key_of_that_issuer_and_day_signs_a_delta()
    {
        var delta = Delta(0, 0, 1024);
        Assert.NotNull(StatusListDeltaToken.Read(StatusListDeltaToken.Sign(delta, Beijing.DayKey), Issuer, MadeUpRegion.Today));
        Assert.Null(StatusListDeltaToken.Read(StatusListDeltaToken.Sign(delta, MadeUpRegion.Tianjin.DayKey), Issuer, MadeUpRegion.Today));
        Assert.Null(StatusListDeltaToken.Read(StatusListDeltaToken.Sign(delta, Beijing.EnrolmentKey), Issuer, MadeUpRegion.Today));
        Assert.Null(StatusListDeltaToken.Read(StatusListDeltaToken.Sign(delta with { Day = MadeUpRegion.Today.Next }, Beijing.DayKey), Issuer, MadeUpRegion.Today.Next));
        Assert.Null(StatusListDeltaToken.Read(StatusListDeltaToken.Sign(delta, Beijing.DayKey), Issuer, MadeUpRegion.Today.Next));
    }

    [Fact]
    public void A_token_of_another_kind_is_no_delta_and_a_delta_no_list()
    {
        Assert.Null(StatusListDeltaToken.Read(SignedToken.Sign(StatusListToken.Type, Beijing.DayKey, Encoding.UTF8.GetBytes(Sound)), Issuer, MadeUpRegion.Today));
        Assert.Null(StatusListDeltaToken.Read(StatusListToken.Sign(Checkpoint.List(Beijing), Beijing.DayKey), Issuer, MadeUpRegion.Today));
        Assert.Null(StatusListDeltaToken.Read(Beijing.Pass.Api, Issuer, MadeUpRegion.Today));
        Assert.Null(StatusListDeltaToken.Read(null, Issuer, MadeUpRegion.Today));
        Assert.Null(StatusListToken.Read(StatusListDeltaToken.Sign(Read(Sound)!, Beijing.DayKey), Issuer, MadeUpRegion.Today));
    }

    private static StatusListDelta? Read(string claims) =>
        StatusListDeltaToken.Read(SignedToken.Sign(StatusListDeltaToken.Type, Beijing.DayKey, Encoding.UTF8.GetBytes(claims)), Issuer, MadeUpRegion.Today);
}
