namespace HealthBao.Contracts.Trust;

/// <summary>Who may issue passes, with which keys. Signed by the trust anchor as <c>trust-list+jwt</c>, see <see cref="TrustListToken"/>.</summary>
/// <param name="Issuer">The hub's identity.</param>
/// <param name="IssuedAt">When it was signed.</param>
/// <param name="Expires">Until when a reader may use it, at most 24 h later.</param>
/// <param name="Sequence">The signing time in milliseconds since 1970, so that it grows even after a restore.</param>
/// <param name="Participants">Ordered by region.</param>
public sealed record TrustList(
    string Issuer, DateTimeOffset IssuedAt, DateTimeOffset Expires, long Sequence, IReadOnlyList<ListedParticipant> Participants)
{
    /// <summary>Whether its <c>exp</c> has come. There is no grace.</summary>
    public bool IsOver(DateTimeOffset now) => Expires <= now;

    /// <summary>The list as it counts at an instant: itself, or once it is over the participants without their keys, so that every pass is <c>unknown-key</c>.</summary>
    public TrustList At(DateTimeOffset now) => IsOver(now) ? this with { Participants = [.. Participants.Select(p => p with { Keys = [] })] } : this;
}
