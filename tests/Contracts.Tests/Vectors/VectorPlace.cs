using System.Globalization;
using HealthBao.Contracts.Fhir;
using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Pass;
using HealthBao.Contracts.Revocation;
using HealthBao.Contracts.Status;
using HealthBao.Contracts.Tests.Pass;
using HealthBao.Contracts.Trust;

namespace HealthBao.Contracts.Tests.Vectors;

/// <summary>What a vector says about the verifier, as the verifier takes it.</summary>
internal static class VectorPlace
{
    public static PassVerificationTerms Terms(Vector vector)
    {
        var now = Instant(vector.Now);
        var list = new TrustList("https://hub.healthbao.example", now, now.AddDays(1), 1, [.. vector.Trust.Select(Listed)]);
        return new(
            TrustSnapshot.Compile(list, new Dictionary<string, ConceptMap>()), vector.StatusLists.Aggregate(StatusListSet.Empty, (set, l) => set.With(Held(l))),
            now, TimeSpan.FromSeconds(vector.MaxStatusAge), Document(vector.Holder)?.Masked);
    }

    private static ListedParticipant Listed(VectorIssuer issuer) => MadeUpRegion.Beijing.Listed with
    {
        Region = issuer.Region,
        Issuer = issuer.Issuer,
        State = issuer.State == "active" ? ParticipantState.Active : ParticipantState.Suspended,
        Keys = [.. issuer.Keys.Select(k => new ListedKey(new EcJwk(k.X, k.Y), DateTimeOffset.FromUnixTimeSeconds(k.Nbf), DateTimeOffset.FromUnixTimeSeconds(k.Exp)))],
    };

    private static HeldStatusList Held(VectorStatusList list)
    {
        Assert.True(ShanghaiDay.TryParseCompact(list.Day, out var day));
        var bits = new byte[list.Places / 4];
        foreach (var (place, state) in list.States)
        {
            var index = int.Parse(place, CultureInfo.InvariantCulture);
            bits[index / 4] |= (byte)(state << (index % 4 * 2));
        }

        return new(list.Issuer, day, new(bits), Instant(list.AsOf), TimeSpan.FromMinutes(1));
    }

    private static IdentityDocument? Document(VectorHolder? holder)
    {
        if (holder is null) return null;
        Assert.True(DocumentTypes.TryParse(holder.DocumentType, out var type));
        Assert.Equal(DocumentFault.None, IdentityDocument.TryCreate(type, holder.DocumentNumber, out var document));
        return document;
    }

    private static DateTimeOffset Instant(string text)
    {
        Assert.True(ShanghaiDay.TryParseInstant(text, out var instant), text);
        return instant;
    }
}
