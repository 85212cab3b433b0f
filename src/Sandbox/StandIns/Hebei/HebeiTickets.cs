using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace HealthBao.Sandbox.StandIns.Hebei;

/// <summary>The opaque <c>bizExtData</c> between the two steps: good once, for a minute.</summary>
internal sealed class HebeiTickets(TimeProvider clock)
{
    private const int Bytes = 24;
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, (string Number, DateTimeOffset Until)> open = new(StringComparer.Ordinal);

    public string Issue(string documentNumber)
    {
        var now = clock.GetUtcNow();
        foreach (var (old, entry) in open)
            if (entry.Until <= now)
                open.TryRemove(old, out _);

        var ticket = Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes));
        open[ticket] = (documentNumber, now + Life);
        return ticket;
    }

    public bool TryRedeem(string ticket, [NotNullWhen(true)] out string? documentNumber)
    {
        var known = open.TryRemove(ticket, out var entry) && entry.Until > clock.GetUtcNow();
        documentNumber = known ? entry.Number : null;
        return known;
    }
}
