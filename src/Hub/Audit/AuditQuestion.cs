using System.Text.RegularExpressions;
using HealthBao.Hub.Trust;

namespace HealthBao.Hub.Audit;

/// <summary>
/// How a reading of the log is told in the log: what was asked for, without what could name a person. An operator who looks for somebody by
/// name finds nothing, and must not leave the name here for half a year.
/// </summary>
internal static partial class AuditQuestion
{
    private static readonly string[] ReadAlready = ["from", "to", "after", "limit", "kind"];
    private static readonly string[] Words = ["scene", "status", "verdict", "reason", "outcome"];

    /// <summary>The parameters of a sound query; <c>*</c> for a value that is not of a form of our own.</summary>
    public static string Told(IQueryCollection query, TrustState trust) =>
        query.Count == 0 ? "" : "?" + string.Join('&', query.Select(p => $"{p.Key}={(IsOurs(p.Key, p.Value.ToString(), trust) ? Uri.EscapeDataString(p.Value.ToString()) : "*")}"));

    private static bool IsOurs(string name, string value, TrustState trust) =>
        ReadAlready.Contains(name) || Identifier.IsMatch(value) || (Words.Contains(name) && Word.IsMatch(value))
        || trust.Partners.ContainsKey(value) || trust.Snapshot.Issuers.Any(i => i.Listed.Issuer == value);

    // An answer's id, a key's thumbprint, a region, a map or policy, a pass.
    [GeneratedRegex("^(?:[0-9a-f]{32}|[A-Za-z0-9_-]{43}|[0-9]{6}(?:/[0-9]{1,6})?|20[0-9]{6}-[0-9]{1,8})$", RegexOptions.CultureInvariant)]
    private static partial Regex Identifier { get; }

    [GeneratedRegex("^[a-z]+(?:-[a-z]+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex Word { get; }
}
