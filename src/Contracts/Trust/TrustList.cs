namespace HealthBao.Contracts.Trust;

/// <summary>Who may issue passes, with which keys. Signed by the trust anchor as <c>trust-list+jwt</c>, see <see cref="TrustListToken"/>.</summary>
/// <param name="Issuer">The hub's identity.</param>
/// <param name="IssuedAt">When it was signed.</param>
/// <param name="Expires">Until when a reader may use it, 24 h later.</param>
/// <param name="Sequence">The signing time in milliseconds since 1970, so that it grows even after a restore.</param>
/// <param name="Participants">Ordered by region.</param>
public sealed record TrustList(
    string Issuer, DateTimeOffset IssuedAt, DateTimeOffset Expires, long Sequence, IReadOnlyList<ListedParticipant> Participants);
