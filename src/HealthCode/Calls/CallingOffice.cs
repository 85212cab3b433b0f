using System.Security.Cryptography;
using System.Text;
using HealthBao.Contracts.Regions;
using HealthBao.HealthCode.Feeds;

namespace HealthBao.HealthCode.Calls;

/// <summary>An office whose signature is sound.</summary>
/// <param name="Code">Division and office.</param>
/// <param name="BodySha256">What was signed; whoever reads the body compares it.</param>
internal sealed record CallingOffice(AuthorityCode Code, string BodySha256)
{
    public bool IsOf(ReadOnlySpan<byte> sha256) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(sha256)), Encoding.ASCII.GetBytes(BodySha256));

    /// <summary>Whether it may act in a division of 12 digits: in its own and in those below.</summary>
    public bool Covers(string division) => division.PadRight(12, '0').StartsWith(DivisionCell.ScopeOf(Code.Division), StringComparison.Ordinal);
}
