namespace HealthBao.Sandbox.StandIns.Tianjin;

/// <summary>An error in the open platform's style.</summary>
internal sealed record TianjinRefusal(string Code, string Message, string SubCode)
{
    public static TianjinRefusal UserNotFound { get; } = new("40004", "Business Failed", "USER_NOT_FOUND");

    public static TianjinRefusal Missing { get; } = new("40001", "Missing Required Arguments", "isv.missing-parameter");

    public static TianjinRefusal Invalid(string what) => new("40002", "Invalid Arguments", "isv.invalid-" + what);
}
