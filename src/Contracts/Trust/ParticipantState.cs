namespace HealthBao.Contracts.Trust;

/// <summary>Whether a participant's passes are recognised.</summary>
public enum ParticipantState
{
    /// <summary><c>suspended</c>: its passes are <c>issuer-suspended</c>.</summary>
    Suspended = 0,

    /// <summary><c>active</c>.</summary>
    Active = 1,
}
