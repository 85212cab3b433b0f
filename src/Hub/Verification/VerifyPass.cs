using HealthBao.Contracts.Pass;
using HealthBao.Contracts.Trust;
using HealthBao.Contracts.Verdicts;
using HealthBao.Hub.Recognition;
using HealthBao.Hub.Revocation;
using HealthBao.Hub.Trust;

namespace HealthBao.Hub.Verification;

/// <summary>Verifies a pass that is in hand: memory only, no I/O. Trust list, status lists and policies are the snapshots of the moment.</summary>
public sealed class VerifyPass(TrustSource trust, StatusListHolder lists, TimeProvider clock)
{
    private static readonly TimeSpan DefaultStatusAge = TimeSpan.FromMinutes(30);

    /// <summary>The policy of a destination in force now.</summary>
    public RecognitionPolicy? PolicyOf(string destination) => trust.Current.Policies.InForce(destination, clock.GetUtcNow());

    /// <summary>Verifies either rendition or a QR's text.</summary>
    public VerificationResult Verify(VerificationRequest request)
    {
        if (!request.Pass.AsSpan().StartsWith("shc:/"u8)) return VerifyToken(request.Pass, request);
        Span<byte> card = stackalloc byte[PassVerifier.MaxTokenBytes];
        if (request.Pass.Length > (2 * PassVerifier.MaxTokenBytes) + 5) return VerificationResult.CannotTell(request.Destination, VerdictReasons.Of(PassRejection.TooLarge));
        return ShcText.TryDecode(request.Pass, card, out var length)
            ? VerifyToken(card[..length], request)
            : VerificationResult.CannotTell(request.Destination, VerdictReasons.Of(PassRejection.Malformed)) with { Checked = PassChecks.Size };
    }

    private VerificationResult VerifyToken(ReadOnlySpan<byte> token, VerificationRequest request)
    {
        var policy = PolicyOf(request.Destination);
        var snapshot = trust.Current.Snapshot;
        var terms = new PassVerificationTerms(snapshot, lists.Current, clock.GetUtcNow(), policy?.MaxStatusAge ?? DefaultStatusAge, request.Holder);
        var verification = PassVerifier.Verify(token, terms);
        var decision = verification.IsSound
            ? Recognise.Decide(verification.Statement!, verification.Issuer!, policy, request.Scene)
            : Rejected(verification.Rejection, policy);
        return new()
        {
            Decision = decision,
            Destination = request.Destination,
            Issuer = verification.Issuer,
            Statement = verification.Statement,
            IsSound = verification.IsSound,
            HolderConsistent = request.Holder is null || verification.Statement is null ? null : verification.Statement.Person.IsConsistentWith(request.Holder),
            Checked = decision.Rule is null ? verification.Checked : verification.Checked | PassChecks.Policy,
            StatusListAsOf = verification.StatusListAsOf,
            TrustList = snapshot.List.Sequence,
        };
    }

    private static RecognitionDecision Rejected(PassRejection rejection, RecognitionPolicy? policy)
    {
        var reason = VerdictReasons.Of(rejection);
        return new(reason.Verdict, reason, policy, null);
    }
}
