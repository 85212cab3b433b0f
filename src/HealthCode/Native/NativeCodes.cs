using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using HealthBao.Contracts.Identity;
using HealthBao.HealthCode.People;

namespace HealthBao.HealthCode.Native;

/// <summary>
/// The contents of the QRs that people show: opaque, good for two minutes. In memory only: after a restart one shows a new one.
/// </summary>
internal sealed class NativeCodes(TimeProvider clock)
{
    public static readonly TimeSpan Life = TimeSpan.FromSeconds(120);

    private const int OpaqueBytes = 18;
    private const int SweepEvery = 1024;

    private readonly ConcurrentDictionary<string, NativeCode> codes = new(StringComparer.Ordinal);
    private int issued;

    /// <summary>A new content for a person.</summary>
    public NativeCode Issue(PersonRef person, MaskedIdentity identity)
    {
        if (Interlocked.Increment(ref issued) % SweepEvery == 0) Sweep();
        var code = new NativeCode("BJJKB:" + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(OpaqueBytes)), person, identity, clock.GetUtcNow() + Life);
        Put(code);
        return code;
    }

    public void Put(NativeCode code) => codes[code.Content] = code;

    /// <summary>Whose content it is, or null when it is nobody's or over.</summary>
    public NativeCode? Find(string content) => codes.TryGetValue(content, out var code) && code.Until > clock.GetUtcNow() ? code : null;

    /// <summary>Forgets all: at 24:00 nobody's code of the day before is known.</summary>
    public void Clear() => codes.Clear();

    private void Sweep()
    {
        var now = clock.GetUtcNow();
        foreach (var (content, code) in codes)
            if (code.Until <= now)
                codes.TryRemove(content, out _);
    }
}
