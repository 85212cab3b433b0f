namespace HealthBao.HealthCode.Determination.Observations;

/// <summary>
/// That a person is under observation. It outlasts the day: it is entered by a row of a feed only, and left by a release only.
/// Being missing from the next list ends nothing.
/// </summary>
/// <param name="Since">When it began.</param>
/// <param name="Until">The earliest end of a home observation; the day it would end is not the day it ends.</param>
/// <param name="Authority">The office that decided.</param>
/// <param name="Reason">A code of the closed list.</param>
/// <param name="Feed">The feed that entered it.</param>
/// <param name="File">The file, or <c>call</c>.</param>
/// <param name="Row">The line in the file, or the number of the call.</param>
/// <param name="Generation">Of the feed, as it entered.</param>
/// <param name="Word">When the community said that it is over; null until then.</param>
internal sealed record Observation(
    ObservationKind Kind, ulong Name, DateTimeOffset Since, DateTimeOffset Until, string Authority, string Reason,
    string Feed, string File, long Row, long Generation, DateTimeOffset? Word)
{
    /// <summary>A home observation is over when its time is and the community has said so; a central one when it was released, and then it is gone.</summary>
    public bool IsOver(DateTimeOffset now) => Kind == ObservationKind.Home && Word is not null && Until <= now;
}
