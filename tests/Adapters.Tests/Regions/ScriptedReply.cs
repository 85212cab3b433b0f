namespace HealthBao.Adapters.Tests.Regions;

/// <summary>One answer of a scripted source.</summary>
/// <param name="Path">The path that must be asked.</param>
/// <param name="Body">The bytes.</param>
internal sealed record ScriptedReply(string Path, int Status, string ContentType, byte[] Body);
