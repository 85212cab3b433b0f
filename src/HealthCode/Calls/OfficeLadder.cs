using HealthBao.Contracts.Regions;

namespace HealthBao.HealthCode.Calls;

/// <summary>Who stands above an office: committee, street, district, prefecture where there is one, region, and last the region's health office.</summary>
internal static class OfficeLadder
{
    /// <summary>The office of the last word.</summary>
    public const string Health = "HEALTH";

    public const string Community = "COMMUNITY";

    /// <summary>Whether two codes name one office: 110105 and 110105000000 are the same division.</summary>
    public static bool IsSame(AuthorityCode one, AuthorityCode other) => one.Office == other.Office && Padded(one) == Padded(other);

    public static bool IsSame(AuthorityCode one, string? other) => AuthorityCode.TryParse(other, out var read) && IsSame(one, read);

    /// <summary>The office one step above; the region's health office stands above the region's own, and has none above it.</summary>
    public static AuthorityCode? Above(AuthorityCode office)
    {
        var scope = Feeds.DivisionCell.ScopeOf(office.Division);
        if (scope.Length == 2) return office.Office == Health ? null : Code(scope + "0000", Health);
        var above = scope.Length switch { 12 => scope[..9], 9 => scope[..6], 6 when IsPrefecture(scope[..4]) => scope[..4] + "00", _ => scope[..2] + "0000" };
        return Code(above, office.Office);
    }

    private static bool IsPrefecture(string four) => RegionDirectory.All.Any(r => r.Code.Value == four + "00");

    private static string Padded(AuthorityCode office) => office.Division.PadRight(12, '0');

    private static AuthorityCode Code(string division, string office) =>
        AuthorityCode.TryParse($"{division}/{office}", out var code) ? code : throw new InvalidOperationException("An office above an office is none.");
}
