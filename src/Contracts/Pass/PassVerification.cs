using HealthBao.Contracts.Trust;

namespace HealthBao.Contracts.Pass;

/// <summary>
/// What came of verifying a token. The default value is a rejection that passed no check.
/// Nothing of the payload is in it before the signature has been checked.
/// </summary>
public readonly record struct PassVerification
{
    private readonly PassRejection rejection;

    private PassVerification(PassRejection rejection, PassChecks passed, TrustedIssuer? issuer, PassStatement? statement, DateTimeOffset? statusListAsOf) =>
        (this.rejection, Checked, Issuer, Statement, StatusListAsOf) = (rejection, passed, issuer, statement, statusListAsOf);

    /// <summary>Whether every check was passed.</summary>
    public bool IsSound => rejection == PassRejection.None && Statement is not null;

    /// <summary>Why not; <see cref="PassRejection.None"/> only when <see cref="IsSound"/>.</summary>
    public PassRejection Rejection => IsSound || rejection != PassRejection.None ? rejection : PassRejection.Malformed;

    /// <summary>The checks passed before the verification ended.</summary>
    public PassChecks Checked { get; }

    /// <summary>The issuer, once the signature was checked by one of its keys.</summary>
    public TrustedIssuer? Issuer { get; }

    /// <summary>What the pass says, once its signature and profile were checked.</summary>
    public PassStatement? Statement { get; }

    /// <summary>The as-of instant of the status list that was consulted.</summary>
    public DateTimeOffset? StatusListAsOf { get; }

    internal static PassVerification Sound(PassChecks passed, TrustedIssuer issuer, PassStatement statement, DateTimeOffset statusListAsOf) =>
        new(PassRejection.None, passed, issuer, statement, statusListAsOf);

    internal static PassVerification Rejected(
        PassRejection rejection, PassChecks passed, TrustedIssuer? issuer = null, PassStatement? statement = null, DateTimeOffset? statusListAsOf = null) =>
        new(rejection, passed, issuer, statement, statusListAsOf);
}
