namespace HealthBao.HealthCode.Feeds.Importing;

/// <summary>Whole lines of a file.</summary>
/// <param name="Buffer">From the pool; goes back to it.</param>
/// <param name="Length">How much of it counts.</param>
/// <param name="FirstLine">The number of its first line.</param>
internal sealed record FileChunk(byte[] Buffer, int Length, long FirstLine);
