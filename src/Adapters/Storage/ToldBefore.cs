namespace HealthBao.Adapters.Storage;

/// <summary>A change that was told before today, as it was answered.</summary>
/// <param name="Content">The tag of all that was told.</param>
/// <param name="Passes">How many passes lost their standing.</param>
/// <param name="Record">The number of its record.</param>
internal sealed record ToldBefore(byte[] Content, int Passes, long Record);
