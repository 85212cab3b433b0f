using System.Security.Cryptography;
using System.Text;
using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Status;

namespace HealthBao.HealthCode.People;

/// <summary>Turns documents into keys: the lasting one and today's.</summary>
internal sealed class PersonRegister(KeyFolder keys, TimeProvider clock) : IDisposable
{
    private readonly Lock gate = new();
    private readonly Dictionary<ShanghaiDay, DaySecrets> days = [];
    private readonly byte[] lasting = keys.Lasting();

    public ReadOnlySpan<byte> Lasting => lasting;

    public DaySecrets Today => Of(ShanghaiDay.At(clock.GetUtcNow()));

    /// <summary>The secrets of today or tomorrow. A day that is over has none.</summary>
    /// <exception cref="InvalidOperationException">The day is over.</exception>
    public DaySecrets Of(ShanghaiDay day)
    {
        lock (gate)
        {
            if (days.TryGetValue(day, out var known)) return known;
            if (day.CompareTo(ShanghaiDay.At(clock.GetUtcNow())) < 0) throw new InvalidOperationException("The day is over and its secret destroyed.");
            return days[day] = new(day, keys.OfDay(day));
        }
    }

    public PersonRef RefOf(IdentityDocument document) => new(PersonMac.Of(lasting, document).Key, Today.KeyOf(document));

    /// <summary>What a name of this person is compared by.</summary>
    public ulong NameOf(IdentityDocument document, PersonName name) => PersonMac.Of(lasting, document).Name(name);

    /// <summary>A key of what only this document opens: it needs the number as well as the system's secret.</summary>
    public byte[] KeyOf(IdentityDocument document, string use)
    {
        Span<byte> tail = stackalloc byte[PersonKey.Size];
        PersonMac.Of(lasting, document).WriteTail(tail);
        return HKDF.DeriveKey(HashAlgorithmName.SHA256, tail.ToArray(), 32, lasting, Encoding.ASCII.GetBytes("healthcode " + use));
    }

    /// <summary>Forgets a day's secrets and destroys their file.</summary>
    public void Destroy(ShanghaiDay day)
    {
        lock (gate)
            if (days.Remove(day, out var secrets))
                secrets.Dispose();

        keys.Destroy(day);
    }

    public void Dispose()
    {
        foreach (var day in days.Values) day.Dispose();
    }
}
