using System.Text;
using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Pass;
using HealthBao.Contracts.Revocation;
using HealthBao.Contracts.Trust;

namespace HealthBao.Contracts.Tests.Pass;

/// <summary>Every pair of defects: the one whose check comes first is the one that is told (pass specification §5).</summary>
public sealed class PassOrderTests
{
    private static readonly PassRejection[] Order =
    [
        PassRejection.TooLarge, PassRejection.Malformed, PassRejection.UnsupportedAlgorithm, PassRejection.IssuerNotTrusted, PassRejection.IssuerSuspended,
        PassRejection.UnknownKey, PassRejection.BadSignature, PassRejection.NotConformant, PassRejection.NotYetValid, PassRejection.Expired,
        PassRejection.Superseded, PassRejection.StatusUnknown, PassRejection.HolderMismatch,
    ];

    // Two of one step shut each other out: an issuer is unknown or suspended, a pass is early or late, superseded or unknown.
    private static readonly (PassRejection, PassRejection)[] Impossible =
    [
        (PassRejection.IssuerNotTrusted, PassRejection.IssuerSuspended), (PassRejection.NotYetValid, PassRejection.Expired),
        (PassRejection.Superseded, PassRejection.StatusUnknown),
    ];

    public static TheoryData<PassRejection, PassRejection> Pairs()
    {
        var pairs = new TheoryData<PassRejection, PassRejection>();
        for (var i = 0; i < Order.Length; i++)
            for (var j = i; j < Order.Length; j++)
                if (!Impossible.Contains((Order[i], Order[j])))
                    pairs.Add(Order[i], Order[j]);

        return pairs;
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void The_earlier_defect_is_told(PassRejection first, PassRejection second)
    {
        var defects = new HashSet<PassRejection> { first, second };
        foreach (var token in new[] { Token(defects, card: false), Token(defects, card: true) })
        {
            var verification = Place(defects).Verify(token);
            Assert.Equal(first, verification.Rejection);
            Assert.Equal(PassedBefore.Of(first), verification.Checked);
            Assert.False(verification.IsSound);
            if (first > PassRejection.BadSignature) continue;
            Assert.Null(verification.Statement);
            Assert.Null(verification.Issuer);
            Assert.Null(verification.StatusListAsOf);
        }
    }

    [Fact]
    public void The_clock_is_not_consulted_before_the_time_step()
    {
        foreach (var defect in Order.Where(d => d < PassRejection.NotYetValid))
        {
            var told = new[] { DateTimeOffset.MinValue, MadeUpRegion.Morning, DateTimeOffset.MaxValue.AddDays(-1) }
                .Select(now => (Place([defect]) with { Now = now }).Verify(Token([defect], card: false)));
            Assert.All(told, v => Assert.Equal((defect, PassedBefore.Of(defect)), (v.Rejection, v.Checked)));
        }
    }

    private static Checkpoint Place(HashSet<PassRejection> defects)
    {
        var bits = new byte[32 * 1024];
        if (defects.Contains(PassRejection.Superseded)) bits[70111 / 4] = 1 << (70111 % 4 * 2);
        var place = Checkpoint.Open with
        {
            Participants = defects.Contains(PassRejection.IssuerNotTrusted) ? []
                : [MadeUpRegion.Beijing.Listed with { State = defects.Contains(PassRejection.IssuerSuspended) ? ParticipantState.Suspended : ParticipantState.Active }],
            StatusLists = defects.Contains(PassRejection.StatusUnknown) ? StatusListSet.Empty : StatusListSet.Empty.With(Checkpoint.List(MadeUpRegion.Beijing, bits)),
            Now = defects.Contains(PassRejection.Expired) ? MadeUpRegion.Today.End
                : defects.Contains(PassRejection.NotYetValid) ? MadeUpRegion.Morning.AddSeconds(-61) : MadeUpRegion.Morning,
            MaxStatusAge = TimeSpan.FromDays(1),
        };
        return defects.Contains(PassRejection.HolderMismatch) ? place with { Holder = AnotherDocument() } : place;
    }

    private static string Token(HashSet<PassRejection> defects, bool card)
    {
        var key = defects.Contains(PassRejection.UnknownKey) ? MadeUpKeys.Of("nobody's") : Forged.Region.DayKey;
        var header = (card ? Forged.CardHeader : Forged.ApiHeader).Replace(Forged.Region.DayKey.Kid, key.Kid, StringComparison.Ordinal);
        if (defects.Contains(PassRejection.UnsupportedAlgorithm)) header = header.Replace("ES256", "ES384", StringComparison.Ordinal);
        var claims = Forged.Claims;
        if (defects.Contains(PassRejection.NotConformant)) claims = claims.Replace("\"final\"", "\"draft\"", StringComparison.Ordinal);
        if (defects.Contains(PassRejection.Malformed)) claims = claims.Replace("\"rid\":", "\"rid\":\"\",\"rid\":", StringComparison.Ordinal);
        if (defects.Contains(PassRejection.TooLarge)) claims = claims[..^1] + $",\"deep\":{new string('[', 20)}{new string(']', 20)}}}";
        var payload = card ? StrictText(Forged.Deflate(Encoding.UTF8.GetBytes(claims))) : Forged.Text(claims);
        return Forged.Token(Forged.Text(header), payload, defects.Contains(PassRejection.BadSignature) ? MadeUpKeys.Of("a forger's") : key);
    }

    private static string StrictText(byte[] bytes) => StrictBase64Url.Encode(bytes);

    private static IdentityDocument AnotherDocument()
    {
        Assert.Equal(DocumentFault.None, IdentityDocument.TryCreate(DocumentType.ResidentId, "110101190003070010", out var document));
        return document!;
    }
}
