namespace HealthBao.HealthCode.Feeds.Trips;

/// <summary>How far a trip is verified.</summary>
internal enum TripCheck : byte
{
    /// <summary>Told by the person, seen by nobody yet.</summary>
    Declared = 1,

    /// <summary>The community has verified it.</summary>
    Verified = 2,

    /// <summary>The community found that it was otherwise.</summary>
    Refuted = 3,
}
