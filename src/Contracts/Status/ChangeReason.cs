using HealthBao.Contracts.Pass;

namespace HealthBao.Contracts.Status;

/// <summary>Why a region changed a person's status: one of the closed list in <see cref="ChangeReasons"/>.</summary>
/// <param name="Code">The code, for example <c>close-contact</c>.</param>
/// <param name="IsHealth">Whether it is a reason of health (a finding, a contact, a stay). Only such a reason may lead to yellow or red.</param>
/// <param name="Statuses">The statuses it may lead to; none where it takes a pass back and leaves the status as it is.</param>
/// <param name="Words">What people read, in Chinese and English.</param>
public sealed record ChangeReason(string Code, bool IsHealth, IReadOnlyList<HealthStatus> Statuses, Words Words)
{
    /// <summary>Whether it takes passes back (status list state 2, <c>suspended</c>) instead of saying that a newer status exists (state 1).</summary>
    public bool TakesBack => Statuses.Count == 0;

    /// <summary>Whether a change to this status may be told with this reason. One that takes passes back goes with every status but yellow and red.</summary>
    public bool MayLeadTo(HealthStatus status) => TakesBack ? !PassStatement.NeedsAuthority(status) : Statuses.Contains(status);
}
