namespace HealthBao.Contracts.Status;

/// <summary>One text in the two languages of the shared standard.</summary>
/// <param name="Zh">Simplified Chinese (zh-CN).</param>
/// <param name="En">English.</param>
public sealed record Words(string Zh, string En);
