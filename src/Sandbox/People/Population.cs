using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace HealthBao.Sandbox.People;

/// <summary>The people of one source, with the native code each has at the moment, and the contents of the QRs they show.</summary>
public sealed class Population
{
    private const int OpaqueBytes = 18;

    private readonly ConcurrentDictionary<string, Citizen> byDocument = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (string DocumentNumber, DateTimeOffset Until)> codes = new(StringComparer.Ordinal);
    private readonly TimeProvider clock;
    private readonly TimeSpan? life;

    /// <summary>People whose codes stay as they are.</summary>
    public Population(IEnumerable<Citizen> citizens) : this(citizens, [], TimeProvider.System, null)
    {
    }

    /// <summary>People of a system whose codes live for a while; those listed stay valid, as <c>sandbox.json</c> promises.</summary>
    /// <param name="citizens">Everybody.</param>
    /// <param name="listed">Whose codes never end. The others' given codes count as fetched now.</param>
    /// <param name="clock">The shared clock.</param>
    /// <param name="life">How long a fetched code lives; null for ever.</param>
    public Population(IEnumerable<Citizen> citizens, IEnumerable<Citizen> listed, TimeProvider clock, TimeSpan? life)
    {
        (this.clock, this.life) = (clock, life);
        var standing = listed.Select(c => c.NativeCode).ToHashSet(StringComparer.Ordinal);
        foreach (var citizen in citizens)
        {
            byDocument[citizen.DocumentNumber] = citizen;
            if (citizen.NativeCode is { } code) codes[code] = (citizen.DocumentNumber, standing.Contains(code) ? DateTimeOffset.MaxValue : End());
        }
    }

    public IEnumerable<Citizen> All => byDocument.Values;

    /// <summary>The contents that are not over, with their ends.</summary>
    public IEnumerable<(string Content, Citizen Citizen, DateTimeOffset Until)> StandingCodes =>
        codes.Where(c => c.Value.Until > clock.GetUtcNow()).Select(c => (c.Key, byDocument[c.Value.DocumentNumber], c.Value.Until));

    public Citizen? FindByDocument(string documentNumber) => byDocument.GetValueOrDefault(documentNumber);

    public Citizen? FindByCode(string nativeCode) =>
        codes.TryGetValue(nativeCode, out var code) && code.Until > clock.GetUtcNow() ? FindByDocument(code.DocumentNumber) : null;

    /// <summary>A code that a person fetches anew; the ones before live on as long as they may.</summary>
    /// <returns>The content and its end, or null when the system makes this person none.</returns>
    public FetchedCode? FetchCode(string documentNumber)
    {
        if (FindByDocument(documentNumber) is not { NativeCode: { } standing }) return null;
        foreach (var (old, entry) in codes)
            if (entry.Until <= clock.GetUtcNow())
                codes.TryRemove(old, out _);

        var content = standing[..(standing.IndexOf(':', StringComparison.Ordinal) + 1)] + System.Buffers.Text.Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(OpaqueBytes));
        var until = End();
        codes[content] = (documentNumber, until);
        return new(content, life is null ? null : until);
    }

    /// <summary>Changes a person at the source; null when the person is not of this source.</summary>
    public Citizen? SetNative(string documentNumber, string native)
    {
        while (byDocument.TryGetValue(documentNumber, out var before))
        {
            var after = before with { Native = native };
            if (byDocument.TryUpdate(documentNumber, after, before)) return after;
        }

        return null;
    }

    private DateTimeOffset End() => life is { } lasts ? clock.GetUtcNow() + lasts : DateTimeOffset.MaxValue;
}
