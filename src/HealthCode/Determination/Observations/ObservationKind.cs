namespace HealthBao.HealthCode.Determination.Observations;

/// <summary>The two kinds of observation; a person may be under both, and the first counts.</summary>
internal enum ObservationKind
{
    Central = 1,
    Home = 2,
}
