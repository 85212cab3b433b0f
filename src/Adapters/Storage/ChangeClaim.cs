using HealthBao.Contracts.Revocation;

namespace HealthBao.Adapters.Storage;

/// <summary>A told change in tags.</summary>
/// <param name="Subject">The person, by the reference told or by what a source without one uses.</param>
/// <param name="Document">The document it was told by, or null.</param>
/// <param name="State">What becomes of the passes.</param>
/// <param name="Content">All that was told.</param>
/// <param name="IdempotencyKey">The caller's name of the call, or null.</param>
internal sealed record ChangeClaim(byte[] Subject, byte[]? Document, PassState State, byte[] Content, byte[]? IdempotencyKey);
