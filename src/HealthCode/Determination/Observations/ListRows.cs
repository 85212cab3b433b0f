namespace HealthBao.HealthCode.Determination.Observations;

/// <summary>The rows of a list that wait in the table <c>listed</c> to be brought into force together.</summary>
/// <param name="Now">Seconds since 1970.</param>
internal sealed record ListRows(ObservationKind Kind, string Feed, string File, long Generation, long Now);
