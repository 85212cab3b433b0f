namespace HealthBao.HealthCode.Determination;

/// <summary>Where a person turns to against a determination.</summary>
/// <param name="Office">The office that decides about it, which is not the one that decided.</param>
/// <param name="Telephone">The line people call.</param>
internal sealed record Appeal(string Office, string Telephone);
