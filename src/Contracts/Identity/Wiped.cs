using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace HealthBao.Contracts.Identity;

/// <summary>Room for personal characters, on the stack or pinned, that is zero again at the end of its scope.</summary>
internal readonly ref struct Wiped(Span<char> room)
{
    /// <summary>The room.</summary>
    public Span<char> Room { get; } = room;

    /// <summary>Room for at most so many characters: the given one if it is large enough, else one that the collector does not move.</summary>
    public static Wiped Of(int length, Span<char> given) => new(length <= given.Length ? given[..length] : GC.AllocateUninitializedArray<char>(length, pinned: true));

    public void Dispose() => CryptographicOperations.ZeroMemory(MemoryMarshal.AsBytes(Room));
}
