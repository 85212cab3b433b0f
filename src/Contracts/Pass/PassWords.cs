namespace HealthBao.Contracts.Pass;

/// <summary>The codes of <see cref="PassRejection"/> and <see cref="PassChecks"/> as answers and logs write them.</summary>
public static class PassWords
{
    private static readonly string[] Rejections =
    [
        "none", "too-large", "malformed", "unsupported-algorithm", "issuer-not-trusted", "issuer-suspended", "unknown-key", "bad-signature",
        "not-conformant", "not-yet-valid", "expired", "superseded", "suspended", "status-unknown", "holder-mismatch",
    ];

    private static readonly string[] Steps =
        ["size", "parse", "algorithm", "issuer", "signature", "profile", "time", "status-list", "holder", "policy"];

    /// <summary>The code, for example <c>bad-signature</c>.</summary>
    public static string Code(this PassRejection rejection) => Rejections[(int)rejection];

    /// <summary>The names of the steps passed, in order.</summary>
    public static IEnumerable<string> Names(this PassChecks steps) =>
        Steps.Where((_, i) => ((int)steps & (1 << i)) != 0);
}
