namespace HealthBao.Fuzz.Targets;

/// <summary>Something that reads bytes by others.</summary>
/// <param name="Run">Reads them; throws when an invariant does not hold, and nothing else makes it throw.</param>
/// <param name="Seeds">Bytes to begin from, by file name.</param>
internal sealed record FuzzTarget(Action<byte[]> Run, Func<IEnumerable<(string Name, byte[] Bytes)>> Seeds);
