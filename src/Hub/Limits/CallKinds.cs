namespace HealthBao.Hub.Limits;

/// <summary>The names of the kinds, as the field <c>RateLimit-Policy</c> and the operator say them.</summary>
internal static class CallKinds
{
    public static IReadOnlyList<CallKind> All { get; } = Enum.GetValues<CallKind>();

    public static string Name(this CallKind kind) => kind switch
    {
        CallKind.Verify => "verify",
        CallKind.Batch => "batch",
        CallKind.Query => "query",
        CallKind.Trust => "trust",
        _ => "audit",
    };
}
