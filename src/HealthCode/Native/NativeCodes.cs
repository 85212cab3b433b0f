using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Status;
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
        var now = clock.GetUtcNow();
        // A content ends with its day: the key in it is the day's.
        var end = ShanghaiDay.At(now).End;
        var until = now + Life < end ? now + Life : end;
        var code = new NativeCode(NewContent(), person, identity, until);
        Put(code);
        return code;
    }

    public static string NewContent() => "BJJKB:" + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(OpaqueBytes));

    public void Put(NativeCode code) => codes[code.Content] = code;

    /// <summary>Whose content it is, or null when it is nobody's or over.</summary>
    public NativeCode? Find(string content) => codes.TryGetValue(content, out var code) && code.Until > clock.GetUtcNow() ? code : null;

    /// <summary>Forgets the contents that are over.</summary>
    public void Sweep()
    {
        var now = clock.GetUtcNow();
        foreach (var (content, code) in codes)
            if (code.Until <= now)
                codes.TryRemove(content, out _);
    }
}
