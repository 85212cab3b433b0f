namespace HealthBao.HealthCode.Determination.Observations;

/// <summary>The people of one office whom a list newly names, entered and not yet in force.</summary>
/// <param name="Office">Who decided.</param>
/// <param name="Batch">Its name.</param>
internal sealed record EnteredBatch(string Office, string Batch, long People);
