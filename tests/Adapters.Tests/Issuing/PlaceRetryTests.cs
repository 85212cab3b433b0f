using System.Net;
using HealthBao.Adapters.Enquiry;
using HealthBao.Adapters.Issuing;
using HealthBao.Adapters.Settings;
using HealthBao.Adapters.Storage;
using HealthBao.Contracts.Fhir;
using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Pass;
using HealthBao.Contracts.Status;
using Microsoft.Extensions.Time.Testing;

namespace HealthBao.Adapters.Tests.Issuing;

/// <summary>A card that misses 927 characters by a byte may fit at another place of the list: signatures never change its length, the place's digits do.</summary>
public sealed class PlaceRetryTests
{
    private const int Block = 65536;
    private static readonly byte[] Permutation = [.. Enumerable.Range(0, 32).Select(n => (byte)n)];
    private static readonly int[] Places = [.. Enumerable.Range(0, 8).Select(n => new IndexPermutation(Permutation, Block).IndexOf(n))];
    private static readonly ShanghaiDay Day = ShanghaiDay.At(RunningAdapter.Morning);
    private static readonly SigningKey Key = SigningKey.Create();

    [Fact]
    public async Task A_card_that_misses_its_QR_at_one_place_is_made_at_the_next()
    {
        var said = Find(fits => !fits(Places[0]) && fits(Places[1]));
        await using var adapter = await StartAsync();
        adapter.Source.ByCode = _ => Task.FromResult<EnquiryOutcome>(new EnquiryOutcome.Stated(said));
        var reply = await adapter.PassAsync("EX:one");
        var card = reply.GetProperty("card").GetString()!;
        Assert.InRange(card.Length, 900, PassSigner.MaxCardLength);
        var verified = await PassTests.VerifyAsync(adapter, card);
        Assert.Equal((PassRejection.None, Places[1]), (verified.Rejection, verified.Statement!.StatusIndex));
        Assert.Single(adapter.Log.Lines, l => l.StartsWith("Information 1007 ", StringComparison.Ordinal));
        Assert.DoesNotContain(adapter.Log.Lines, l => l.Contains(" 1002 ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Four_misses_are_the_end_of_it()
    {
        var said = Find(fits => Places[..4].All(p => !fits(p)));
        await using var adapter = await StartAsync();
        adapter.Source.ByCode = code => Task.FromResult<EnquiryOutcome>(code == "EX:long" ? new EnquiryOutcome.Stated(said) : RunningAdapter.Stated());
        using (var response = await adapter.AskAsync("EX:long")) await response.AssertProblemAsync(HttpStatusCode.BadGateway);
        Assert.Equal(Places[4], await PlaceAsync(adapter, "EX:short"));
        Assert.Single(adapter.Log.Lines, l => l.Contains(" 1002 ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_does_not_conform_is_tried_at_one_place_only()
    {
        await using var adapter = await StartAsync();
        var sound = ((EnquiryOutcome.Stated)RunningAdapter.Stated("R")).Statement;
        adapter.Source.ByCode = code => Task.FromResult<EnquiryOutcome>(new EnquiryOutcome.Stated(code == "EX:unfit" ? sound with { Authority = "an office with spaces" } : sound));
        using (var response = await adapter.AskAsync("EX:unfit")) await response.AssertProblemAsync(HttpStatusCode.BadGateway);
        Assert.Equal(Places[1], await PlaceAsync(adapter, "EX:sound"));
        Assert.DoesNotContain(adapter.Log.Lines, l => l.Contains(" 1007 ", StringComparison.Ordinal));
    }

    private static async Task<int> PlaceAsync(RunningAdapter adapter, string code) =>
        (await PassTests.VerifyAsync(adapter, (await adapter.PassAsync(code)).GetProperty("pass").GetString()!)).Statement!.StatusIndex;

    // The search is deterministic: key and signature are of fixed length, and everything else is fixed here.
    private static NativeStatement Find(Func<Func<int, bool>, bool> wanted)
    {
        var statement = ((EnquiryOutcome.Stated)RunningAdapter.Stated("R")).Statement;
        var offices = from length in Enumerable.Range(1, 31)
                      from seed in Enumerable.Range(0, 40)
                      let random = new Random((length * 1000) + seed)
                      select new string([.. Enumerable.Range(0, length).Select(_ => (char)random.Next('!', '~'))]);
        var names = (string[])["诸葛亮", "𠮷𠮷𠮷", "Wolfgang", "é"];
        return (from office in offices
                from name in names
                let said = statement with { Person = Masked(name), Authority = office }
                where wanted(place => Fit(said, place) == PassFit.Fits) && Fit(said, Places[0]) != PassFit.NotConformant
                select said).First();
    }

    private static PassFit Fit(NativeStatement said, int place) => PassSigner.TrySign(
        new()
        {
            Issuer = RunningAdapter.Region.Participant.Issuer,
            NotBefore = RunningAdapter.Morning,
            Expires = Day.End,
            StatusIndex = place,
            Person = said.Person,
            Status = said.Status,
            NativeSystem = said.System,
            NativeCode = said.Code,
            AsOf = said.AsOf,
            Authority = said.Authority,
        },
        Key, out _);

    private static MaskedIdentity Masked(string text)
    {
        Assert.True(PersonName.TryCreate(text, out var name));
        Assert.Equal(DocumentFault.None, IdentityDocument.TryCreate(DocumentType.ResidentId, "11010519491231002X", out var document));
        return MaskedIdentity.Of(name!, document!);
    }

    // The day is there before the adapter is, with a permutation that the test knows.
    private static Task<RunningAdapter> StartAsync()
    {
        var directory = Directory.CreateTempSubdirectory("place-retry-").FullName;
        using (var source = new SqliteStorage(new DataFolder(directory)).OpenDay(Day))
        using (var connection = source.OpenConnection())
        {
            connection.Run(DaySchema.Text);
            connection.Run(
                "INSERT INTO day (pkcs8, secret, permutation, reserved, version) VALUES (@pkcs8, @secret, @permutation, 0, 0)",
                ("@pkcs8", Key.ToPkcs8()), ("@secret", new byte[32]), ("@permutation", Permutation));
        }

        return RunningAdapter.StartAsync(directory, new FakeTimeProvider(RunningAdapter.Morning), settings: ("Adapter:StatusListBlock", Block.ToString()));
    }
}
