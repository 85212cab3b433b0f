using System.Collections.Concurrent;

namespace HealthBao.Sandbox.People;

/// <summary>The people of one source, with the native code each has at the moment.</summary>
public sealed class Population
{
    private readonly ConcurrentDictionary<string, Citizen> byDocument = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> documentByCode = new(StringComparer.Ordinal);

    public Population(IEnumerable<Citizen> citizens)
    {
        foreach (var citizen in citizens)
        {
            byDocument[citizen.DocumentNumber] = citizen;
            if (citizen.NativeCode is { } code) documentByCode[code] = citizen.DocumentNumber;
        }
    }

    public IEnumerable<Citizen> All => byDocument.Values;

    public Citizen? FindByDocument(string documentNumber) => byDocument.GetValueOrDefault(documentNumber);

    public Citizen? FindByCode(string nativeCode) =>
        documentByCode.TryGetValue(nativeCode, out var document) ? FindByDocument(document) : null;

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
}
