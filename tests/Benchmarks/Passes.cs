using System.Text;
using HealthBao.Contracts.Fhir;
using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Pass;
using HealthBao.Contracts.Revocation;
using HealthBao.Contracts.Status;
using HealthBao.Contracts.Trust;

namespace HealthBao.Benchmarks;

/// <summary>A region with a day key, its status list, and as many different passes as a benchmark wants.</summary>
public sealed class Passes
{
    private const string Issuer = "https://beijing.healthbao.example";

    public static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, ShanghaiDay.Offset);

    public SigningKey Key { get; } = SigningKey.Create();

    public PassVerificationTerms Terms { get; }

    public Passes()
    {
        var lists = StatusListSet.Empty.With(new(Issuer, ShanghaiDay.At(Now), new(new byte[64 * 1024]), Now, TimeSpan.FromMinutes(1)));
        Terms = new(Trust(Key), lists, Now, TimeSpan.FromMinutes(30));
    }

    /// <summary>What a verifier knows of a region with this day key.</summary>
    public static TrustSnapshot Trust(SigningKey key)
    {
        var day = ShanghaiDay.At(Now);
        var participant = new ListedParticipant
        {
            Region = "110000",
            Names = new("北京市", "Beijing"),
            Issuer = Issuer,
            Endpoint = "https://hub.healthbao.example/regions/110000",
            State = ParticipantState.Active,
            NativeCodePrefixes = ["BJJKB:"],
            CityCodeSystems = [],
            Keys = [new(key.Jwk, day.Start, day.End)],
            StatusList = Issuer + "/status/",
            ConceptMap = new("1", ""),
            Telephone = "010-12345",
            Contact = "ops@beijing.healthbao.example",
        };
        return TrustSnapshot.Compile(new("https://hub.healthbao.example", Now, Now.AddDays(1), 1, [participant]), new Dictionary<string, ConceptMap>());
    }

    public PassStatement Statement(int index) => new()
    {
        Issuer = Issuer,
        NotBefore = Now.AddSeconds(-(index % 3600)),
        Expires = ShanghaiDay.At(Now).End,
        StatusIndex = index,
        Person = new(DocumentType.ResidentId, $"1{index % 10}**************{index % 100:00}", new("张", "*")),
        Status = HealthStatus.NoAbnormality,
        NativeSystem = FhirSystems.Native("beijing"),
        NativeCode = "0",
        AsOf = Now.AddHours(-2),
    };

    public SignedPass Sign(int index) => PassSigner.Sign(Statement(index), Key);

    public byte[][] Tokens(int count, bool card) =>
        [.. Enumerable.Range(0, count).Select(Sign).Select(p => Encoding.ASCII.GetBytes(card ? p.Card : p.Api))];
}
