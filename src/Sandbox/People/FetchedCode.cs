namespace HealthBao.Sandbox.People;

/// <summary>The content of a QR that a person fetched.</summary>
/// <param name="Until">When it ends; null where the system lets codes live.</param>
public sealed record FetchedCode(string NativeCode, DateTimeOffset? Until);
