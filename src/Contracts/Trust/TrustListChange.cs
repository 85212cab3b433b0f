namespace HealthBao.Contracts.Trust;

/// <summary>Whether one trust list may follow another (pass specification §3): what takes trust away in great numbers, or hands it on, is not believed at once.</summary>
internal static class TrustListChange
{
    // More than one in three. Of three provinces one may go; of two, none.
    private const int OneIn = 3;

    public static TrustListFault Judge(TrustList held, TrustList next, DateTimeOffset now)
    {
        if (held.Participants.Count > 0 && next.Participants.Count == 0) return TrustListFault.Emptied;
        if (IsInOtherHands(held, next)) return TrustListFault.ChangedHands;
        if (Kids(held, k => k.IsSuspended).Intersect(Kids(next, k => !k.IsSuspended)).Any()) return TrustListFault.KeyReinstated;
        if (IsTooMany(held.Participants.Select(p => p.Region), next.Participants.Select(p => p.Region))) return TrustListFault.ParticipantsVanished;
        return IsTooMany(Kids(held, k => !k.IsSuspended && k.NotBefore <= now && now < k.Expires), Kids(next, _ => true)) ? TrustListFault.KeysVanished : TrustListFault.None;
    }

    private static IEnumerable<string> Kids(TrustList list, Func<ListedKey, bool> which) =>
        list.Participants.SelectMany(p => p.Keys).Where(which).Select(k => k.Jwk.Thumbprint);

    private static bool IsTooMany(IEnumerable<string> before, IEnumerable<string> after)
    {
        var were = before.ToHashSet(StringComparer.Ordinal);
        return were.Except(after).Count() * OneIn > were.Count;
    }

    private static bool IsInOtherHands(TrustList held, TrustList next)
    {
        var regions = held.Participants.ToDictionary(p => p.Issuer, p => p.Region);
        var issuers = held.Participants.ToDictionary(p => p.Region, p => p.Issuer);
        var owners = held.Participants.SelectMany(p => p.Keys.Select(k => (k.Jwk.Thumbprint, p.Region))).ToDictionary(k => k.Thumbprint, k => k.Region);
        return next.Participants.Any(p => regions.GetValueOrDefault(p.Issuer, p.Region) != p.Region || issuers.GetValueOrDefault(p.Region, p.Issuer) != p.Issuer
            || p.Keys.Any(k => owners.GetValueOrDefault(k.Jwk.Thumbprint, p.Region) != p.Region));
    }
}
