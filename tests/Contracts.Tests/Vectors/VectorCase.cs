using HealthBao.Contracts.Pass;
using HealthBao.Contracts.Status;
using HealthBao.Contracts.Tests.Pass;

namespace HealthBao.Contracts.Tests.Vectors;

/// <summary>A vector in the making: an open checkpoint on the morning of 1 March 2026 that trusts Beijing and Tianjin, and what differs.</summary>
internal sealed record VectorCase(string Name, PassRejection Rejection, string Description, string Token)
{
    public DateTimeOffset Now { get; init; } = MadeUpRegion.Morning;

    public string BeijingState { get; init; } = "active";

    /// <summary>Whose key Beijing's is listed as; null lists none.</summary>
    public string? BeijingKey { get; init; } = DeterministicToken.BeijingKey;

    public ShanghaiDay KeyDay { get; init; } = MadeUpRegion.Today;

    public bool HasStatusList { get; init; } = true;

    public DateTimeOffset StatusListAsOf { get; init; } = MadeUpRegion.Morning;

    public int State { get; init; }

    public int Places { get; init; } = 131_072;

    public VectorHolder? Holder { get; init; }

    public PassStatement? Statement { get; init; }

    public Vector ToVector() => new(
        Description, ShanghaiDay.Format(Now),
        [Issuer(MadeUpRegion.Beijing, BeijingState, BeijingKey, KeyDay), Issuer(MadeUpRegion.Tianjin, "active", "tianjin 20260301", MadeUpRegion.Today)],
        HasStatusList ? [List(MadeUpRegion.Beijing, State), List(MadeUpRegion.Tianjin, 0)] : [], 1800, Holder, Token, Outcome());

    private VectorOutcome Outcome()
    {
        var passed = Rejection == PassRejection.None ? (PassChecks)(Holder is null ? 0b1111_1111 : 0b1_1111_1111) : PassedBefore.Of(Rejection);
        return Statement is null
            ? new(Rejection.Code(), [.. passed.Names()])
            : new(Rejection.Code(), [.. passed.Names()], Statement.Status.Code(), Statement.NativeSystem, Statement.NativeCode, Statement.Person.Name.ToString(), Statement.Person.DocumentNumber);
    }

    private VectorStatusList List(MadeUpRegion region, int state) => new(
        region.Issuer, MadeUpRegion.Today.Compact, ShanghaiDay.Format(StatusListAsOf), Places, state == 0 ? [] : new() { ["70111"] = state });

    private static VectorIssuer Issuer(MadeUpRegion region, string state, string? keyName, ShanghaiDay day)
    {
        if (keyName is null) return new(region.Code, region.Issuer, state, []);
        var jwk = MadeUpKeys.Of(keyName).Jwk;
        return new(region.Code, region.Issuer, state,
            [new("EC", "P-256", jwk.X, jwk.Y, jwk.Thumbprint, day.Start.ToUnixTimeSeconds(), day.End.ToUnixTimeSeconds())]);
    }
}
