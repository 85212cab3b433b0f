using HealthBao.Contracts.Fhir;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Revocation;
using HealthBao.Contracts.Tests.Pass;
using HealthBao.Contracts.Trust;
using HealthBao.Hostile;
using Statement = HealthBao.Contracts.Trust.KeyStatement;

namespace HealthBao.Fuzz.Targets;

/// <summary>Claims of the other signed documents, which their rightful key signs as they come.</summary>
internal static class TrustTargets
{
    private static readonly SigningKey Anchor = MadeUpKeys.Of("the trust anchor's");
    private static readonly VerificationKey AnchorKey = new(Anchor.Jwk);
    private static readonly HostileRegion Demo = HostileRegion.Demo;
    private static readonly SigningKey DayKey = Demo.KeyOf(HostileWorld.Today);
    private static readonly SigningKey Enrolment = Demo.EnrolmentKey;
    private static readonly VerificationKey EnrolmentKey = new(Enrolment.Jwk);

    public static void TrustList(byte[] claims)
    {
        if (TrustListToken.Read(SignedToken.Sign(TrustListToken.Type, Anchor, claims), AnchorKey) is not { } list) return;
        BrokenInvariantException.Unless(TrustSnapshot.Compile(list, new Dictionary<string, ConceptMap>()).Issuers.Count() == list.Participants.Count, "A list that is read can be compiled.");
        var again = TrustListToken.Read(TrustListToken.Sign(list, Anchor), AnchorKey);
        BrokenInvariantException.Unless(again is not null && again.Participants.Count == list.Participants.Count && again.Sequence == list.Sequence, "A list that is read can be written and read again.");
    }

    public static void StatusList(byte[] claims)
    {
        var issuer = HostileVerifier.Trust.Find(Demo.Issuer)!;
        if (StatusListToken.Read(SignedToken.Sign(StatusListToken.Type, DayKey, claims), issuer, HostileWorld.Today) is not { } list) return;
        BrokenInvariantException.Unless((list.Issuer, list.Day) == (Demo.Issuer, HostileWorld.Today), "A list is of the issuer and day that was asked for.");
        BrokenInvariantException.Unless(list.AsOf < HostileWorld.Today.End, "A list is not of the future.");
        BrokenInvariantException.Unless(list.StateOf(-1) is null && list.StateOf(list.List.Count) is null && (list.List.Count == 0 || list.StateOf(list.List.Count - 1) is null or PassState.Valid or PassState.Superseded or PassState.Suspended), "An index outside is unknown.");
    }

    public static void KeyStatement(byte[] claims)
    {
        var token = SignedToken.Sign(Statement.Type, Enrolment, claims);
        _ = Statement.ClaimedRegion(token);
        if (Statement.Verify(token, Demo.Issuer, Demo.Code, EnrolmentKey, HostileWorld.Now) is not { } statement) return;
        BrokenInvariantException.Unless(statement.Keys.All(k => k.Jwk == DayKey.Jwk), "Only a key that was proved is stated.");
    }

    public static byte[] ClaimsOfList() => ClaimsOf(TrustListToken.Sign(HostileVerifier.Trust.List with { Participants = [.. HostileVerifier.Trust.List.Participants.Take(2)] }, Anchor));

    public static byte[] ClaimsOfStatusList() => ClaimsOf(StatusListToken.Sign(new(Demo.Issuer, HostileWorld.Today, new(new byte[64]), HostileWorld.Now, TimeSpan.FromMinutes(1)), DayKey));

    public static byte[] ClaimsOfStatement() => ClaimsOf(Statement.Sign(Demo.Issuer, Demo.Code, [(HostileWorld.Today, DayKey)], Enrolment, HostileWorld.Now));

    private static byte[] ClaimsOf(string token) => StrictBase64Url.Decode(token.Split('.')[1])!;
}
