namespace HealthBao.Hub.Audit;

/// <summary>The closed list of what is audited.</summary>
public static class AuditKind
{
    public const string Verification = "verification";
    public const string StatusQuery = "status-query";
    public const string PurposeRefused = "purpose-refused";
    public const string ParticipantRequested = "participant-requested";
    public const string ParticipantApproved = "participant-approved";
    public const string ParticipantSuspended = "participant-suspended";
    public const string ParticipantRejected = "participant-rejected";
    public const string EnrolmentKeyReplaced = "enrolment-key-replaced";
    public const string KeysStated = "keys-stated";
    public const string KeySuspended = "key-suspended";
    public const string KeyReinstated = "key-reinstated";
    public const string PartnerRequested = "partner-requested";
    public const string PartnerApproved = "partner-approved";
    public const string PartnerSuspended = "partner-suspended";
    public const string PartnerRejected = "partner-rejected";
    public const string PartnerKeysChanged = "partner-keys-changed";
    public const string TokenRefused = "token-refused";
    public const string PolicyRequested = "policy-requested";
    public const string PolicyApproved = "policy-approved";
    public const string PolicyRejected = "policy-rejected";
    public const string PolicyWithdrawn = "policy-withdrawn";
    public const string BudgetSpent = "budget-spent";
    public const string Enumeration = "enumeration";
    public const string HolderMismatches = "holder-mismatches";
    public const string PartnerLimitsSet = "partner-limits-set";
    public const string AuditRead = "audit-read";
    public const string AuditDropped = "audit-dropped";

    public static IReadOnlyList<string> All { get; } =
    [
        Verification, StatusQuery, PurposeRefused, ParticipantRequested, ParticipantApproved, ParticipantSuspended, ParticipantRejected,
        EnrolmentKeyReplaced, KeysStated, KeySuspended, KeyReinstated, PartnerRequested, PartnerApproved, PartnerSuspended, PartnerRejected,
        PartnerKeysChanged, TokenRefused, PolicyRequested, PolicyApproved, PolicyRejected, PolicyWithdrawn, BudgetSpent, Enumeration,
        HolderMismatches, PartnerLimitsSet,
        AuditRead, AuditDropped,
    ];
}
