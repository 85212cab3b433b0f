namespace HealthBao.Adapters.Storage;

/// <summary>An answer of the source in tags: whose it is, how it was asked for, and what it says.</summary>
/// <param name="Subject">The person.</param>
/// <param name="Says">Status, native code, office and masked identity.</param>
/// <param name="AsOf">The instant of the source's data.</param>
/// <param name="AskedAt">The store's <see cref="DayStore.Epoch"/> before the source was asked.</param>
/// <param name="Code">The native code it was asked by, or null.</param>
/// <param name="Document">The document it was asked by, or null.</param>
internal sealed record PassClaim(byte[] Subject, byte[] Says, DateTimeOffset AsOf, long AskedAt, byte[]? Code, byte[]? Document);
