using HealthBao.Contracts.Status;

namespace HealthBao.Contracts.Pass;

/// <summary>
/// The only identity of a pass: issuer, day and index. This is what is logged, deduplicated and revoked; never the
/// signature's bytes, which anybody can change without breaking the signature.
/// </summary>
/// <param name="Issuer">The issuer.</param>
/// <param name="Day">The day.</param>
/// <param name="Index">The index in the day's status list.</param>
public readonly record struct PassId(string Issuer, ShanghaiDay Day, int Index)
{
    /// <summary>The identity of a statement's pass.</summary>
    public static PassId Of(PassStatement statement) => new(statement.Issuer, statement.Day, statement.StatusIndex);

    /// <summary>The <c>rid</c> that card verifiers see: <c>{yyyyMMdd}-{index}</c>.</summary>
    public string Rid => $"{Day.Compact}-{Index}";
}
