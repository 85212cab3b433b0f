namespace HealthBao.HealthCode.Determination.Observations;

/// <summary>The rows of a list that wait in the table <c>listed</c> to be brought into force together.</summary>
/// <param name="Deliverer">The office that delivers; null for the operator's own folder.</param>
/// <param name="Now">Seconds since 1970.</param>
internal sealed record ListRows(ObservationKind Kind, string Feed, string File, long Generation, string? Deliverer, long Now);
