namespace HealthBao.Sandbox.People;

/// <summary>Everybody in the sandbox: the hand-written cast, which <c>sandbox.json</c> lists, and made-up citizens in bulk beside it.</summary>
public static class Citizens
{
    private const int Seed = 20200301;

    /// <summary>The cast of all sources.</summary>
    public static IReadOnlyList<Citizen> Cast { get; } = [.. BeijingCast.All, .. TianjinCast.All, .. HebeiCast.All, .. XingtaiCast.All, .. BaodingCast.All];

    /// <summary>The people of one source.</summary>
    /// <param name="source">For example <c>beijing</c>.</param>
    /// <param name="bulk">How many made-up citizens all sources have together.</param>
    public static IEnumerable<Citizen> Of(string source, int bulk) => Cast.Concat(MadeUpCitizens.Make(bulk, Seed)).Where(c => c.Source == source);
}
