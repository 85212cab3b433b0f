using System.Text;
using HealthBao.Contracts.Fhir;
using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Pass;
using HealthBao.Contracts.Revocation;
using HealthBao.Contracts.Trust;

namespace HealthBao.Contracts.Tests.Pass;

/// <summary>A verifier that trusts the made-up regions and holds their status lists of today, all valid.</summary>
internal sealed record Checkpoint
{
    public static readonly Checkpoint Open = new();

    public DateTimeOffset Now { get; init; } = MadeUpRegion.Morning;

    public IReadOnlyList<ListedParticipant> Participants { get; init; } = [.. MadeUpRegion.All.Select(r => r.Listed)];

    public StatusListSet StatusLists { get; init; } = MadeUpRegion.All.Aggregate(StatusListSet.Empty, (lists, region) => lists.With(List(region)));

    public IdentityDocument? Holder { get; init; }

    public TimeSpan MaxStatusAge { get; init; } = TimeSpan.FromMinutes(30);

    public TrustSnapshot Trust =>
        TrustSnapshot.Compile(new("https://hub.healthbao.example", Now, Now.AddDays(1), 1, Participants), new Dictionary<string, ConceptMap>());

    public PassVerificationTerms Terms => new(Trust, StatusLists, Now, MaxStatusAge, Holder?.Masked);

    public static HeldStatusList List(MadeUpRegion region, byte[]? bits = null) =>
        new(region.Issuer, MadeUpRegion.Today, new(bits ?? new byte[32 * 1024]), MadeUpRegion.Morning, TimeSpan.FromMinutes(1));

    public PassVerification Verify(string token) => PassVerifier.Verify(Encoding.UTF8.GetBytes(token), Terms);
}
