using System.Collections.Concurrent;
using System.Security.Cryptography;
using HealthBao.HealthCode.People;

namespace HealthBao.HealthCode.Dependants;

/// <summary>One-time codes by which a person lets another ask: ten characters, ten minutes. In memory only: after a restart one makes a new one.</summary>
internal sealed class ConsentCodes(TimeProvider clock)
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    private const string Characters = "23456789ABCDEFGHJKLMNPQRSTVWXYZ";
    private const int Drawn = 10;

    private readonly ConcurrentDictionary<string, (PersonKey Person, DateTimeOffset Until)> codes = new(StringComparer.Ordinal);

    public string Issue(PersonKey person)
    {
        var now = clock.GetUtcNow();
        foreach (var (old, held) in codes)
            if (held.Until <= now || held.Person == person)
                codes.TryRemove(old, out _);

        var code = RandomNumberGenerator.GetString(Characters, Drawn);
        codes[code] = (person, now + Life);
        return code;
    }

    /// <summary>Spends a code of this person.</summary>
    public bool Spend(string code, PersonKey person)
    {
        var typed = code.ToUpperInvariant().Replace(" ", "", StringComparison.Ordinal);
        return codes.TryGetValue(typed, out var held) && held.Person == person && codes.TryRemove(typed, out held) && held.Until > clock.GetUtcNow();
    }
}
