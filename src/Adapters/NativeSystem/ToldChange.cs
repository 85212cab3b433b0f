using System.Text.Json;
using HealthBao.Adapters.Storage;
using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Regions;
using HealthBao.Contracts.Revocation;
using HealthBao.Contracts.Status;

namespace HealthBao.Adapters.NativeSystem;

/// <summary>What the region's own system told of one person. Holds the reference or the document: it is turned into tags and forgotten.</summary>
/// <param name="Status">The new shared status; null where neither it nor a native code of the map was told.</param>
/// <param name="Native">The new native code with its system, or null.</param>
internal sealed record ToldChange(
    string? Subject, IdentityDocument? Document, DateTimeOffset OccurredAt, HealthStatus? Status, (string System, string Code)? Native, AuthorityCode? Authority, ChangeReason? Reason)
{
    /// <summary>What becomes of the person's passes.</summary>
    public PassState State => Reason is { TakesBack: true } ? PassState.Suspended : PassState.Superseded;

    /// <summary>The change in the day's tags.</summary>
    /// <param name="tags">The day's.</param>
    /// <param name="idempotencyKey">The caller's name of this call, or null.</param>
    public ChangeClaim ClaimIn(DayTags tags, string? idempotencyKey) => new(
        Subject is not null ? tags.Subject(Subject) : tags.SubjectOf(Document!),
        Subject is not null ? null : tags.Document(Document!),
        State, tags.Told(Content()), idempotencyKey is null ? null : tags.IdempotencyKey(idempotencyKey));

    public override string ToString() => $"{Status?.Code()} {Reason?.Code} {Authority?.Value}";

    // JSON keeps the parts apart, whatever stands in them.
    private string Content() => JsonSerializer.Serialize<string?[]>(
    [
        Subject, Document?.Type.Code(), Document?.Number, OccurredAt.UtcDateTime.ToString("O"), Status?.Code(), Native?.System, Native?.Code, Authority?.Value, Reason?.Code,
    ]);
}
