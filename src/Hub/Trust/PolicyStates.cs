namespace HealthBao.Hub.Trust;

/// <summary>What became of a policy that was asked for.</summary>
internal static class PolicyStates
{
    public const string Pending = "pending";
    public const string Approved = "approved";
    public const string Rejected = "rejected";
    public const string Withdrawn = "withdrawn";
}
